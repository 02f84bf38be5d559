
package io.github.cnnclassifier.dataset.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.dataset.survey.SurveyedSamples;
import io.github.cnnclassifier.image.ChannelStatistics;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Normalization;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.ResizeRule;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.Progress;

/**
 * Expected values by NumPy 2.4.6: b = np.array([[[3,7,1],[250,9,12]],
 * [[0,40,80],[120,160,200]]]) / 255, d = np.stack([b, b[:, ::-1] * 0.5]), mean
 * and std of d over axis=(0, 2, 3).
 */
class TrainingStatisticsTest {

	private static final float[] FIRST = { 3, 7, 1, 250, 9, 12, 0, 40, 80, 120,
		160, 200 };

	private static SurveyedSample sample(final float... values) {
		return SurveyedSample.of(new SampleImage(3, 2, 2, false, 32, Pixels.of(
			values), null, "memory"));
	}

	private static float[] half() {
		final float[] half = new float[12];
		for (int c = 0; c < 2; c++) {
			for (int i = 0; i < 6; i++) {
				half[6 * c + i] = FIRST[6 * c + (i + 3) % 6] / 2;
			}
		}
		return half;
	}

	private static Preprocessing chosen(final String rule,
		final List<SurveyedSample> samples)
	{
		return PreprocessingDefaults.choose(samples, new PreprocessingOptions(28,
			28, null, null, ResizeRule.NONE, null, Normalization.parse(rule)))
			.preprocessing();
	}

	@Test
	void meanAndDeviationAreThoseOfAllPixelsWithoutPadding() {
		final List<SurveyedSample> samples = List.of(sample(FIRST), sample(half()));
		final ChannelStatistics statistics = TrainingStatistics.complete(chosen(
			"zscore-dataset", samples), samples, Progress.none()).intensity()
			.statistics();
		assertEquals(0.13823529411764704, statistics.means().get(0), 1e-12);
		assertEquals(0.29411764705882354, statistics.means().get(1), 1e-12);
		assertEquals(0.2854254801676795, statistics.deviations().get(0), 1e-12);
		assertEquals(0.23338001400466832, statistics.deviations().get(1), 1e-12);
	}

	@Test
	void theyChangeWhatTheNetworkGetsButNoColorsThatAPersonSees()
		throws Exception
	{
		final List<SurveyedSample> samples = List.of(sample(FIRST), sample(half()));
		final Preprocessing complete = TrainingStatistics.complete(chosen(
			"zscore-dataset", samples), samples, Progress.none());
		final List<String> labels = List.of(samples.get(0).sample().label());
		final SampleList list = SampleList.of(samples, labels, complete, 0);
		final SampleList plain = SampleList.of(samples, labels, chosen("range",
			samples), 0);
		assertArrayEquals(plain.input(1), list.picture(1));
		assertFalse(Arrays.equals(list.input(1), list.picture(1)));
		assertArrayEquals(list.picture(0), list.and(list).picture(2));
		assertArrayEquals(plain.input(0), plain.picture(0));
	}

	@Test
	void manyImagesGiveTheSameEveryTime() {
		final List<SurveyedSample> samples = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			final float[] values = new float[12];
			for (int k = 0; k < 12; k++) {
				values[k] = i * k % 251;
			}
			samples.add(sample(values));
		}
		final Preprocessing p = chosen("zscore-dataset", samples);
		assertEquals(TrainingStatistics.complete(p, samples, Progress.none()),
			TrainingStatistics.complete(p, samples, Progress.none()));
	}

	@Test
	void constantImagesGetDeviationOne() {
		final List<SurveyedSample> samples = List.of(sample(7, 7, 7, 7, 7, 7, 7, 7,
			7, 7, 7, 7));
		final Preprocessing p = TrainingStatistics.complete(chosen("zscore-dataset",
			samples), samples, Progress.none());
		assertEquals(List.of(1.0, 1.0), p.intensity().statistics().deviations());
		assertEquals(0, p.intensity().statistics().means().get(0) - 7 / 255.0,
			1e-12);
	}

	/** Of two sums of 65536 values each, rounding alone is the difference. */
	@Test
	void aChannelThatDoesNotVaryGetsDeviationOneHoweverManyPixelsItHas() {
		final float[] values = new float[256 * 256];
		Arrays.fill(values, 249);
		final List<SurveyedSample> samples = List.of(SurveyedSample.of(
			new SampleImage(256, 256, 1, false, 8, Pixels.of(values), null,
				"memory")));
		final Preprocessing p = PreprocessingDefaults.choose(samples,
			new PreprocessingOptions(256, 256, null, new IntensityRange(0, 255),
				ResizeRule.NONE, null, Normalization.parse("zscore-dataset")))
			.preprocessing();
		final ChannelStatistics statistics = TrainingStatistics.complete(p, samples,
			Progress.none()).intensity().statistics();
		assertEquals(List.of(1.0), statistics.deviations());
		assertEquals(249 / 255.0, statistics.means().get(0), 1e-12);
	}

	@Test
	void otherRulesNeedNoReading() {
		final List<SurveyedSample> samples = List.of(SurveyedSamples.shaped("x", 28,
			28, 1, false, 0, 255));
		final Preprocessing p = chosen("zscore-image", samples);
		assertSame(p, TrainingStatistics.complete(p, samples, Progress.none()));
	}
}

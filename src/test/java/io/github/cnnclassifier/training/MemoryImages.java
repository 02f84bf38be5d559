
package io.github.cnnclassifier.training;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

import io.github.cnnclassifier.dataset.prepare.SplitImages;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;

/** Square gray images of two classes in memory, with declared sides. */
final class MemoryImages {

	static final List<String> LABELS = List.of("left", "right");

	private final int width;
	private final List<Sample> samples = new ArrayList<>();

	MemoryImages(final int width) {
		this.width = width;
	}

	/** @return images whose first pixel tells their number, two per class */
	static SplitImages numbered(final int training, final int validation) {
		final MemoryImages images = new MemoryImages(2);
		for (int i = 0; i < training + validation; i++)
			images.add(i % 2, i < training ? Side.TRAINING : Side.VALIDATION,
				new float[] { i, 255, 255, i });
		return images.split();
	}

	/**
	 * @return images whose first pixel tells their number, all validating "left"
	 */
	static SplitImages validatedByLeft(final int training, final int validation) {
		final MemoryImages images = new MemoryImages(2);
		for (int i = 0; i < training + validation; i++)
			images.add(i < training ? i % 2 : 0, i < training ? Side.TRAINING
				: Side.VALIDATION, new float[] { i, 255, 255, i });
		return images.split();
	}

	/**
	 * A rule that a network can learn: the brighter half is the class.
	 *
	 * @param label of an image by its class, to spoil the rule
	 */
	void addHalves(final int count, final Side side, final long seed,
		final IntFunction<Integer> label)
	{
		final SplittableRandom random = new SeedTree(seed).random();
		for (int i = 0; i < count; i++) {
			final int half = i % 2;
			final float[] values = new float[width * width];
			for (int p = 0; p < values.length; p++)
				values[p] = random.nextInt(0, 120) + (p % width * 2 / width == half
					? 100 : 0);
			add(label.apply(half), side, values);
		}
	}

	void add(final int label, final Side side, final float[] values) {
		final String name = side.label() + "-" + samples.size();
		samples.add(new Sample(LABELS.get(label), name, side, () -> new SampleImage(
			width, width, 1, false, 8, Pixels.of(values), null, name)));
	}

	SplitImages split() {
		final Survey survey = Survey.of(new LabeledImages("memory", LABELS, samples,
			List.of()), Progress.none());
		final Map<Side, List<String>> hashes = new EnumMap<>(Side.class);
		for (final SurveyedSample s : survey.samples())
			hashes.computeIfAbsent(s.sample().declaredSide(),
				side -> new ArrayList<>()).add(s.contentHash());
		return SplitImages.of(survey, Split.ofHashes(hashes), new Preprocessing(
			width, width, 1, ChannelRule.GRAY, new IntensityRange(0, 255)), 1 << 20);
	}

	InputShape shape() {
		return new InputShape(1, width, width);
	}
}

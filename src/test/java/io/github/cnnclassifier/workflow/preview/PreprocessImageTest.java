
package io.github.cnnclassifier.workflow.preview;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.RandomWeights;
import io.github.cnnclassifier.engine.ReferenceEngine;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.ChannelStatistics;
import io.github.cnnclassifier.image.InputRule;
import io.github.cnnclassifier.image.Intensity;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Normalization;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.ResizeRule;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.DatasetRecord;
import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.TrainingImages;
import io.github.cnnclassifier.model.TrainingRecord;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.OpenModel;

/** What is shown of an image is what the network gets, for every rule. */
class PreprocessImageTest {

	private static final Engine ENGINE = new ReferenceEngine();
	private static final IntensityRange RANGE = new IntensityRange(0, 4095);

	@TempDir
	Path folder;

	static Stream<Preprocessing> rules() {
		return Stream.of("stretch", "pad", "crop", "none", "match").flatMap(
			resize -> Stream.of("range", "percentile", "percentile:5-95",
				"zscore-image", "zscore-channel", "zscore-dataset").map(
					rule -> preprocessing(resize, rule)));
	}

	private static Preprocessing preprocessing(final String resize,
		final String normalization)
	{
		final Normalization rule = Normalization.parse(normalization);
		final ChannelStatistics statistics = rule
			.kind() == Normalization.Kind.ZSCORE_DATASET ? new ChannelStatistics(List
				.of(0.3, 0.4), List.of(0.1, 0.2)) : null;
		final boolean match = resize.equals("match");
		return new Preprocessing(20, 14, 2, ChannelRule.parse("3,1"), match
			? new PixelSize(0.5, 0.5, "micron") : null, match ? ResizeRule.NONE
				: ResizeRule.parse(resize), new Intensity(rule, RANGE, statistics));
	}

	private static SampleImage image() {
		final float[] values = new float[3 * 33 * 9];
		final SplittableRandom random = new SplittableRandom(2);
		for (int i = 0; i < values.length; i++) {
			values[i] = random.nextInt(4096);
		}
		return new SampleImage(33, 9, 3, false, 16, Pixels.of(values),
			new PixelSize(700, 300, "nm"), "memory");
	}

	@ParameterizedTest
	@MethodSource("rules")
	void theShownInputIsTheTensorBitForBit(final Preprocessing p)
		throws IOException
	{
		final Path model = folder.resolve("model.zip");
		ModelArchive.write(model, classifier(p), ENGINE);

		final PreprocessImage.Input shown = new PreprocessImage(Progress.none())
			.run(new PreprocessImage.Request(List.of(image()), Optional.of(model),
				InputOverrides.NONE, null)).first();

		// with checks of the image at hand before it
		assertEquals(p, shown.preprocessing().withInputRule(InputRule.NONE));
		// what training and evaluation feed, read and from memory
		final SurveyedSample sample = SurveyedSample.of(image());
		final SampleList samples = SampleList.of(List.of(new SurveyedSample(
			new Sample("a", "x", null, PreprocessImageTest::image), sample
				.contentHash(), 33, 9, 3, false, 16, sample.pixelSize(), sample.min(),
			sample.max())), List.of("a", "b"), p, 1 << 20);
		assertArrayEquals(samples.input(0), shown.values());
		assertArrayEquals(samples.input(0), shown.values());
		// what classifying feeds
		final SavedClassifier saved = OpenModel.read(model, ENGINE);
		try (Classifier classifier = OpenModel.classifier(saved, saved.description()
			.preprocessing(), ENGINE))
		{
			assertArrayEquals(classifier.preprocessing().apply(image()), shown
				.values());
		}
	}

	private static SavedClassifier classifier(final Preprocessing p) {
		final List<LayerSpec> layers = Arrays.asList(new LayerSpec.Conv(1, 3, 1, 1,
			true), new LayerSpec.GlobalAveragePool(), new LayerSpec.Dense(0));
		final ClassifierDescription d = new ClassifierDescription("rules",
			new ClassLabels(List.of("a", "b")), new Architecture("small", layers), p,
			null, TrainingImages.ofBitDepth(16), new TrainingRecord(1, Map.of(), 1,
				List.of(), new DatasetRecord("00", "none", Map.of(), Map.of()), Map
					.of(), "2026-01-31T12:34:56Z"), Map.of());
		return new SavedClassifier(d, RandomWeights.of(d.networkSpec(), 1));
	}
}


package io.github.cnnclassifier.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.prepare.TrainingSet;
import io.github.cnnclassifier.dataset.prepare.ValidationSet;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.RandomWeights;
import io.github.cnnclassifier.engine.ReferenceEngine;
import io.github.cnnclassifier.engine.SmallMemory;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.DatasetRecord;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.GlobalAveragePool;
import io.github.cnnclassifier.model.LayerSpec.Relu;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.TrainingImages;
import io.github.cnnclassifier.model.TrainingRecord;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.training.TrainingSettings;

/** A new last layer for the layers of a small network. */
class HeadTrainingTest {

	private static final int SIDE = 4;
	private static final Preprocessing PREPROCESSING = new Preprocessing(SIDE,
		SIDE, 1, ChannelRule.GRAY, new IntensityRange(0, 255));

	private final List<String> told = new ArrayList<>();

	private static Parent parent() {
		final ClassifierDescription description = new ClassifierDescription("old",
			new ClassLabels(List.of("a", "b")), new Architecture("old", List.of(
				new Conv(4, 3, 1, 1, true), new Relu(), new GlobalAveragePool(),
				new Dense(0))), PREPROCESSING, PlanePolicy.EACH, TrainingImages
					.ofBitDepth(8), new TrainingRecord(1, Map.of(), 0, List.of(),
						new DatasetRecord("", "none", Map.of(), Map.of()), Map.of(),
						"2026-01-31T12:00:00Z"), Map.of());
		return new Parent("old.zip", "0123456789abcdef", new SavedClassifier(
			description, RandomWeights.of(description.networkSpec(), 5)));
	}

	/** Dark ones and bright ones in turns. */
	private static SampleList samples(final int count) {
		final List<SurveyedSample> samples = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			final float[] values = new float[SIDE * SIDE];
			for (int p = 0; p < values.length; p++)
				values[p] = i % 2 * 100 + (i * 7 + p * 3) % 50;
			final SampleImage image = new SampleImage(SIDE, SIDE, 1, false, 8, Pixels
				.of(values), null, "image " + i);
			samples.add(new SurveyedSample(new Sample(i % 2 == 0 ? "dark" : "bright",
				"image " + i, null, () -> image), "hash" + i, SIDE, SIDE, 1, false, 8,
				null, 0, 255));
		}
		return SampleList.of(samples, List.of("dark", "bright"), PREPROCESSING, 0);
	}

	private HeadTraining.Result train(final Engine engine, final int images) {
		return new HeadTraining(Transfer.of(parent(), new InputShape(1, SIDE, SIDE),
			2), new TrainingSettings(1, 4, 0.01, Augmentation.NONE, true, 1), engine,
			new Listening(told)).train(new TrainingSet(samples(images)),
				new ValidationSet(samples(8)));
	}

	@Test
	void aFullMemoryMakesBatchesOfFeaturesSmallerAndNothingElse() {
		final HeadTraining.Result expected = train(new ReferenceEngine(), 20);
		told.clear();
		final SmallMemory small = new SmallMemory(new ReferenceEngine(), 3);
		final HeadTraining.Result found = train(small, 20);
		assertEquals(expected.figures(), found.figures());
		found.weights().tensors().forEach(t -> assertArrayEquals(expected.weights()
			.get(t.name()).data(), t.data(), t.name()));
		assertTrue(told.get(0).startsWith("Warning: the memory was full"), told
			.toString());
		assertTrue(small.batches().stream().allMatch(n -> n <= 3));
		assertThrows(UserFailure.class, () -> train(new SmallMemory(
			new ReferenceEngine(), 0), 20));
	}

	@Test
	void whatWasLeftOutIsSaid() {
		assertEquals(1, train(new ReferenceEngine(), 20).figures()
			.validationAccuracy());
		assertTrue(told.get(0).startsWith("Head: 4 features of 28 images in ") &&
			told.get(0).endsWith(
				"; of 20 images that were left out, 100 % are right " +
					"in the mean over classes."), told.toString());
	}

	@Test
	void whereNoImageCanBeLeftOutNoFigureIsSaid() {
		train(new ReferenceEngine(), 2);
		assertTrue(told.get(0).endsWith(
			" with a penalty of 0.03, the middle one, as " +
				"no image can be left out to choose it."), told.toString());
	}
}


package io.github.cnnclassifier.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.dataset.prepare.TrainingSet;
import io.github.cnnclassifier.dataset.prepare.ValidationSet;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.ReferenceEngine;
import io.github.cnnclassifier.engine.SmallMemory;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.training.TrainingSettings;

/** A new last layer for the layers of a small network. */
class HeadTrainingTest {

	private final List<String> told = new ArrayList<>();

	private HeadTraining.Result train(final Engine engine, final int images) {
		return new HeadTraining(DarkAndBright.transfer(), new TrainingSettings(1, 4,
			0.01, Augmentation.NONE, true, 1), engine, new FrozenFeatures().of(
				DarkAndBright.parent(), DarkAndBright.PREPROCESSING), new Listening(
					told)).train(new TrainingSet(DarkAndBright.samples(0, images)),
						new ValidationSet(DarkAndBright.samples(0, 8)));
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

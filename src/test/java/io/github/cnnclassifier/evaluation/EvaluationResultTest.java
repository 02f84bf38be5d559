
package io.github.cnnclassifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

class EvaluationResultTest {

	private static final ClassLabels LABELS = new ClassLabels(List.of("a", "b",
		"c"));

	@Test
	void crossEntropyIsTheLogLossOfScikitLearn() {
		final EvaluationResult result = new EvaluationResult(LABELS, List.of(of(0,
			.7f, .2f, .1f), of(1, .1f, .8f, .1f), of(2, .25f, .25f, .5f), of(1, .5f,
				.3f, .2f)));
		// scikit-learn 1.2.1, metrics.log_loss
		assertEquals(0.6192346200347059, result.crossEntropy(), 1e-7);
		assertEquals(0.75, result.figures().accuracy());
		assertEquals(1, result.matrix().count(1, 0));
	}

	@Test
	void probabilityZeroOfTheTruthKeepsTheLossFinite() {
		final EvaluationResult result = new EvaluationResult(LABELS, List.of(of(0,
			0, 1, 0)));
		assertEquals(-Math.log(Math.pow(2, -23)), result.crossEntropy(), 1e-9);
	}

	@Test
	void noPredictionAndOtherNumbersOfClassesAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> new EvaluationResult(
			LABELS, List.of()));
		final List<LabeledPrediction> two = List.of(of(0, .5f, .5f));
		assertThrows(IllegalArgumentException.class, () -> new EvaluationResult(
			LABELS, two));
		assertThrows(IllegalArgumentException.class, () -> of(3, .5f, .3f, .2f));
	}

	@Test
	void predictionIsCorrectIfTheBestClassIsTheActualOne() {
		assertTrue(of(1, .1f, .8f, .1f).correct());
		assertFalse(of(0, .1f, .8f, .1f).correct());
	}

	private static LabeledPrediction of(final int actual,
		final float... probabilities)
	{
		return new LabeledPrediction("image", actual, new Prediction(
			probabilities));
	}
}

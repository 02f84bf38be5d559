
package io.github.cnnclassifier.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class PredictionTest {

	private static Prediction unlike(final float score) {
		return new Prediction(new float[] { 0.5f, 0.5f }, score);
	}

	@Test
	void aStackIsAsUnlikeAsTheMiddleOneOfItsPlanes() {
		assertEquals(0.5f, Prediction.mean(List.of(unlike(900), unlike(0.25f),
			unlike(0.5f))).unlike());
		assertEquals(0.5f, Prediction.mean(List.of(unlike(3), unlike(0.5f)))
			.unlike());
		assertFalse(Prediction.mean(List.of(new Prediction(new float[] { 1, 0 })))
			.tellsUnlike());
		assertFalse(unlike(1).isUnlike());
		assertTrue(unlike(1.0001f).isUnlike());
		assertFalse(unlike(Float.NaN).isUnlike());
	}

	@Test
	void theCrossEntropyIsTheNegativeLogarithmOfTheTrueClass() {
		final Prediction prediction = new Prediction(new float[] { 0.25f, 0.75f });
		assertEquals(Math.log(4), prediction.crossEntropy(0), 1e-12);
		assertEquals(-Math.log(0.75), prediction.crossEntropy(1), 1e-12);
	}

	/** 23 times the logarithm of 2, by hand. */
	@Test
	void aProbabilityOfZeroCostsAFiniteLoss() {
		assertEquals(15.942385, new Prediction(new float[] { 1, 0 }).crossEntropy(
			1), 1e-6);
	}

	@Test
	void whatIsNotANumberIsNotHidden() {
		assertTrue(Double.isNaN(new Prediction(new float[] { Float.NaN, 1 })
			.crossEntropy(0)));
	}
}

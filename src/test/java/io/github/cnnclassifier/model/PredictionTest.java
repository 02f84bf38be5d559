
package io.github.cnnclassifier.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PredictionTest {

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

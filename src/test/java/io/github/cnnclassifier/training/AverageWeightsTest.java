
package io.github.cnnclassifier.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;

/** A running mean over about the last twenty steps. */
class AverageWeightsTest {

	private final AverageWeights average = new AverageWeights();

	private static Weights weights(final float... values) {
		return new Weights(List.of(new Tensor("a", new int[] { values.length },
			values)));
	}

	private float[] mean() {
		return average.weights().get("a").data();
	}

	@Test
	void theFirstWeightsAreTheirOwnMean() {
		average.add(weights(3, -1));
		assertArrayEquals(new float[] { 3, -1 }, mean());
	}

	/** By hand: 1/5 of the first, then 2/6 of the mean. */
	@Test
	void earlyWeightsAreSoonForgotten() {
		average.add(weights(10));
		average.add(weights(0));
		assertEquals(2, mean()[0], 1e-6);
		average.add(weights(0));
		assertEquals(2 / 3.0, mean()[0], 1e-6);
	}

	@Test
	void ofWeightsThatSwingTheMiddleIsKept() {
		for (int step = 0; step < 500; step++)
			average.add(weights(step % 2 == 0 ? 1 : -1));
		assertEquals(0, mean()[0], 0.03);
	}

	@Test
	void itFollowsWithinAHundredSteps() {
		average.add(weights(0));
		for (int step = 0; step < 100; step++)
			average.add(weights(1));
		assertEquals(1, mean()[0], 0.01);
	}

	@Test
	void weightsThatStayTheSameStayBitForBit() {
		final float[] frozen = { 0.1f, -1e-20f, 3.4e38f, 1f / 3 };
		for (int step = 0; step < 300; step++)
			average.add(weights(frozen.clone()));
		assertArrayEquals(frozen, mean());
	}

	@Test
	void aMeanThatWasTakenDoesNotChangeAnyMore() {
		average.add(weights(1));
		final Weights taken = average.weights();
		average.add(weights(5));
		assertEquals(1, taken.get("a").data()[0]);
	}
}

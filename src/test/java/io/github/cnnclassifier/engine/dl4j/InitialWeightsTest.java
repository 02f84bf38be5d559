
package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.Weights;

class InitialWeightsTest {

	private static Weights weights(final long seed) {
		return InitialWeights.of(NetworkPlan.of(Batches.spec("six-conv")), seed);
	}

	@Test
	void theSpreadFollowsTheNumberOfInputs() {
		final float[] w = weights(1).get("conv4.weight").data();
		double squares = 0;
		for (final float value : w)
			squares += value * value;
		assertEquals(2.0 / (64 * 9), squares / w.length, 2.0 / (64 * 9) * 0.03);
	}

	@Test
	void scalesAndVariancesStartAtOneAndShiftsAtZero() {
		final float[] ones = new float[32];
		Arrays.fill(ones, 1);
		assertArrayEquals(ones, weights(1).get("norm1.scale").data());
		assertArrayEquals(ones, weights(1).get("norm1.variance").data());
		assertArrayEquals(new float[32], weights(1).get("norm1.shift").data());
	}

	@Test
	void theSeedDecides() {
		final float[] one = weights(1).get("conv1.weight").data();
		assertArrayEquals(one, weights(1).get("conv1.weight").data());
		assertNotEquals(one[0], weights(2).get("conv1.weight").data()[0]);
	}
}


package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.engine.MemoryNeed;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.Flatten;
import io.github.cnnclassifier.model.LayerSpec.JoinChannels;
import io.github.cnnclassifier.model.LayerSpec.SplitChannels;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;

class NetworkMemoryTest {

	private final NetworkPlan plan = NetworkPlan.of(Batches.spec("tiny"));

	@Test
	void trainingHoldsWeightsFiveTimesWithAdamAndActivationsFourTimes() {
		assertEquals(new MemoryNeed(20 * plan.parameterCount(), 16 * plan
			.activationCount()), NetworkMemory.training(plan, new AdamW(0), false));
	}

	@Test
	void predictingHoldsBothOnce() {
		assertEquals(new MemoryNeed(4 * plan.parameterCount(), 4 * plan
			.activationCount()), NetworkMemory.predicting(plan, false));
	}

	/** Twice 3 x 3 x 2 values for each of 6 x 5 pixels, of 4 bytes each. */
	@Test
	void thePlainPathHoldsThePatchesOfConvolutionsToo() {
		final NetworkPlan one = NetworkPlan.of(new NetworkSpec(new Architecture(
			"one", List.of(new Conv(4, 3, 1, 1, true), new Flatten(), new Dense(0))),
			new InputShape(2, 6, 5), 3));
		assertEquals(2 * 4 * 540, bytesPerSample(one, true) - bytesPerSample(one,
			false));
	}

	/** Twice 3 x 3 values for each of 6 x 5 pixels of each channel. */
	@Test
	void channelsThatGoApartTakePlaceOnceEach() {
		final NetworkPlan bag = NetworkPlan.of(new NetworkSpec(new Architecture(
			"bag", List.of(new SplitChannels(), new Conv(4, 3, 1, 1, true),
				new Flatten(), new JoinChannels(), new Dense(0))), new InputShape(7, 6,
					5), 3));
		assertEquals(2 * 4 * 7 * 270, bytesPerSample(bag, true) - bytesPerSample(
			bag, false));
		assertEquals(4 * 4 * (7 * (30 + 120 + 120) + 840 + 3), bytesPerSample(bag,
			false));
	}

	private static long bytesPerSample(final NetworkPlan of,
		final boolean plain)
	{
		return NetworkMemory.training(of, new AdamW(0), plain).bytesPerSample();
	}
}

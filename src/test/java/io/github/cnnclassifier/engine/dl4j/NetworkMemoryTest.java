
package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.engine.MemoryNeed;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.Flatten;
import io.github.cnnclassifier.model.LayerSpec.GlobalAveragePool;
import io.github.cnnclassifier.model.LayerSpec.JoinChannels;
import io.github.cnnclassifier.model.LayerSpec.SplitChannels;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;

class NetworkMemoryTest {

	private final NetworkPlan plan = NetworkPlan.of(Batches.spec("tiny"));

	@Test
	void trainingHoldsWeightsFiveTimesWithAdamAndActivationsFourTimes() {
		assertEquals(new MemoryNeed(20 * plan.parameterCount(), 16 * plan
			.activationCount()), NetworkMemory.training(plan, new AdamW(0),
				ComputePath.ONE_DNN, 2));
	}

	@Test
	void predictingHoldsBothOnce() {
		assertEquals(new MemoryNeed(4 * plan.parameterCount(), 4 * plan
			.activationCount()), NetworkMemory.predicting(plan, ComputePath.ONE_DNN,
				2));
	}

	/** 3 x 3 x 2 values for each of 6 x 5 pixels, of 4 bytes each. */
	@Test
	void thePortablePathHoldsThePatchesOfTheFirstConvolution() {
		final NetworkPlan one = plan(2, new Conv(4, 3, 1, 1, true), new Conv(4, 3,
			1, 1, true), new Flatten(), new Dense(0));
		assertEquals(4 * 540, perSample(one, ComputePath.PORTABLE) - perSample(one,
			ComputePath.ONE_DNN));
	}

	/** 3 x 3 values for each of 6 x 5 pixels of each channel. */
	@Test
	void channelsThatGoApartTakePlaceOnceEach() {
		final NetworkPlan bag = plan(7, new SplitChannels(), new Conv(4, 3, 1, 1,
			true), new Flatten(), new JoinChannels(), new Dense(0));
		assertEquals(4 * 7 * 270, perSample(bag, ComputePath.PORTABLE) - perSample(
			bag, ComputePath.ONE_DNN));
		assertEquals(4 * 4 * (7 * (30 + 120 + 120) + 840 + 3), perSample(bag,
			ComputePath.ONE_DNN));
	}

	/** 36 values for 9 of the kernel, once and in each thread; 1 M values. */
	@Test
	void eachThreadOfThePortablePathHoldsWhatItMultipliesAndItsGradients() {
		final NetworkPlan one = plan(2, new Conv(4, 3, 1, 1, false), new Flatten(),
			new Dense(0));
		final long kernel = 4 * 2 * 9;
		for (final int threads : new int[] { 1, 3 }) {
			assertEquals(4 * (4 * kernel + threads * ((1 << 20) + 4 * kernel)), fixed(
				one, ComputePath.PORTABLE, threads) - fixed(one, ComputePath.ONE_DNN,
					threads));
		}
	}

	/** A row of tiles of 1000 x 4 pixels has 36 x 250 values per channel. */
	@Test
	void aRowOfALargeImageIsMultipliedAtATimeHoweverLong() {
		final NetworkPlan wide = NetworkPlan.of(new NetworkSpec(new Architecture(
			"wide", List.of(new Conv(256, 3, 1, 1, false), new GlobalAveragePool(),
				new Dense(0))), new InputShape(256, 8, 1000), 3));
		final NetworkPlan narrow = NetworkPlan.of(new NetworkSpec(wide.spec()
			.architecture(), new InputShape(256, 8, 100), 3));
		assertEquals(4 * (36 * 250 * 512 - (1 << 20)), fixed(wide,
			ComputePath.PORTABLE, 1) - fixed(narrow, ComputePath.PORTABLE, 1));
	}

	private static NetworkPlan plan(final int channels,
		final LayerSpec... layers)
	{
		return NetworkPlan.of(new NetworkSpec(new Architecture("one", List.of(
			layers)), new InputShape(channels, 6, 5), 3));
	}

	private static long perSample(final NetworkPlan of, final ComputePath path) {
		return NetworkMemory.training(of, new AdamW(0), path, 2).bytesPerSample();
	}

	private static long fixed(final NetworkPlan of, final ComputePath path,
		final int threads)
	{
		return NetworkMemory.training(of, new AdamW(0), path, threads).fixedBytes();
	}
}

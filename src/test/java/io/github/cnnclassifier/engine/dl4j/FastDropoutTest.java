
package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.progress.Progress;

class FastDropoutTest {

	private static final int SIZE = 20_000;
	private static final int SLOPES = 100;

	@Test
	void dropoutDropsItsShareWhileTrainingAndNothingWhenPredicting() {
		Bootstrap.start(Progress.none());
		try (Memory memory = new Memory(true)) {
			final Signal signal = memory.signal(SIZE / 100, 100);
			final FastDropout dropout = new FastDropout(signal, 0.3,
				() -> new SplittableRandom(1), memory);
			final float[] ones = new float[SIZE];
			Arrays.fill(ones, 1);
			final float[] found = new float[SIZE];
			Memory.write(signal.value(), ones);
			dropout.forward(false);
			Memory.read(signal.value(), found, SIZE);
			assertArrayEquals(ones, found);

			dropout.forward(true);
			Memory.read(signal.value(), found, SIZE);
			int dropped = 0;
			for (final float value : found) {
				if (value == 0) dropped++;
				else assertEquals(1 / 0.7, value, 1e-6);
			}
			assertTrue(Math.abs(dropped - 0.3 * SIZE) < 300, dropped + " dropped");

			Memory.write(signal.gradient(), ones);
			dropout.backward();
			final float[] gradient = new float[SIZE];
			Memory.read(signal.gradient(), gradient, SIZE);
			assertArrayEquals(found, gradient);
		}
	}

	/** Dropout changes its input in place, which must not change slopes. */
	@Test
	void activationsBeforeItKeepTheirSlopes() {
		Bootstrap.start(Progress.none());
		assertSlopes(x -> x > 0 ? 1 : 0.1, (in, memory) -> FastActivation.leakyRelu(
			in, 0.1, memory));
		assertSlopes(x -> Math.exp(Math.min(x, 0)), (in, memory) -> FastActivation
			.elu(in, memory.signal(1, SLOPES), memory));
		assertSlopes(x -> {
			final double p = 1 / (1 + Math.exp(-x));
			return p + x * p * (1 - p);
		}, (in, memory) -> FastActivation.silu(in, memory.signal(1, SLOPES),
			memory));
	}

	private static void assertSlopes(final DoubleUnaryOperator slope,
		final BiFunction<Signal, Memory, FastLayer> layer)
	{
		try (Memory memory = new Memory(true)) {
			final Signal in = memory.signal(1, SLOPES);
			final FastLayer activation = layer.apply(in, memory);
			final FastDropout dropout = new FastDropout(activation.output(), 0.5,
				() -> new SplittableRandom(2), memory);
			final float[] x = new float[SLOPES];
			for (int i = 0; i < SLOPES; i++)
				x[i] = (i - SLOPES / 2 + 0.5f) / 20;
			Memory.write(in.value(), x);
			activation.forward(true);
			dropout.forward(true);
			final float[] ones = new float[SLOPES];
			Arrays.fill(ones, 1);
			Memory.write(dropout.output().gradient(), ones);
			dropout.backward();
			final float[] factors = new float[SLOPES];
			Memory.read(dropout.output().gradient(), factors, SLOPES);
			activation.backward();
			final float[] found = new float[SLOPES];
			Memory.read(in.gradient(), found, SLOPES);
			for (int i = 0; i < SLOPES; i++)
				assertEquals(factors[i] * slope.applyAsDouble(x[i]), found[i], 1e-5,
					"at " + x[i]);
		}
	}
}

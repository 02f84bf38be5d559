
package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.progress.Progress;

class FastDropoutTest {

	private static final int SIZE = 20_000;

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
}

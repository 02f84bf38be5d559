
package io.github.cnnclassifier.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.random.SeedTree;

/** Labels that are spread over classes or blended with others. */
class SoftLabelsTest {

	/** One number each; the class is the number divided by 10. */
	private static final Batch BATCH = new Batch(new float[] { 1, 12, 3, 24 },
		new int[] { 0, 1, 0, 2 }, null, null, 4);

	private static SplittableRandom random(final long seed) {
		return new SeedTree(seed).random();
	}

	@Test
	void labelsStayAsTheyAreUnlessAskedFor() {
		assertSame(BATCH, SoftLabels.NONE.applyTo(BATCH, 3, random(1)));
	}

	/** 1 - 0.3 + 0.3 / 3 and 0.3 / 3. */
	@Test
	void smoothingSpreadsAShareEvenly() {
		final Batch smooth = new SoftLabels(0.3, 0).applyTo(BATCH, 3, random(1));
		assertArrayEquals(new float[] { 0.8f, 0.1f, 0.1f, 0.1f, 0.8f, 0.1f, 0.8f,
			0.1f, 0.1f, 0.1f, 0.1f, 0.8f }, smooth.shares(), 1e-6f);
		assertSame(BATCH.inputs(), smooth.inputs());
	}

	@Test
	void imagesAndLabelsAreBlendedInTheSameShares() {
		for (long seed = 0; seed < 50; seed++) {
			final Batch mixed = new SoftLabels(0, 1).applyTo(BATCH, 3, random(seed));
			for (int n = 0; n < 4; n++) {
				// the tens of the blended numbers are the blended classes
				final float[] shares = Arrays.copyOfRange(mixed.shares(), 3 * n, 3 * n +
					3);
				assertEquals(1, shares[0] + shares[1] + shares[2], 1e-5);
				double expected = 0;
				for (int c = 0; c < 3; c++)
					expected += shares[c] * 10 * c;
				final double ones = mixed.inputs()[n] - expected;
				assertTrue(ones > 0.99 && ones < 4.01, n + ": " + ones);
			}
		}
	}

	/** So that the loss is the blend of the two weighted losses. */
	@Test
	void aBlendHasTheWeightsOfItsParts() {
		final float[] byClass = { 1, 2, 5 };
		final Batch weighted = new Batch(BATCH.inputs(), BATCH.labels(), null,
			new float[] { 1, 2, 1, 5 }, 4);
		for (long seed = 0; seed < 20; seed++) {
			final Batch plain = new SoftLabels(0, 1).applyTo(BATCH, 3, random(seed));
			final Batch mixed = new SoftLabels(0, 1).applyTo(weighted, 3, random(
				seed));
			for (int i = 0; i < 12; i++)
				assertEquals(plain.shares()[i] * byClass[i % 3], mixed.shares()[i] *
					mixed.weights()[i / 3], 1e-5);
		}
	}

	@Test
	void whatWasGivenStaysAsItWas() {
		new SoftLabels(0.1, 1).applyTo(BATCH, 3, random(1));
		assertArrayEquals(new float[] { 1, 12, 3, 24 }, BATCH.inputs());
	}

	@Test
	void theSameRandomNumbersGiveTheSameBlend() {
		final SoftLabels mixing = new SoftLabels(0.1, 0.4);
		final float[] first = mixing.applyTo(BATCH, 3, random(5)).inputs();
		assertArrayEquals(first, mixing.applyTo(BATCH, 3, random(5)).inputs());
		assertNotEquals(Arrays.toString(first), Arrays.toString(mixing.applyTo(
			BATCH, 3, random(6)).inputs()));
	}

	/** Mean 1/2 and variance 1 / (4 (2 alpha + 1)) of a beta distribution. */
	@ParameterizedTest
	@ValueSource(doubles = { 1e-4, 0.05, 0.2, 0.5, 1 })
	void theShareHasABetaDistribution(final double alpha) {
		final SplittableRandom random = random(3);
		final int draws = 20_000;
		double sum = 0;
		double squares = 0;
		for (int i = 0; i < draws; i++) {
			final double share = Mixup.beta(alpha, random);
			assertTrue(share >= 0 && share <= 1, "share " + share);
			sum += share;
			squares += (share - 0.5) * (share - 0.5);
		}
		assertEquals(0.5, sum / draws, 0.015);
		assertEquals(1 / (4 * (2 * alpha + 1)), squares / draws, 0.005);
	}
}

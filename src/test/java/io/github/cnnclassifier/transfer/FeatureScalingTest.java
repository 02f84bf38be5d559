
package io.github.cnnclassifier.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.random.SeedTree;

class FeatureScalingTest {

	@Test
	void eachFeatureGetsMeanZeroAndDeviationOne() {
		final float[][] rows = { { 1, -100 }, null, { 3, 100 } };
		final FeatureScaling scaling = FeatureScaling.of(rows);
		assertArrayEquals(new float[] { -1, -1 }, scaling.scaled(rows[0]));
		assertArrayEquals(new float[] { 3, 2 }, scaling.scaled(new float[] { 5,
			200 }));
	}

	/** Also of a new row that is far away. */
	@Test
	void whatIsAlwaysTheSameButForRoundingTellsNothing() {
		final FeatureScaling scaling = FeatureScaling.of(new float[][] { { 0.5f, 7,
			1e-9f }, { 0.50000006f, 7, 2e-9f } });
		assertArrayEquals(new float[] { 0, 0, 1 }, scaling.scaled(new float[] {
			0.6f, 8, 2e-9f }), 1e-6f);
	}

	@Test
	void aHeadForScaledFeaturesSaysTheSameOfFeaturesAsTheyAre() {
		final SplittableRandom random = new SeedTree(2).random();
		final float[][] rows = new float[30][4];
		for (final float[] row : rows) {
			for (int f = 0; f < 4; f++)
				row[f] = (float) (f == 3 ? 0.25 : 10 * f + random.nextDouble());
		}
		final double[] at = random.doubles(4 * 3 + 3).toArray();
		final FeatureScaling scaling = FeatureScaling.of(rows);
		final LinearHead head = scaling.unscaled(at, 3);
		for (final float[] row : rows) {
			final float[] scaled = scaling.scaled(row);
			final double[] scores = { at[12], at[13], at[14] };
			for (int f = 0; f < 4; f++) {
				for (int k = 0; k < 3; k++)
					scores[k] += at[3 * f + k] * scaled[f];
			}
			assertArrayEquals(Softmax.of(scores), head.probabilities(row), 1e-5);
		}
		assertEquals(0, head.weight()[9]);
	}
}

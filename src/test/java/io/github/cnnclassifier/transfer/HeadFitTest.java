
package io.github.cnnclassifier.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;

class HeadFitTest {

	private static final int IMAGES = 90;
	private static final int CLASSES = 3;

	/** Two of five features tell the class, far from 0 and on another scale. */
	private static FeatureTable table(final int views,
		final IntUnaryOperator label)
	{
		final SplittableRandom random = new SeedTree(3).random();
		final float[][] rows = new float[IMAGES * views][5];
		final int[] labels = new int[IMAGES];
		for (int i = 0; i < IMAGES; i++) {
			final int k = i % CLASSES;
			labels[i] = label.applyAsInt(i);
			for (int v = 0; v < views; v++) {
				final float[] row = rows[i * views + v];
				for (int f = 0; f < row.length; f++)
					row[f] = (float) random.nextDouble(-1, 1);
				row[1] = 100 + 10 * (k == 1 ? 1 : 0) + row[1];
				row[2] = -0.001f * (k == 2 ? 1 : 0) + 1e-4f * row[2];
				row[3] = 7;
			}
		}
		return new FeatureTable(IMAGES, views, rows, labels);
	}

	private static HeadFit.Fitted fit(final FeatureTable table) {
		return new HeadFit(table, new float[] { 1, 1, 1 }).fit(new SeedTree(1),
			Progress.none());
	}

	@Test
	void featuresOfAnyScaleThatTellTheClassAreFound() {
		final FeatureTable table = table(1, i -> i % CLASSES);
		final HeadFit.Fitted fitted = fit(table);
		assertEquals(1, fitted.accuracy(), 1e-9);
		for (int i = 0; i < IMAGES; i++)
			assertTrue(fitted.head().probabilities(table.unchanged(i))[i %
				CLASSES] > 0.7);
	}

	@Test
	void labelsWithoutReasonStayAtChanceAndAreHeldSmall() {
		final SplittableRandom random = new SeedTree(9).random();
		final int[] any = random.ints(IMAGES, 0, CLASSES).toArray();
		final HeadFit.Fitted fitted = fit(table(2, i -> any[i]));
		assertEquals(1.0 / CLASSES, fitted.accuracy(), 0.15);
		assertTrue(fitted.strength() >= 0.1, "strength " + fitted.strength());
	}

	@Test
	void theSameSeedGivesTheSameHead() {
		final FeatureTable table = table(2, i -> i % CLASSES);
		assertArrayEquals(fit(table).head().weight(), fit(table).head().weight());
	}

	@Test
	void aClassWithOneImageIsFittedToo() {
		final FeatureTable table = table(1, i -> i == 5 ? 2 : i % 2);
		assertTrue(Double.isFinite(fit(table).loss()));
	}
}

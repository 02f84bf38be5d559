
package io.github.cnnclassifier.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

/** The head of somebody who labels. */
class LiveHeadTest {

	private final List<float[]> rows = new ArrayList<>();
	private int[] labels;

	/** Three clouds in a plane. */
	private void clouds(final int each) {
		final SplittableRandom random = new SplittableRandom(1);
		final float[][] centers = { { 0, 2 }, { -2, -1 }, { 2, -1 } };
		labels = new int[3 * each];
		for (int i = 0; i < labels.length; i++) {
			labels[i] = i % 3;
			rows.add(new float[] { (float) (centers[i % 3][0] + 0.3 * random
				.nextGaussian()), (float) (centers[i % 3][1] + 0.3 * random
					.nextGaussian()) });
		}
	}

	@Test
	void recognizesEachCloudWithProbabilitiesThatSumToOne() {
		clouds(20);
		final LiveHead head = LiveHead.fit(rows, labels, 3, null);
		for (int i = 0; i < labels.length; i++) {
			final float[] p = head.probabilities(rows.get(i));
			assertEquals(1, p[0] + p[1] + p[2], 1e-5);
			assertTrue(p[labels[i]] > 0.5, "row " + i);
		}
	}

	@Test
	void beginningAtAFormerOneEndsAtTheSamePlace() {
		clouds(20);
		final LiveHead former = LiveHead.fit(rows.subList(0, 9), Arrays.copyOf(
			labels, 9), 3, null);
		assertArrayEquals(LiveHead.fit(rows, labels, 3, null).probabilities(rows
			.get(0)), LiveHead.fit(rows, labels, 3, former).probabilities(rows.get(
				0)), 1e-3f);
	}

	@Test
	void aFormerOneOfOtherClassesIsNoBegin() {
		clouds(20);
		final LiveHead two = LiveHead.fit(List.of(rows.get(0), rows.get(1)),
			new int[] { 0, 1 }, 2, null);
		assertEquals(3, LiveHead.fit(rows, labels, 3, two).probabilities(rows.get(
			0)).length);
	}
}

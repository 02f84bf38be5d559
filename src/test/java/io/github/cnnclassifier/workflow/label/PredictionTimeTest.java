
package io.github.cnnclassifier.workflow.label;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.random.SeedTree;

/** How long 10,000 crops wait for their classes after a label. */
@Tag("slow")
class PredictionTimeTest {

	private static final int CROPS = 10_000;
	private static final int FEATURES = 160;
	private static final int CLASSES = 8;
	private static final int ROUNDS = 5;
	private static final double MOST_MILLIS = 500;

	@Test
	void isBelowHalfASecondWhateverTheNumberOfLabels() {
		final SplittableRandom random = new SplittableRandom(1);
		final float[][] features = new float[CROPS][FEATURES];
		for (int i = 0; i < CROPS; i++)
			for (int f = 0; f < FEATURES; f++)
				features[i][f] = (float) (random.nextGaussian() + (f % CLASSES == i %
					CLASSES ? 0.5 : 0));
		final long start = nanos();
		final FeatureSpace space = FeatureSpace.of(features, new SeedTree(1));
		System.out.printf(Locale.ROOT, "%d crops: clusters in %.0f ms, once%n",
			CROPS, (nanos() - start) / 1e6);
		for (final int labeled : new int[] { 20, 200, 2000, 9000 }) {
			final double millis = median(space, labeled);
			System.out.printf(Locale.ROOT, "%d labels: %.0f ms%n", labeled, millis);
			assertTrue(millis < MOST_MILLIS, labeled + " labels: " + millis + " ms");
		}
	}

	/** Of the processor, as others may work beside: all of it is one thread. */
	private static long nanos() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

	private static double median(final FeatureSpace space, final int labeled) {
		final int[] labels = new int[CROPS];
		Arrays.fill(labels, LabelBook.NONE);
		for (int i = 0; i < labeled; i++)
			labels[i] = i % CLASSES;
		Predicted predicted = Predicted.of(space, labels, Predicted.NOTHING);
		final double[] millis = new double[ROUNDS];
		for (int round = 0; round < ROUNDS; round++) {
			final int more = labeled + round;
			labels[more] = more % CLASSES;
			final long start = nanos();
			predicted = Predicted.of(space, labels, predicted);
			Suggestions.of(space, predicted, i -> labels[i] == LabelBook.NONE,
				IntStream.range(0, CROPS).filter(i -> labels[i] != LabelBook.NONE)
					.toArray());
			millis[round] = (nanos() - start) / 1e6;
		}
		Arrays.sort(millis);
		return millis[ROUNDS / 2];
	}
}

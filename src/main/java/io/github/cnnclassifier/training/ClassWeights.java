
package io.github.cnnclassifier.training;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Weights that let rare classes count as much as common ones: images divided by
 * (classes times images of the class), as scikit-learn's "balanced", up to a
 * limit: an image that weighs more than all others of its batch together makes
 * steps in its own direction only.
 *
 * @param perClass one weight per label index; all 1 when the classes are nearly
 *          equal
 * @param statement what was done and why, empty when nothing was
 */
public record ClassWeights(float[] perClass, Optional<String> statement) {

	private static final double TOLERATED_RATIO = 3;

	/** In the smallest batches, of 8 images, that is less than half. */
	private static final double HEAVIEST = 5;

	/**
	 * @param labels names by label index
	 * @param counts training images of each class, at least 1
	 * @return weights where the largest class has more than three times the
	 *         images of the smallest, none above 5; else all 1
	 */
	public static ClassWeights balancing(final List<String> labels,
		final int[] counts)
	{
		final int largest = Arrays.stream(counts).max().orElseThrow();
		final int smallest = Arrays.stream(counts).min().orElseThrow();
		final float[] weights = new float[counts.length];
		Arrays.fill(weights, 1);
		if (largest <= TOLERATED_RATIO * smallest) return new ClassWeights(weights,
			Optional.empty());
		final double total = Arrays.stream(counts).sum();
		final StringBuilder text = new StringBuilder(
			"The largest class has more than three times the images of the smallest; " +
				"the loss weighs the classes:");
		for (int i = 0; i < counts.length; i++) {
			weights[i] = (float) Math.min(HEAVIEST, total / (counts.length *
				(double) counts[i]));
			text.append(String.format(Locale.ROOT, "%s %s (%d images) x%.2f", i == 0
				? "" : ",", labels.get(i), counts[i], weights[i]));
		}
		return new ClassWeights(weights, Optional.of(text.append('.').toString()));
	}

	/** @return whether all classes count alike */
	public boolean areEqual() {
		return statement.isEmpty();
	}
}

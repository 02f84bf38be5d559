
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
 * @param perClass one weight per label index
 * @param statement what was done and why, empty when nothing was
 */
public record ClassWeights(float[] perClass, Optional<String> statement) {

	private static final double TOLERATED_RATIO = 3;
	private static final String MUCH_LARGER =
		"The largest class has more than three times the images of the smallest";

	/** In the smallest batches, of 8 images, that is less than half. */
	private static final double HEAVIEST = 5;

	/**
	 * @param balance what to do
	 * @param labels names by label index
	 * @param counts training images of each class, at least 1
	 * @return weights of at most 5 if that is what to do, or if it is automatic
	 *         and the largest class has more than three times the images of the
	 *         smallest; else all 1
	 */
	public static ClassWeights of(final ClassBalance balance,
		final List<String> labels, final int[] counts)
	{
		final int largest = Arrays.stream(counts).max().orElseThrow();
		final int smallest = Arrays.stream(counts).min().orElseThrow();
		final boolean differ = largest > TOLERATED_RATIO * smallest;
		if (balance == ClassBalance.WEIGHTS || balance == ClassBalance.AUTO &&
			differ) return weights(differ ? MUCH_LARGER + "; the loss weighs the " +
				"classes:" : "The loss weighs the classes:", labels, counts);
		if (balance == ClassBalance.SAMPLING) return equal(counts.length,
			"Every batch has about as many images of each class, so that in an " +
				"epoch some come several times and some do not come.");
		return equal(counts.length, differ ? MUCH_LARGER +
			", and nothing is done about it." : null);
	}

	private static ClassWeights equal(final int classes, final String statement) {
		final float[] weights = new float[classes];
		Arrays.fill(weights, 1);
		return new ClassWeights(weights, Optional.ofNullable(statement));
	}

	private static ClassWeights weights(final String reason,
		final List<String> labels, final int[] counts)
	{
		final float[] weights = new float[counts.length];
		final double total = Arrays.stream(counts).sum();
		final StringBuilder text = new StringBuilder(reason);
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
		for (final float weight : perClass)
			if (weight != perClass[0]) return false;
		return true;
	}
}

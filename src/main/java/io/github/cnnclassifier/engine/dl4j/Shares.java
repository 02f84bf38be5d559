
package io.github.cnnclassifier.engine.dl4j;

/** Checks what is given as the truth of a batch. */
final class Shares {

	/** What is added up in single precision is not 1 to the last digit. */
	private static final double ROUNDING = 1e-4;

	private Shares() {}

	/**
	 * @param targets N,classes
	 * @throws IllegalArgumentException if there are too few, one is below 0, or
	 *           those of an input do not add up to 1
	 */
	static void require(final float[] targets, final int count,
		final int classes)
	{
		if (targets.length < count * classes) throw new IllegalArgumentException(
			"Expected " + count * classes + " shares for " + count + " inputs, got " +
				targets.length);
		for (int n = 0; n < count; n++) {
			double sum = 0;
			for (int c = 0; c < classes; c++) {
				final float share = targets[n * classes + c];
				if (!(share >= 0)) throw new IllegalArgumentException("Input " + n +
					": expected shares of 0 or more, got " + share);
				sum += share;
			}
			if (!(Math.abs(sum - 1) <= ROUNDING)) throw new IllegalArgumentException(
				"Input " + n + ": expected shares with sum 1, got " + sum);
		}
	}
}

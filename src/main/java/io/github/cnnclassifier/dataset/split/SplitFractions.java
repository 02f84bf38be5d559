
package io.github.cnnclassifier.dataset.split;

/**
 * Which part of the images of each class goes to which side.
 *
 * @param training above 0
 * @param validation above 0
 * @param test 0 or more
 */
public record SplitFractions(double training, double validation, double test) {

	/** 0.70, 0.15 and 0.15: enough left to learn from, enough to measure on. */
	public static final SplitFractions DEFAULT = new SplitFractions(0.70, 0.15,
		0.15);

	/** 0.85 and 0.15, where the images for the test were set aside before. */
	public static final SplitFractions WITHOUT_TEST = new SplitFractions(0.85,
		0.15, 0);

	/** @throws IllegalArgumentException unless they sum to 1 */
	public SplitFractions {
		if (!(training > 0 && validation > 0 && test >= 0) || Math.abs(training +
			validation + test - 1) > 1e-9) throw new IllegalArgumentException(
				"Expected fractions that sum to 1, found " + training + ", " +
					validation + ", " + test);
	}
}

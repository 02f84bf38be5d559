
package io.github.cnnclassifier.engine.dl4j;

/**
 * How fast the running means and variances of batch normalization follow the
 * batches. They start as plain averages of the first batches instead of at 0
 * and 1, which a short training would still remember when it ends.
 */
final class RunningMean {

	/** Of the mean so far, when many batches have been seen. */
	static final double KEPT_SHARE = 0.9;

	private RunningMean() {}

	/**
	 * @param step 0-based training step
	 * @return the share of the mean so far that this step keeps: 0, 1/2, 2/3 and
	 *         so on up to 0.9
	 */
	static double keptShare(final long step) {
		return Math.min(KEPT_SHARE, step / (step + 1.0));
	}
}

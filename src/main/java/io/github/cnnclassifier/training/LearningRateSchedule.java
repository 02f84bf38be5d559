
package io.github.cnnclassifier.training;

/**
 * The learning rate of each step: a short linear warm-up, then half a cosine
 * down to a hundredth of the highest rate (Loshchilov and Hutter, 2017, without
 * restarts).
 *
 * @param highest the rate after the warm-up, above 0
 * @param totalSteps of the run, at least 1
 */
public record LearningRateSchedule(double highest, long totalSteps) {

	private static final double WARM_UP_SHARE = 0.05;
	private static final double LOWEST_SHARE = 0.01;

	/**
	 * @param step 0-based
	 * @return the rate of this step, above 0 and never above the highest
	 */
	public double at(final long step) {
		final double warmUp = Math.max(1, WARM_UP_SHARE * totalSteps);
		if (step + 1 < warmUp) return highest * (step + 1) / warmUp;
		final double share = Math.min(1, (step + 1 - warmUp) / Math.max(1,
			totalSteps - warmUp));
		final double cosine = 0.5 * (1 + Math.cos(Math.PI * share));
		return highest * (LOWEST_SHARE + (1 - LOWEST_SHARE) * cosine);
	}
}

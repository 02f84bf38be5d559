
package io.github.cnnclassifier.training;

/** How the learning rate changes in the course of a run. */
public sealed interface LearningRateSchedule {

	/**
	 * @param step 0-based
	 * @param totalSteps of the run, at least 1
	 * @param highest rate of the run, above 0
	 * @return the rate of this step, above 0 and never above the highest
	 */
	double rate(long step, long totalSteps, double highest);

	/**
	 * A linear warm-up, then half a cosine (Loshchilov and Hutter, 2017, without
	 * restarts).
	 *
	 * @param warmUpShare part of the steps in which the rate rises, from 0 to
	 *          below 1
	 * @param lowestShare part of the highest rate that the run ends with, above
	 *          0, at most 1
	 */
	record Cosine(double warmUpShare, double lowestShare)
			implements
				LearningRateSchedule
	{

		/** A short warm-up, then down to a hundredth of the highest rate. */
		public static final Cosine DEFAULT = new Cosine(0.05, 0.01);

		/** @throws IllegalArgumentException if a number is out of its range */
		public Cosine {
			if (!(warmUpShare >= 0 && warmUpShare < 1) || !(lowestShare > 0 &&
				lowestShare <= 1)) throw new IllegalArgumentException(
					"Impossible schedule: warmUpShare=" + warmUpShare + " lowestShare=" +
						lowestShare);
		}

		@Override
		public double rate(final long step, final long totalSteps,
			final double highest)
		{
			final double warmUp = Math.max(1, warmUpShare * totalSteps);
			if (step + 1 < warmUp) return highest * (step + 1) / warmUp;
			final double share = Math.min(1, (step + 1 - warmUp) / Math.max(1,
				totalSteps - warmUp));
			final double cosine = 0.5 * (1 + Math.cos(Math.PI * share));
			return highest * (lowestShare + (1 - lowestShare) * cosine);
		}
	}
}

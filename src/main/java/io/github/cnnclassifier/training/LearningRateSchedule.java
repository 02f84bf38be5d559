
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

	/** The same rate throughout. */
	record Constant() implements LearningRateSchedule {

		@Override
		public double rate(final long step, final long totalSteps,
			final double highest)
		{
			return highest;
		}
	}

	/**
	 * Stairs of equal length.
	 *
	 * @param stairs how many, at least 1
	 * @param factor rate of a stair divided by that of the one before, above 0,
	 *          at most 1
	 */
	record Step(int stairs, double factor) implements LearningRateSchedule {

		/** Three, each at a tenth of the rate of the one before. */
		public static final Step DEFAULT = new Step(3, 0.1);

		/** @throws IllegalArgumentException if a number is out of its range */
		public Step {
			if (stairs < 1 || stairs > 100 || !(factor > 0 && factor <= 1))
				throw new IllegalArgumentException("Impossible schedule: stairs=" +
					stairs + " factor=" + factor);
		}

		@Override
		public double rate(final long step, final long totalSteps,
			final double highest)
		{
			final long stair = Math.min(stairs - 1, step * stairs / totalSteps);
			return highest * Math.pow(factor, stair);
		}
	}

	/**
	 * Up and down once, both as half a cosine (Smith and Topin, 2018, in the form
	 * of PyTorch's OneCycleLR; the momentum stays as it is).
	 *
	 * @param warmUpShare part of the steps in which the rate rises, from 0 to
	 *          below 1
	 * @param firstShare part of the highest rate that the run begins with, above
	 *          0, at most 1
	 * @param lastShare part of the highest rate that the run ends with, above 0,
	 *          at most 1
	 */
	record OneCycle(double warmUpShare, double firstShare, double lastShare)
			implements
				LearningRateSchedule
	{

		/** As in PyTorch: up from a 25th, down to a 250000th. */
		public static final OneCycle DEFAULT = new OneCycle(0.3, 0.04, 4e-6);

		/** @throws IllegalArgumentException if a number is out of its range */
		public OneCycle {
			if (!(warmUpShare >= 0 && warmUpShare < 1) || !(firstShare > 0 &&
				firstShare <= 1) || !(lastShare > 0 && lastShare <= 1))
				throw new IllegalArgumentException("Impossible schedule: warmUpShare=" +
					warmUpShare + " firstShare=" + firstShare + " lastShare=" +
					lastShare);
		}

		@Override
		public double rate(final long step, final long totalSteps,
			final double highest)
		{
			final double top = Math.max(0, warmUpShare * totalSteps - 1);
			if (step < top) return highest * between(firstShare, 1, step / top);
			final double down = totalSteps - 1 - top;
			return down <= 0 ? highest : highest * between(1, lastShare, Math.min(1,
				(step - top) / down));
		}

		private static double between(final double from, final double to,
			final double share)
		{
			return to + (from - to) * 0.5 * (1 + Math.cos(Math.PI * share));
		}
	}
}

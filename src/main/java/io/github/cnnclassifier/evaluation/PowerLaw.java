
package io.github.cnnclassifier.evaluation;

/**
 * How the error falls with the number of images to learn from: an inverse power
 * law, after R. L. Figueroa et al., Predicting sample size required for
 * classification performance (2012), and J. Hestness et al., Deep learning
 * scaling is predictable, empirically (2017).
 *
 * @param floor error that no number of images removes, 0 to 1
 * @param scale error above the floor with one image, 0 or more
 * @param exponent how fast it falls, above 0
 */
public record PowerLaw(double floor, double scale, double exponent) {

	private static final double SLOWEST = 0.05;
	private static final double FASTEST = 2;
	private static final int STEPS = 40;

	/**
	 * @param images 1 or more
	 * @return share of errors
	 */
	public double at(final double images) {
		return floor + scale * Math.pow(images, -exponent);
	}

	/**
	 * The law with the least weighted squares. For each exponent between 0.05 and
	 * 2 the rest is linear, with neither floor nor scale below 0.
	 *
	 * @param images at least one, each 1 or more
	 * @param errors of each, 0 to 1
	 * @param weights of each, above 0
	 * @return the law; of one or two points any that fits
	 */
	static PowerLaw fit(final double[] images, final double[] errors,
		final double[] weights)
	{
		PowerLaw best = null;
		double least = Double.POSITIVE_INFINITY;
		for (int i = 0; i <= STEPS; i++) {
			final double exponent = SLOWEST * Math.pow(FASTEST / SLOWEST, (double) i /
				STEPS);
			final PowerLaw law = of(exponent, images, errors, weights);
			final double squares = law.squares(images, errors, weights);
			if (squares >= least) continue;
			least = squares;
			best = law;
		}
		return best;
	}

	/** @return the best one of this exponent */
	private static PowerLaw of(final double exponent, final double[] images,
		final double[] errors, final double[] weights)
	{
		// of about 1, whatever the numbers of images are
		final double unit = images[images.length - 1];
		double w = 0;
		double wx = 0;
		double wy = 0;
		double wxx = 0;
		double wxy = 0;
		for (int i = 0; i < images.length; i++) {
			final double x = Math.pow(images[i] / unit, -exponent);
			w += weights[i];
			wx += weights[i] * x;
			wy += weights[i] * errors[i];
			wxx += weights[i] * x * x;
			wxy += weights[i] * x * errors[i];
		}
		final double spread = w * wxx - wx * wx;
		double scale = spread <= 0 ? 0 : Math.max(0, (w * wxy - wx * wy) / spread);
		double floor = (wy - scale * wx) / w;
		if (floor < 0) {
			floor = 0;
			scale = wxy / wxx;
		}
		return new PowerLaw(floor, scale * Math.pow(unit, exponent), exponent);
	}

	/** @return how far it is from the points */
	double squares(final double[] images, final double[] errors,
		final double[] weights)
	{
		double squares = 0;
		for (int i = 0; i < images.length; i++) {
			final double away = at(images[i]) - errors[i];
			squares += weights[i] * away * away;
		}
		return squares;
	}
}

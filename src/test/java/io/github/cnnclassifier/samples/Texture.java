
package io.github.cnnclassifier.samples;

/** A smooth random landscape of mean 0 and standard deviation 1. */
final class Texture {

	private static final int WAVES = 12;

	private final double[] alongX = new double[WAVES];
	private final double[] alongY = new double[WAVES];
	private final double[] phases = new double[WAVES];

	/** Made of waves whose lengths in pixels lie in the given range. */
	Texture(final double shortest, final double longest, final Draw draw) {
		for (int i = 0; i < WAVES; i++) {
			final double frequency = 2 * StrictMath.PI / draw.uniform(shortest,
				longest);
			final double direction = draw.angle();
			alongX[i] = frequency * StrictMath.cos(direction);
			alongY[i] = frequency * StrictMath.sin(direction);
			phases[i] = draw.angle();
		}
	}

	double at(final double x, final double y) {
		double sum = 0;
		for (int i = 0; i < WAVES; i++) {
			sum += StrictMath.cos(alongX[i] * x + alongY[i] * y + phases[i]);
		}
		return sum / StrictMath.sqrt(WAVES / 2.0);
	}
}

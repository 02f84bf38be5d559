
package io.github.cnnclassifier.augment;

import java.util.SplittableRandom;

/**
 * Photon noise and normal noise, each value by itself. For one image, on one
 * thread.
 */
final class ImageNoise {

	private static final double LOG_2_E = 1 / StrictMath.log(2);

	/**
	 * From so many photons on, their number is drawn as a normal one; the draw
	 * then cannot be negative.
	 */
	private static final double MANY = 12;
	private static final int MOST_OF_FEW = 64;

	/** Of the sum of four even numbers of 16 bits. */
	private static final int SUM_MEAN = 2 * 0xFFFF;
	private static final float ONE_BY_SUM_DEVIATION = (float) (1 / StrictMath
		.sqrt((65536.0 * 65536.0 - 1) / 3));

	private final SplittableRandom random;

	/** @param random of this noise alone */
	ImageNoise(final SplittableRandom random) {
		this.random = random;
	}

	/**
	 * Replaces values by what a camera would count of so much light. Values of 0
	 * and below have no photons and stay as they are.
	 *
	 * @param values changed in place
	 * @param count how many of them
	 * @param photonsOfOne how many photons the value 1 stands for, above 0
	 */
	void addPhotonNoise(final float[] values, final int count,
		final double photonsOfOne)
	{
		final double valueOfOne = 1 / photonsOfOne;
		for (int i = 0; i < count; i++) {
			if (values[i] > 0) values[i] = (float) (photons(values[i] *
				photonsOfOne) * valueOfOne);
		}
	}

	/**
	 * @param values changed in place
	 * @param count how many of them
	 * @param deviation the standard deviation, 0 or more
	 */
	void addNormalNoise(final float[] values, final int count,
		final float deviation)
	{
		for (int i = 0; i < count; i++) {
			values[i] += deviation * normal();
		}
	}

	/**
	 * @param mean above 0
	 * @return a number of the Poisson distribution: exact if few are expected;
	 *         else of the right mean and variance, but not whole
	 */
	private double photons(final double mean) {
		if (mean >= MANY) return mean + Math.sqrt(mean) * normal();
		final double drawn = random.nextDouble();
		double probability = BinaryPower.of(-mean * LOG_2_E);
		double sum = probability;
		int number = 0;
		while (drawn > sum && number < MOST_OF_FEW) {
			number++;
			probability *= mean / number;
			sum += probability;
		}
		return number;
	}

	/**
	 * @return nearly normal, mean 0 and variance 1, between -3.5 and 3.5: the sum
	 *         of four even draws, which takes one number of the generator
	 */
	private float normal() {
		final long bits = random.nextLong();
		final int sum = (int) ((bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) +
			(bits >>> 32 & 0xFFFF) + (bits >>> 48));
		return (sum - SUM_MEAN) * ONE_BY_SUM_DEVIATION;
	}
}

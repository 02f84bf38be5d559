
package io.github.cnnclassifier.augment;

/**
 * Of all values of an image, its channels together.
 *
 * @param min the smallest
 * @param max the largest
 * @param mean of all
 * @param standardDeviation of all
 */
record ImageStatistics(float min, float max, double mean,
		double standardDeviation)
{

	/**
	 * @param values at least one
	 * @param count how many of them count
	 * @return their figures
	 */
	static ImageStatistics of(final float[] values, final int count) {
		float min = values[0];
		float max = values[0];
		double sum = 0;
		double squares = 0;
		for (int i = 0; i < count; i++) {
			final float v = values[i];
			min = Math.min(min, v);
			max = Math.max(max, v);
			sum += v;
			squares += (double) v * v;
		}
		final double mean = sum / count;
		return new ImageStatistics(min, max, mean, Math.sqrt(Math.max(0, squares /
			count - mean * mean)));
	}

	/** @return whether the image keeps to the usual scale of inputs, 0 to 1 */
	boolean isWithinUnit() {
		return min >= 0 && max <= 1;
	}
}

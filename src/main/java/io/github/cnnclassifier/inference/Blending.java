
package io.github.cnnclassifier.inference;

/**
 * How much each window counts at each pixel of one axis: a raised cosine, which
 * is highest in the middle of the window and never 0. The weights of the
 * windows that hold a pixel add up to 1. Immutable and thread-safe.
 */
final class Blending {

	private final int[] first;
	private final float[][] weights;

	Blending(final WindowAxis axis) {
		first = new int[axis.length()];
		weights = new float[axis.length()][];
		for (int pixel = 0; pixel < axis.length(); pixel++) {
			first[pixel] = axis.first(pixel);
			weights[pixel] = weights(axis, pixel);
		}
	}

	private static float[] weights(final WindowAxis axis, final int pixel) {
		final int from = axis.first(pixel);
		final double[] raw = new double[axis.last(pixel) - from + 1];
		double sum = 0;
		for (int i = 0; i < raw.length; i++) {
			final double place = pixel - axis.start(from + i) + 0.5;
			final double sine = Math.sin(Math.PI * place / axis.window());
			raw[i] = sine * sine;
			sum += raw[i];
		}
		final float[] weights = new float[raw.length];
		for (int i = 0; i < raw.length; i++) {
			weights[i] = (float) (raw[i] / sum);
		}
		return weights;
	}

	/** @return the index of the first window that holds the pixel */
	int first(final int pixel) {
		return first[pixel];
	}

	/** @return one weight for each window that holds the pixel; only read */
	float[] weights(final int pixel) {
		return weights[pixel];
	}
}

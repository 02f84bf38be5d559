
package io.github.cnnclassifier.archive;

import java.util.Arrays;

import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.image.Preprocessing;

/**
 * The images of the self-test: smooth waves over the whole range of pixel
 * values, made from the description alone, so that no image of anybody is in
 * the file.
 */
final class TestInput {

	/** Two, so that a mistake in the batch axis shows. */
	static final int SAMPLES = 2;
	/** Largest difference of a probability on another machine. */
	static final double TOLERANCE = 1e-4;

	private TestInput() {}

	/**
	 * @param p decides shape and range
	 * @return N,C,H,W: pixel values at the input's size; the same for the same
	 *         description on every machine
	 */
	static float[] pixels(final Preprocessing p) {
		final float[] pixels = new float[Math.multiplyExact(SAMPLES, p.channels() *
			p.height() * p.width())];
		final double min = p.range().min();
		final double max = p.range().max();
		int i = 0;
		for (int n = 0; n < SAMPLES; n++) {
			for (int c = 0; c < p.channels(); c++) {
				for (int y = 0; y < p.height(); y++) {
					final double down = wave(y, p.height(), 2 - n, 0.1 * c);
					for (int x = 0; x < p.width(); x++) {
						final double across = wave(x, p.width(), 1 + n, 0.3 * c);
						final double share = 0.5 + 0.25 * (down + across);
						// rounding to float must not leave the range
						final double value = min + share * (max - min);
						pixels[i++] = (float) Math.max(min, Math.min(max, value));
					}
				}
			}
		}
		return pixels;
	}

	private static double wave(final int position, final int length,
		final int periods, final double phase)
	{
		// StrictMath gives the same bits everywhere
		return StrictMath.sin(2 * Math.PI * (periods * (position + 0.5) / length +
			phase));
	}

	/**
	 * @param network to be asked
	 * @param p prepares the pixels, which fill the whole input
	 * @param pixels as {@link #pixels} gives them
	 * @return N,classes: the probabilities
	 */
	static float[] predict(final Network network, final Preprocessing p,
		final float[] pixels)
	{
		final float[] prepared = new float[pixels.length];
		final int length = pixels.length / SAMPLES;
		for (int n = 0; n < SAMPLES; n++) {
			final float[] sample = Arrays.copyOfRange(pixels, n * length, (n + 1) *
				length);
			p.intensity().apply(sample, p.channels());
			System.arraycopy(sample, 0, prepared, n * length, length);
		}
		return network.predict(prepared, SAMPLES);
	}
}


package io.github.cnnclassifier.image;

import java.util.stream.IntStream;

/** One gray plane of red, green and blue ones, by ITU-R BT.601. */
final class Luma {

	private static final double RED = 0.299;
	private static final double GREEN = 0.587;
	private static final double BLUE = 0.114;

	/** The part of each byte: looking it up is faster than computing it. */
	private static final double[] REDS = parts(RED);
	private static final double[] GREENS = parts(GREEN);
	private static final double[] BLUES = parts(BLUE);

	private Luma() {}

	private static double[] parts(final double weight) {
		return IntStream.range(0, 1 << Byte.SIZE).mapToDouble(v -> weight * v)
			.toArray();
	}

	/** @param rgb three planes of values 0..255 */
	static float[] of(final byte[] rgb) {
		final int area = rgb.length / 3;
		final float[] gray = new float[area];
		for (int i = 0; i < area; i++) {
			gray[i] = (float) (REDS[rgb[i] & 0xff] + GREENS[rgb[area + i] & 0xff] +
				BLUES[rgb[2 * area + i] & 0xff]);
		}
		return gray;
	}

	/** @param rgb three planes */
	static float[] of(final float[] rgb) {
		final int area = rgb.length / 3;
		final float[] gray = new float[area];
		for (int i = 0; i < area; i++) {
			gray[i] = (float) (RED * rgb[i] + GREEN * rgb[area + i] + BLUE * rgb[2 *
				area + i]);
		}
		return gray;
	}
}

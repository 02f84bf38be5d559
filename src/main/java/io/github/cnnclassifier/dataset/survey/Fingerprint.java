
package io.github.cnnclassifier.dataset.survey;

import io.github.cnnclassifier.image.Resampler;
import io.github.cnnclassifier.image.SampleImage;

/**
 * A picture so small that thousands can be compared: gray values averaged over
 * 16 x 16 areas, how rough the image is in 8 x 8 areas, and the
 * {@link RingShape rings} of its middle. All are shifted and scaled to mean 0
 * and standard deviation 1, so bit depth, brightness and contrast do not
 * matter; neither do file format and image size.
 * <p>
 * Immutable and thread-safe.
 */
public final class Fingerprint {

	/** Columns and rows of the coarse image. */
	public static final int SHAPE_SIDE = 16;
	/** Columns and rows of the roughness. */
	public static final int ROUGHNESS_SIDE = 8;

	/** A standard deviation as it is stored: 3.9 of them fit a byte. */
	public static final int UNIT = 32;

	/** Below this side in pixels, different images look alike too easily. */
	private static final int SMALLEST_SIDE = 8;

	/** Below this side in pixels, only the closest copies are told apart. */
	private static final int SMALL_SIDE = 32;

	private final byte[] shape;
	private final byte[] roughness;
	/** Null if there are none. */
	private final byte[] rings;
	private final double aspect;
	private final boolean small;

	private Fingerprint(final byte[] shape, final byte[] roughness,
		final byte[] rings, final int longer, final int shorter)
	{
		this.shape = shape;
		this.roughness = roughness;
		this.rings = rings;
		aspect = (double) longer / shorter;
		small = shorter < SMALL_SIDE;
	}

	/**
	 * @param image of any size, with finite pixel values
	 * @return null if there is too little to tell it by: fewer than 8 pixels on a
	 *         side, or the same gray everywhere
	 */
	static Fingerprint of(final SampleImage image) {
		return of(image, image.toGray());
	}

	/**
	 * @param image of any size, with finite pixel values
	 * @param gray its gray values, row by row
	 * @return as {@link #of(SampleImage)}
	 */
	static Fingerprint of(final SampleImage image, final float[] gray) {
		final int width = image.width();
		final int height = image.height();
		if (Math.min(width, height) < SMALLEST_SIDE) return null;
		final byte[] shape = standardized(new Resampler(width, height, SHAPE_SIDE,
			SHAPE_SIDE).resample(gray, 1));
		if (shape == null) return null;
		final byte[] roughness = standardized(roughness(gray, width, height));
		return new Fingerprint(shape, roughness == null ? new byte[ROUGHNESS_SIDE *
			ROUGHNESS_SIDE] : roughness, RingShape.of(gray, width, height), Math.max(
				width, height), Math.min(width, height));
	}

	/** @return the standard deviation within each area */
	private static float[] roughness(final float[] gray, final int width,
		final int height)
	{
		final float[] roughness = new float[ROUGHNESS_SIDE * ROUGHNESS_SIDE];
		for (int y = 0; y < ROUGHNESS_SIDE; y++) {
			for (int x = 0; x < ROUGHNESS_SIDE; x++) {
				roughness[y * ROUGHNESS_SIDE + x] = deviation(gray, width, begin(x,
					width), begin(x + 1, width), begin(y, height), begin(y + 1, height));
			}
		}
		return roughness;
	}

	/** @return where an area begins, so that each pixel is in one area */
	private static int begin(final int area, final int length) {
		return (int) (((long) area * length + ROUGHNESS_SIDE - 1) / ROUGHNESS_SIDE);
	}

	private static float deviation(final float[] gray, final int width,
		final int left, final int right, final int top, final int bottom)
	{
		// two sums of each kind: an addition waits for the one before it
		double sum = 0;
		double squares = 0;
		double otherSum = 0;
		double otherSquares = 0;
		for (int y = top; y < bottom; y++) {
			final int end = y * width + right;
			int i = y * width + left;
			for (; i < end - 1; i += 2) {
				final double value = gray[i];
				final double other = gray[i + 1];
				sum += value;
				squares += value * value;
				otherSum += other;
				otherSquares += other * other;
			}
			if (i < end) {
				sum += gray[i];
				squares += (double) gray[i] * gray[i];
			}
		}
		sum += otherSum;
		squares += otherSquares;
		final int count = (right - left) * (bottom - top);
		final double mean = sum / count;
		return (float) Math.sqrt(Math.max(0, squares / count - mean * mean));
	}

	/** @return null if all values are as good as equal */
	private static byte[] standardized(final float[] values) {
		double sum = 0;
		double largest = 0;
		for (final float value : values) {
			sum += value;
			largest = Math.max(largest, Math.abs(value));
		}
		final double mean = sum / values.length;
		double squares = 0;
		for (final float value : values) {
			squares += (value - mean) * (value - mean);
		}
		final double deviation = Math.sqrt(squares / values.length);
		if (!(deviation > 1e-6 * largest)) return null;
		final double scale = UNIT / deviation;
		final byte[] bytes = new byte[values.length];
		for (int i = 0; i < bytes.length; i++) {
			final double value = Math.rint(scale * (values[i] - mean));
			bytes[i] = (byte) Math.max(-Byte.MAX_VALUE, Math.min(Byte.MAX_VALUE,
				value));
		}
		return bytes;
	}

	/** @return 256 values, row by row; not a copy */
	public byte[] shape() {
		return shape;
	}

	/** @return 64 values, row by row; not a copy */
	public byte[] roughness() {
		return roughness;
	}

	/**
	 * @return 256 values, ring by ring; not a copy; null if the image has less
	 *         than 32 pixels on a side, or its middle is the same gray everywhere
	 */
	public byte[] rings() {
		return rings;
	}

	/** @return the longer side over the shorter one */
	public double aspect() {
		return aspect;
	}

	/** @return whether it has so few pixels that different images come close */
	public boolean isSmall() {
		return small;
	}
}

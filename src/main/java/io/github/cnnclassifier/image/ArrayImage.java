
package io.github.cnnclassifier.image;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * Makes samples of arrays. Values come in the order C,H,W: row after row from
 * the top, one channel after the other. Three channels are three measurements,
 * not the red, green and blue of a color image. The arrays are copied.
 */
public final class ArrayImage {

	private static final String SOURCE = "array";

	private ArrayImage() {}

	/**
	 * @param values as they are, of any size and sign
	 * @param width in pixels
	 * @param height in pixels
	 * @param channels 1 for a gray image
	 * @return a 32-bit image of unknown pixel size
	 * @throws UserFailure if the array is not as long as width, height and
	 *           channels say
	 */
	public static SampleImage of(final float[] values, final int width,
		final int height, final int channels)
	{
		requireLength(values.length, width, height, channels);
		return image(Pixels.of(values), Float.SIZE, width, height, channels);
	}

	/**
	 * @param unsigned values 0 to 65535, as ImageJ keeps them in 16-bit images
	 * @param width in pixels
	 * @param height in pixels
	 * @param channels 1 for a gray image
	 * @return a 16-bit image of unknown pixel size
	 * @throws UserFailure as for floats
	 */
	public static SampleImage of(final short[] unsigned, final int width,
		final int height, final int channels)
	{
		requireLength(unsigned.length, width, height, channels);
		final float[] values = new float[unsigned.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = unsigned[i] & 0xffff;
		}
		return image(Pixels.of(values), Short.SIZE, width, height, channels);
	}

	/**
	 * @param unsigned values 0 to 255, as ImageJ keeps them in 8-bit images
	 * @param width in pixels
	 * @param height in pixels
	 * @param channels 1 for a gray image
	 * @return an 8-bit image of unknown pixel size
	 * @throws UserFailure as for floats
	 */
	public static SampleImage of(final byte[] unsigned, final int width,
		final int height, final int channels)
	{
		requireLength(unsigned.length, width, height, channels);
		return image(Pixels.ofUnsignedBytes(unsigned.clone()), Byte.SIZE, width,
			height, channels);
	}

	private static SampleImage image(final Pixels pixels, final int bitDepth,
		final int width, final int height, final int channels)
	{
		return new SampleImage(width, height, channels, false, bitDepth, pixels,
			null, SOURCE);
	}

	private static void requireLength(final int length, final int width,
		final int height, final int channels)
	{
		final boolean possible = width > 0 && height > 0 && channels > 0;
		// as double: the product may exceed a long
		if (possible && (double) width * height * channels == length) return;
		throw new UserFailure("Expected one value for each of " + width + " x " +
			height + " pixels in each channel (channels: " + channels + "), found " +
			"an array of " + length + ". Mend width, height or channels.");
	}
}


package io.github.cnnclassifier.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Turns an image into bytes and back without losing a bit of it, for a program
 * that puts it aside while it runs. The layout may differ in another version,
 * so the bytes are nothing to keep.
 */
public final class ImageBytes {

	private static final int HEAD = 6 * Integer.BYTES + 3;

	private ImageBytes() {}

	/**
	 * @param image any
	 * @return what {@link #read} takes
	 */
	public static byte[] of(final SampleImage image) {
		final byte[] source = text(image.source());
		final PixelSize size = image.pixelSize().orElse(null);
		final byte[] unit = size == null ? new byte[0] : text(size.unit());
		final Pixels pixels = image.pixels();
		final ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(HEAD +
			source.length + 2 * Double.BYTES + unit.length + pixels.sizeInBytes()));
		bytes.putInt(image.width()).putInt(image.height()).putInt(image.channels())
			.putInt(image.bitDepth()).putInt(source.length).putInt(unit.length);
		bytes.put((byte) (image.isRgb() ? 1 : 0)).put((byte) (size == null ? 0 : 1))
			.put((byte) pixels.bytesPerValue());
		bytes.putDouble(size == null ? 0 : size.width()).putDouble(size == null ? 0
			: size.height());
		bytes.put(source).put(unit);
		pixels.writeTo(bytes);
		return bytes.array();
	}

	/**
	 * @param written what {@link #of} gave; anything else has no defined result
	 * @return an equal image
	 */
	public static SampleImage read(final byte[] written) {
		final ByteBuffer bytes = ByteBuffer.wrap(written);
		final int width = bytes.getInt();
		final int height = bytes.getInt();
		final int channels = bytes.getInt();
		final int bitDepth = bytes.getInt();
		final byte[] source = new byte[bytes.getInt()];
		final byte[] unit = new byte[bytes.getInt()];
		final boolean rgb = bytes.get() == 1;
		final boolean sized = bytes.get() == 1;
		final int bytesPerValue = bytes.get();
		final double pixelWidth = bytes.getDouble();
		final double pixelHeight = bytes.getDouble();
		bytes.get(source).get(unit);
		final Pixels pixels = Pixels.readFrom(bytes, bytesPerValue, bytes
			.remaining() / bytesPerValue);
		return new SampleImage(width, height, channels, rgb, bitDepth, pixels, sized
			? new PixelSize(pixelWidth, pixelHeight, text(unit)) : null, text(
				source));
	}

	private static byte[] text(final String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String text(final byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}
}

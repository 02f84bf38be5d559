
package io.github.cnnclassifier.imagej.reader;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes PNG files of any kind, byte by byte, as the format's definition has
 * it.
 */
public final class PngFile {

	public static final int GRAY = 0;
	public static final int RGB = 2;
	public static final int PALETTE = 3;
	public static final int GRAY_ALPHA = 4;
	public static final int RGB_ALPHA = 6;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	public PngFile(final int width, final int height, final int bits,
		final int kind)
	{
		bytes.writeBytes(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26,
			'\n' });
		chunk("IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(
			(byte) bits).put((byte) kind).array());
	}

	public PngFile palette(final int... redGreenBlue) {
		return chunk("PLTE", bytes(redGreenBlue));
	}

	public PngFile transparency(final int... values) {
		return chunk("tRNS", bytes(values));
	}

	public PngFile chunk(final String type, final byte[] data) {
		final byte[] name = type.getBytes(StandardCharsets.US_ASCII);
		final CRC32 sum = new CRC32();
		sum.update(name);
		sum.update(data);
		bytes.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
		bytes.writeBytes(name);
		bytes.writeBytes(data);
		bytes.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue())
			.array());
		return this;
	}

	/**
	 * @param rows each of packed bytes, without a filter
	 * @return the whole file
	 */
	public byte[] rows(final int[]... rows) {
		final ByteArrayOutputStream raw = new ByteArrayOutputStream();
		for (final int[] row : rows) {
			raw.write(0);
			raw.writeBytes(bytes(row));
		}
		final Deflater deflater = new Deflater();
		deflater.setInput(raw.toByteArray());
		deflater.finish();
		final byte[] packed = new byte[raw.size() + 64];
		final int length = deflater.deflate(packed);
		deflater.end();
		chunk("IDAT", Arrays.copyOf(packed, length));
		chunk("IEND", new byte[0]);
		return bytes.toByteArray();
	}

	private static byte[] bytes(final int... values) {
		final byte[] bytes = new byte[values.length];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) values[i];
		}
		return bytes;
	}
}

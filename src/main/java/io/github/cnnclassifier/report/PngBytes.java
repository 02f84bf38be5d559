
package io.github.cnnclassifier.report;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A picture as PNG, made fast rather than as small as it could be. Each line is
 * stored as its difference from the one above: of enlarged pixels and of paper
 * little is left then. A picture without colors is stored as a gray one.
 */
final class PngBytes {

	private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r',
		'\n', 0x1a, '\n' };
	private static final byte[] EIGHT_BIT_GRAY = { 8, 0, 0, 0, 0 };
	private static final byte[] EIGHT_BIT_RGB = { 8, 2, 0, 0, 0 };
	private static final byte UP = 2;

	private PngBytes() {}

	/** @param picture of {@link BufferedImage#TYPE_INT_RGB} */
	static byte[] of(final BufferedImage picture) {
		final boolean gray = isGray(picture.getRaster());
		final ByteArrayOutputStream png = new ByteArrayOutputStream();
		png.writeBytes(SIGNATURE);
		chunk(png, "IHDR", ByteBuffer.allocate(13).putInt(picture.getWidth())
			.putInt(picture.getHeight()).put(gray ? EIGHT_BIT_GRAY : EIGHT_BIT_RGB)
			.array());
		chunk(png, "IDAT", deflated(lines(picture.getRaster(), gray)));
		chunk(png, "IEND", new byte[0]);
		return png.toByteArray();
	}

	private static boolean isGray(final Raster raster) {
		final int[] line = new int[raster.getWidth()];
		for (int y = 0; y < raster.getHeight(); y++) {
			raster.getDataElements(0, y, line.length, 1, line);
			for (final int color : line) {
				if ((color & 0xff) * 0x10101 != (color & 0xffffff)) return false;
			}
		}
		return true;
	}

	private static byte[] lines(final Raster raster, final boolean gray) {
		final int width = raster.getWidth();
		final int length = gray ? width : 3 * width;
		final byte[] lines = new byte[raster.getHeight() * (1 + length)];
		int[] above = new int[width];
		int[] line = new int[width];
		for (int y = 0; y < raster.getHeight(); y++) {
			raster.getDataElements(0, y, width, 1, line);
			final int at = y * (1 + length);
			lines[at] = UP;
			// most lines of enlarged pixels are as the one above: all zeros
			if (Arrays.equals(line, above)) continue;
			if (gray) grays(line, above, lines, at + 1);
			else colors(line, above, lines, at + 1);
			final int[] done = above;
			above = line;
			line = done;
		}
		return lines;
	}

	private static void grays(final int[] line, final int[] above,
		final byte[] lines, final int at)
	{
		for (int x = 0; x < line.length; x++) {
			lines[at + x] = (byte) (line[x] - above[x]);
		}
	}

	private static void colors(final int[] line, final int[] above,
		final byte[] lines, final int at)
	{
		for (int x = 0; x < line.length; x++) {
			final int color = line[x];
			final int before = above[x];
			lines[at + 3 * x] = (byte) ((color >> 16) - (before >> 16));
			lines[at + 3 * x + 1] = (byte) ((color >> 8) - (before >> 8));
			lines[at + 3 * x + 2] = (byte) (color - before);
		}
	}

	private static byte[] deflated(final byte[] bytes) {
		final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
		try {
			deflater.setInput(bytes);
			deflater.finish();
			final ByteArrayOutputStream small = new ByteArrayOutputStream();
			final byte[] buffer = new byte[1 << 16];
			while (!deflater.finished()) {
				small.write(buffer, 0, deflater.deflate(buffer));
			}
			return small.toByteArray();
		}
		finally {
			deflater.end();
		}
	}

	private static void chunk(final ByteArrayOutputStream png, final String type,
		final byte[] content)
	{
		final byte[] name = type.getBytes(StandardCharsets.US_ASCII);
		final CRC32 checksum = new CRC32();
		checksum.update(name);
		checksum.update(content);
		png.writeBytes(ByteBuffer.allocate(8).putInt(content.length).put(name)
			.array());
		png.writeBytes(content);
		png.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue())
			.array());
	}
}

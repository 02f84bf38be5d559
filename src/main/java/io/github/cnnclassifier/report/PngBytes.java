
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
 * little is left then.
 */
final class PngBytes {

	private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r',
		'\n', 0x1a, '\n' };
	private static final byte[] EIGHT_BIT_RGB = { 8, 2, 0, 0, 0 };
	private static final byte UP = 2;

	private PngBytes() {}

	/** @param picture of {@link BufferedImage#TYPE_INT_RGB} */
	static byte[] of(final BufferedImage picture) {
		final ByteArrayOutputStream png = new ByteArrayOutputStream();
		png.writeBytes(SIGNATURE);
		chunk(png, "IHDR", ByteBuffer.allocate(13).putInt(picture.getWidth())
			.putInt(picture.getHeight()).put(EIGHT_BIT_RGB).array());
		chunk(png, "IDAT", deflated(lines(picture.getRaster())));
		chunk(png, "IEND", new byte[0]);
		return png.toByteArray();
	}

	private static byte[] lines(final Raster raster) {
		final int width = raster.getWidth();
		final byte[] lines = new byte[raster.getHeight() * (1 + 3 * width)];
		int[] above = new int[width];
		int[] line = new int[width];
		int at = 0;
		for (int y = 0; y < raster.getHeight(); y++) {
			raster.getDataElements(0, y, width, 1, line);
			lines[at++] = UP;
			// most lines of enlarged pixels are as the one above: all zeros
			if (Arrays.equals(line, above)) at += 3 * width;
			else for (int x = 0; x < width; x++) {
				final int color = line[x];
				final int before = above[x];
				lines[at++] = (byte) ((color >> 16) - (before >> 16));
				lines[at++] = (byte) ((color >> 8) - (before >> 8));
				lines[at++] = (byte) (color - before);
			}
			final int[] done = above;
			above = line;
			line = done;
		}
		return lines;
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

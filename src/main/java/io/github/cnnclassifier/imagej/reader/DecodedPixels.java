
package io.github.cnnclassifier.imagej.reader;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.stream.IntStream;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/**
 * Makes an image of ImageJ of one that Java has decoded. Stored values stay;
 * the color space that Java gives an image has no part in them. Pixels that are
 * transparent lie on white, mixed by their opacity; gray stays gray.
 */
final class DecodedPixels {

	private static final int OPAQUE = 0xff000000;
	private static final int WHITE = 255;
	private static final int WHITE_16 = 65535;

	private DecodedPixels() {}

	/**
	 * @param name title of the image
	 * @param image as it was decoded
	 * @param transparent whether transparency counts; else it is not looked at
	 */
	static ImagePlus toImagePlus(final String name, final BufferedImage image,
		final boolean transparent)
	{
		final ColorModel colors = image.getColorModel();
		if (colors instanceof final IndexColorModel palette) return transparent &&
			palette.hasAlpha() ? new ImagePlus(name, onWhite(image, palette))
				: asImageJ(name, image);
		if (colors instanceof ComponentColorModel) {
			final ImageProcessor pixels = pixels(image);
			if (pixels != null) return new ImagePlus(name, pixels);
		}
		return asImageJ(name, colors.hasAlpha() || image
			.getType() == BufferedImage.TYPE_USHORT_555_RGB || image
				.getType() == BufferedImage.TYPE_USHORT_565_RGB ? drawnOnWhite(image)
					: image);
	}

	private static ImagePlus asImageJ(final String name,
		final BufferedImage image)
	{
		final ImagePlus opened = new ImagePlus(name, image);
		return opened.getBitDepth() == 16 && opened.getStackSize() > 1
			? new CompositeImage(opened, IJ.COMPOSITE) : opened;
	}

	/** @return null where ImageJ itself does it right */
	private static ImageProcessor pixels(final BufferedImage image) {
		final int width = image.getWidth();
		final int height = image.getHeight();
		final Raster raster = image.getRaster();
		final int bands = raster.getNumBands();
		final int type = raster.getDataBuffer().getDataType();
		if (type == DataBuffer.TYPE_BYTE) {
			if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) return null;
			if (bands <= 2) return new ByteProcessor(width, height, grays(raster));
			return new ColorProcessor(width, height, isBlueGreenRed(image) ? colors(
				((DataBufferByte) raster.getDataBuffer()).getData()) : colors(raster,
					WHITE));
		}
		if (type != DataBuffer.TYPE_USHORT) return null;
		if (bands == 2) return new ShortProcessor(width, height, grays16(raster),
			null);
		// as in ImageJ, transparent colors have 8 bits
		return bands == 4 ? new ColorProcessor(width, height, colors(raster,
			WHITE_16)) : null;
	}

	private static boolean isBlueGreenRed(final BufferedImage image) {
		return image.getType() == BufferedImage.TYPE_3BYTE_BGR && image.getRaster()
			.getDataBuffer() instanceof final DataBufferByte buffer && buffer
				.getSize() == 3 * image.getWidth() * image.getHeight();
	}

	/** Much faster than asking the image for each pixel. */
	private static int[] colors(final byte[] blueGreenRed) {
		final int[] colors = new int[blueGreenRed.length / 3];
		for (int i = 0; i < colors.length; i++) {
			colors[i] = OPAQUE | (blueGreenRed[3 * i + 2] & 0xff) << 16 |
				(blueGreenRed[3 * i + 1] & 0xff) << 8 | blueGreenRed[3 * i] & 0xff;
		}
		return colors;
	}

	private static int[] colors(final Raster raster, final int white) {
		final int width = raster.getWidth();
		final int bands = raster.getNumBands();
		final int[] colors = new int[width * raster.getHeight()];
		final int[] row = new int[width * bands];
		for (int y = 0; y < raster.getHeight(); y++) {
			raster.getPixels(0, y, width, 1, row);
			for (int x = 0; x < width; x++) {
				final int at = x * bands;
				final int alpha = bands == 4 ? eightBits(row[at + 3], white) : WHITE;
				colors[y * width + x] = OPAQUE | onWhite(eightBits(row[at], white),
					alpha, WHITE) << 16 | onWhite(eightBits(row[at + 1], white), alpha,
						WHITE) << 8 | onWhite(eightBits(row[at + 2], white), alpha, WHITE);
			}
		}
		return colors;
	}

	private static int eightBits(final int value, final int white) {
		return white == WHITE ? value : (value * WHITE + white / 2) / white;
	}

	private static byte[] grays(final Raster raster) {
		final int width = raster.getWidth();
		final byte[] grays = new byte[width * raster.getHeight()];
		for (int y = 0; y < raster.getHeight(); y++) {
			final int[] row = grayRow(raster, y, WHITE);
			for (int x = 0; x < width; x++) {
				grays[y * width + x] = (byte) row[x];
			}
		}
		return grays;
	}

	private static short[] grays16(final Raster raster) {
		final int width = raster.getWidth();
		final short[] grays = new short[width * raster.getHeight()];
		for (int y = 0; y < raster.getHeight(); y++) {
			final int[] row = grayRow(raster, y, WHITE_16);
			for (int x = 0; x < width; x++) {
				grays[y * width + x] = (short) row[x];
			}
		}
		return grays;
	}

	private static int[] grayRow(final Raster raster, final int y,
		final int white)
	{
		final int width = raster.getWidth();
		final int[] row = raster.getSamples(0, y, width, 1, 0, (int[]) null);
		if (raster.getNumBands() == 1) return row;
		final int[] alpha = raster.getSamples(0, y, width, 1, 1, (int[]) null);
		for (int x = 0; x < width; x++) {
			row[x] = onWhite(row[x], alpha[x], white);
		}
		return row;
	}

	private static int onWhite(final int value, final int alpha,
		final int white)
	{
		return (int) (((long) value * alpha + white / 2) / white) + white - alpha;
	}

	private static ImageProcessor onWhite(final BufferedImage image,
		final IndexColorModel palette)
	{
		final int[] colors = IntStream.range(0, palette.getMapSize()).map(
			i -> onWhite(palette, i)).toArray();
		final int width = image.getWidth();
		final int height = image.getHeight();
		final int[] pixels = image.getRaster().getSamples(0, 0, width, height, 0,
			(int[]) null);
		for (int i = 0; i < pixels.length; i++) {
			// a damaged file may ask for more colors than there are
			pixels[i] = pixels[i] < colors.length ? colors[pixels[i]] : OPAQUE;
		}
		final ColorProcessor color = new ColorProcessor(width, height, pixels);
		return IntStream.of(colors).allMatch(c -> (c >> 16 & 0xff) == (c & 0xff) &&
			(c >> 8 & 0xff) == (c & 0xff)) ? color.getChannel(1, null) : color;
	}

	private static int onWhite(final IndexColorModel palette, final int i) {
		final int alpha = palette.getAlpha(i);
		return OPAQUE | onWhite(palette.getRed(i), alpha, WHITE) << 16 | onWhite(
			palette.getGreen(i), alpha, WHITE) << 8 | onWhite(palette.getBlue(i),
				alpha, WHITE);
	}

	private static BufferedImage drawnOnWhite(final BufferedImage image) {
		final BufferedImage white = new BufferedImage(image.getWidth(), image
			.getHeight(), BufferedImage.TYPE_INT_ARGB);
		final Graphics2D graphics = white.createGraphics();
		try {
			graphics.setColor(Color.WHITE);
			graphics.fillRect(0, 0, white.getWidth(), white.getHeight());
			graphics.drawImage(image, 0, 0, null);
		}
		finally {
			graphics.dispose();
		}
		return white;
	}
}

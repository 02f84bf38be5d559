
package io.github.cnnclassifier.imagej.reader;

import java.awt.image.ColorModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;

import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.HeapRoom;

/**
 * Compares the size that the head of a file claims with the length of the file
 * and with the free memory, before anything is allocated for its pixels.
 *
 * @param format of the file
 * @param file its bytes
 */
record ClaimedSize(FileFormat format, byte[] file) {

	/** Deflate packs no more bytes into one. */
	private static final int MOST_BYTES_IN_PNG = 1032;
	/** A code of at least three bits stands for at most 4096 pixels. */
	private static final int MOST_PIXELS_IN_GIF = 4096 * 8 / 3;
	/** A block of 64 pixels takes at least a bit. */
	private static final int MOST_PIXELS_IN_JPEG = 64 * 8;
	private static final int GIF_WIDTH = 6;
	private static final int GIF_HEIGHT = 8;
	private static final int BMP_COMPRESSION = 30;
	/** Not compressed either. */
	private static final int BIT_FIELDS = 3;
	/** An array holds no more. */
	private static final int LARGEST = Integer.MAX_VALUE - 8;

	/**
	 * @param reader of the file, which has read no more than its head
	 * @param count of images in it
	 * @throws UserFailure if the image is too large
	 * @throws IOException if the file is too short for it; the reason follows the
	 *           words that it is damaged
	 */
	void requireRoom(final ImageReader reader, final int count)
		throws IOException
	{
		final int width = reader.getWidth(0);
		final int height = reader.getHeight(0);
		final long pixels = (long) width * height;
		final Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
		final ColorModel colors = types.hasNext() ? types.next().getColorModel()
			: ColorModel.getRGBdefault();
		if (pixels * colors.getPixelSize() / 8 > mostBytes(colors.getPixelSize()))
			throw new IOException("it says that its image is " + width + " x " +
				height + " pixels, and it has " + file.length +
				" bytes, too few for that.");
		requireRoom(width, height, perPixel(colors));
		// all frames are put together, in the size of the picture
		if (format == FileFormat.GIF) requireRoom(number(GIF_WIDTH), number(
			GIF_HEIGHT), 4L * (count + 1));
	}

	/** @return of pixels, at most; for what is neither, no limit */
	private long mostBytes(final int bitsPerPixel) {
		return switch (format) {
			case PNG -> (long) file.length * MOST_BYTES_IN_PNG;
			case GIF -> (long) file.length * MOST_PIXELS_IN_GIF;
			case JPEG -> (long) file.length * MOST_PIXELS_IN_JPEG * bitsPerPixel / 8;
			case BMP -> number(BMP_COMPRESSION) == 0 || number(
				BMP_COMPRESSION) == BIT_FIELDS ? file.length : Long.MAX_VALUE;
			default -> Long.MAX_VALUE;
		};
	}

	private int number(final int at) {
		return file.length < at + Short.BYTES ? 0 : Short.toUnsignedInt(ByteBuffer
			.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getShort(at));
	}

	/** As it is decoded, in ImageJ, and as a sample. */
	private static long perPixel(final ColorModel colors) {
		final long stored = Math.max(1, colors.getPixelSize() / 8);
		return 2 * stored + (colors.getNumComponents() < 3 ? 1 : 4);
	}

	/**
	 * @param bytesPerPixel of memory, all copies together
	 * @throws UserFailure if an image of this size is too large
	 */
	static void requireRoom(final long width, final long height,
		final long bytesPerPixel)
	{
		final String what = "The image of " + width + " x " + height + " pixels";
		if (width * height > LARGEST) throw new UserFailure(what +
			" is too large: ImageJ holds at most " + LARGEST + " pixels. Cut it.");
		HeapRoom.require(width * height * bytesPerPixel, what);
	}
}


package io.github.cnnclassifier.imagej;

import java.awt.image.ColorModel;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

/**
 * What the look-up table of an image has to do with its values. In GIF, PNG and
 * BMP files, and in TIFF files that ImageJ did not write, it belongs to the
 * values: these are numbers of colors. Everywhere else it is mere display, and
 * so are tables that run smoothly in color (ImageJ's own test for pseudo-color)
 * or invert, whatever file they come from.
 */
enum FilePalette {

		/** The stored numbers are the values. */
		NONE,
		/** The stored numbers stand for gray values. */
		GRAY,
		/** The stored numbers stand for colors. */
		COLOR;

	private static final int COLORS = 256;

	static FilePalette of(final ImagePlus image) {
		if (image.getBitDepth() != 8 || !isFromFileOfPalettes(image)) return NONE;
		final ImageProcessor table = table(image.getProcessor());
		if (table.isColorLut()) return isPseudoColor(table) ? NONE : COLOR;
		return isDisplay(table) ? NONE : GRAY;
	}

	/** @return with the table alone, without threshold and display range */
	private static ImageProcessor table(final ImageProcessor plane) {
		return new ByteProcessor(1, 1, new byte[1], plane.getColorModel());
	}

	private static boolean isFromFileOfPalettes(final ImagePlus image) {
		final FileInfo file = image.getOriginalFileInfo();
		if (file == null) return false;
		return switch (file.fileFormat) {
			case FileInfo.GIF_OR_JPG, FileInfo.IMAGEIO, FileInfo.BMP -> true;
			case FileInfo.TIFF -> file.fileType == FileInfo.COLOR8 &&
				!isWrittenByImageJ(file);
			default -> false;
		};
	}

	private static boolean isWrittenByImageJ(final FileInfo file) {
		return file.description != null && file.description.startsWith("ImageJ");
	}

	/** A palette of few colors is filled up, which ImageJ takes for smooth. */
	private static boolean isPseudoColor(final ImageProcessor table) {
		final ColorModel colors = table.getColorModel();
		final boolean filledUp = IntStream.range(COLORS / 2, COLORS).allMatch(
			i -> colors.getRGB(i) == colors.getRGB(COLORS - 1));
		return table.isPseudoColorLut() && !filledUp;
	}

	/** As most gray images have it, or inverted. */
	private static boolean isDisplay(final ImageProcessor table) {
		final ColorModel colors = table.getColorModel();
		return IntStream.range(0, COLORS).allMatch(i -> colors.getBlue(i) == i) ||
			IntStream.range(0, COLORS).allMatch(i -> colors.getBlue(i) == COLORS - 1 -
				i);
	}

	/**
	 * @param image whose palette is {@link #GRAY}
	 * @return the gray values that the stored numbers stand for, by number
	 */
	static byte[] grays(final ImagePlus image) {
		final ColorModel colors = table(image.getProcessor()).getColorModel();
		final byte[] grays = new byte[COLORS];
		for (int i = 0; i < COLORS; i++) {
			grays[i] = (byte) colors.getBlue(i);
		}
		return grays;
	}
}

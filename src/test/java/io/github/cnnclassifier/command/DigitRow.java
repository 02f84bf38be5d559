
package io.github.cnnclassifier.command;

import java.util.Arrays;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;

/** An image that is four digits side by side. */
final class DigitRow {

	static final int SIDE = 28;
	static final int[] DIGITS = { 3, 7, 0, 6 };

	private DigitRow() {}

	/** @param rois of its overlay; without any it has none */
	static ImagePlus row(final Roi... rois) {
		final ByteProcessor pixels = new ByteProcessor(DIGITS.length * SIDE, SIDE);
		for (int i = 0; i < DIGITS.length; i++)
			pixels.insert(PlainImageJ.digit(DIGITS[i]).getProcessor(), i * SIDE, 0);
		final ImagePlus image = new ImagePlus("row.png", pixels);
		if (rois.length > 0) {
			image.setOverlay(new Overlay());
			Arrays.stream(rois).forEach(image.getOverlay()::add);
		}
		return image;
	}

	/** @param digit 0-based place in the row */
	static Roi at(final int digit) {
		return new Roi(digit * SIDE, 0, SIDE, SIDE);
	}
}

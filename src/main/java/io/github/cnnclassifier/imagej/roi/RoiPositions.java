
package io.github.cnnclassifier.imagej.roi;

import ij.ImagePlus;
import ij.gui.Roi;

/** Fixes ROIs to planes of a stack. */
public final class RoiPositions {

	private RoiPositions() {}

	/**
	 * On all channels of the plane; nothing for an image of one plane.
	 *
	 * @param roi of the image
	 * @param image that shows it
	 * @param slice 1-based
	 * @param frame 1-based
	 */
	public static void set(final Roi roi, final ImagePlus image, final int slice,
		final int frame)
	{
		if (image.getStackSize() == 1) return;
		if (image.isHyperStack() || image.getNChannels() > 1) roi.setPosition(0,
			slice, frame);
		else roi.setPosition(image.getStackIndex(1, slice, frame));
	}
}

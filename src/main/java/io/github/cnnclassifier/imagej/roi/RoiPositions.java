
package io.github.cnnclassifier.imagej.roi;

import ij.ImagePlus;
import ij.gui.Roi;

/** Fixes ROIs to planes of a stack. */
final class RoiPositions {

	private RoiPositions() {}

	/** On all channels of the plane; nothing for an image of one plane. */
	static void set(final Roi roi, final ImagePlus image, final int slice,
		final int frame)
	{
		if (image.getStackSize() == 1) return;
		if (image.isHyperStack() || image.getNChannels() > 1) roi.setPosition(0,
			slice, frame);
		else roi.setPosition(image.getStackIndex(1, slice, frame));
	}
}

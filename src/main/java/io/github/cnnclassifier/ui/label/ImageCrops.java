
package io.github.cnnclassifier.ui.label;

import java.awt.Shape;
import java.util.List;

import ij.ImagePlus;
import io.github.cnnclassifier.image.RegionOfInterest;

/**
 * The open image that crops were taken from, and where in it they are.
 *
 * @param image open; only its overlay is changed, and only as long as the
 *          window of the labels is open
 * @param regions where each of the first crops is, in their order; copied
 * @param outlines of the regions, in the same order, in pixels of the image;
 *          copied
 */
public record ImageCrops(ImagePlus image, List<RegionOfInterest> regions,
		List<Shape> outlines)
{

	/** @throws IllegalArgumentException if these are not of the same number */
	public ImageCrops {
		regions = List.copyOf(regions);
		outlines = List.copyOf(outlines);
		if (regions.size() != outlines.size()) throw new IllegalArgumentException(
			regions.size() + " regions, but " + outlines.size() + " outlines");
	}
}

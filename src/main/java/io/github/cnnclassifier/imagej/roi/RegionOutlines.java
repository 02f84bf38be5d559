
package io.github.cnnclassifier.imagej.roi;

import java.util.List;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.RegionOfInterest;

/** Draws ROIs around regions that come from a label image. */
final class RegionOutlines {

	private static final int INSIDE = 255;

	private RegionOutlines() {}

	/**
	 * @param image the regions belong to
	 * @param regions of it
	 * @return an area of exactly the pixels of each region, in order
	 */
	static List<Roi> of(final ImagePlus image,
		final List<RegionOfInterest> regions)
	{
		return regions.stream().map(region -> outline(image, region)).toList();
	}

	private static Roi outline(final ImagePlus image,
		final RegionOfInterest region)
	{
		final Region bounds = region.bounds();
		final ByteProcessor mask = new ByteProcessor(bounds.width(), bounds
			.height());
		for (int y = 0; y < bounds.height(); y++) {
			for (int x = 0; x < bounds.width(); x++) {
				if (region.contains(bounds.x() + x, bounds.y() + y)) mask.set(x, y,
					INSIDE);
			}
		}
		mask.setThreshold(INSIDE, INSIDE, ImageProcessor.NO_LUT_UPDATE);
		final Roi roi = new ThresholdToSelection().convert(mask);
		roi.setLocation(bounds.x(), bounds.y());
		roi.setName(region.name());
		RoiPositions.set(roi, image, region.slice(), region.frame());
		return roi;
	}
}

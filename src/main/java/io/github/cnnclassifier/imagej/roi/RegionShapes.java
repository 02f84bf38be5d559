
package io.github.cnnclassifier.imagej.roi;

import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.FloatPolygon;
import io.github.cnnclassifier.image.RegionOfInterest;

/** Outlines of regions, for who draws them in another way than ImageJ. */
public final class RegionShapes {

	private RegionShapes() {}

	/**
	 * @param image the regions belong to; only read
	 * @param found its regions
	 * @return the outline of each region, in their order, in pixels of the image;
	 *         ROIs that are changed later do not change it
	 */
	public static List<Shape> of(final ImagePlus image,
		final FoundRegions found)
	{
		if (found.place() == FoundRegions.Place.LABELS) return RegionOutlines.of(
			image, found.regions()).stream().map(RegionShapes::shape).toList();
		return found.regions().stream().map(region -> shape(found, region))
			.toList();
	}

	private static Shape shape(final FoundRegions found,
		final RegionOfInterest region)
	{
		return shape(found.rois().get(region.index() - 1));
	}

	private static Shape shape(final Roi roi) {
		if (roi instanceof final ShapeRoi parts) {
			final Rectangle bounds = parts.getBounds();
			return AffineTransform.getTranslateInstance(bounds.x, bounds.y)
				.createTransformedShape(parts.getShape());
		}
		final FloatPolygon corners = roi.getFloatPolygon();
		final Path2D path = new Path2D.Float();
		for (int i = 0; i < corners.npoints; i++) {
			if (i == 0) path.moveTo(corners.xpoints[i], corners.ypoints[i]);
			else path.lineTo(corners.xpoints[i], corners.ypoints[i]);
		}
		if (corners.npoints > 0) path.closePath();
		return path;
	}
}

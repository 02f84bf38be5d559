
package io.github.cnnclassifier.imagej.map;

import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import io.github.cnnclassifier.imagej.Drawing;
import io.github.cnnclassifier.imagej.Plane;
import io.github.cnnclassifier.imagej.roi.RoiPositions;

/**
 * A class map over the image that was mapped, so that both are seen at once.
 * The pixels of the image do not change.
 */
final class MapLayer {

	private static final String NAME = "CNN class map";
	private static final double PERCENT = 100;

	private MapLayer() {}

	/**
	 * Lays it under what else the overlay has, in place of an earlier map.
	 *
	 * @param image that was mapped
	 * @param plane of it
	 * @param map of the same size; its value 0 stays clear
	 * @param opacity in percent, 1 to 100
	 */
	static void show(final ImagePlus image, final Plane plane,
		final ImagePlus map, final int opacity)
	{
		final ImageRoi layer = new ImageRoi(0, 0, map.getProcessor()
			.convertToRGB());
		layer.setZeroTransparent(true);
		layer.setOpacity(opacity / PERCENT);
		layer.setName(NAME);
		Drawing.markMap(layer);
		RoiPositions.set(layer, image, plane.slice(), plane.frame());
		final Overlay overlay = image.getOverlay() == null ? new Overlay() : image
			.getOverlay();
		final List<Roi> others = new ArrayList<>();
		for (final Roi element : overlay) {
			if (!Drawing.isMap(element)) others.add(element);
		}
		overlay.clear();
		overlay.add(layer);
		others.forEach(overlay::add);
		image.setOverlay(overlay);
	}
}


package io.github.cnnclassifier.imagej.roi;

import java.awt.Color;

import ij.gui.Roi;

/**
 * How a ROI presents itself in ImageJ.
 *
 * @param name null if it has none
 * @param group 0 if it is in none
 * @param stroke color of the line; null if it has none
 * @param fill color of the area; null if it has none
 */
record RoiLook(String name, int group, Color stroke, Color fill) {

	/** How it looks now. */
	static RoiLook of(final Roi roi) {
		return new RoiLook(roi.getName(), roi.getGroup(), roi.getStrokeColor(), roi
			.getFillColor());
	}

	/** Makes a ROI look so. */
	void giveTo(final Roi roi, final RoiGroups groups) {
		roi.setName(name);
		groups.set(roi, group);
		RoiGroups.paint(roi, stroke, fill);
	}
}

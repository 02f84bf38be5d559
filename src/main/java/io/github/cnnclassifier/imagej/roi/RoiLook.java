
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

	/**
	 * How a ROI looks that is of a class.
	 *
	 * @param roi as it is now: a filled one stays filled, as transparent as it is
	 * @param name for it
	 * @param index 0-based, of the class
	 * @param color of the class
	 */
	static RoiLook ofClass(final Roi roi, final String name, final int index,
		final Color color)
	{
		final int group = index < RoiGroups.MOST ? index + 1 : 0;
		final Color fill = roi.getFillColor();
		return fill == null ? new RoiLook(name, group, color, null) : new RoiLook(
			name, group, null, new Color(color.getRed(), color.getGreen(), color
				.getBlue(), fill.getAlpha()));
	}

	/** Makes a ROI look so. */
	void giveTo(final Roi roi, final RoiGroups groups) {
		roi.setName(name);
		groups.set(roi, group);
		RoiGroups.paint(roi, stroke, fill);
	}
}

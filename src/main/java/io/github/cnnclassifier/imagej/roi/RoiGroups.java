
package io.github.cnnclassifier.imagej.roi;

import java.awt.Color;
import java.util.HashMap;
import java.util.Map;

import ij.gui.Roi;

/**
 * Puts many ROIs into groups. ImageJ's own method searches for a look-up table
 * and redraws the image at each call.
 */
final class RoiGroups {

	/** ImageJ has no more. */
	static final int MOST = 255;

	private final Map<Integer, Roi> patterns = new HashMap<>();

	/** The colors, width and name of the ROI stay. */
	void set(final Roi roi, final int group) {
		if (roi.getGroup() == group) return;
		final Color stroke = roi.getStrokeColor();
		final Color fill = roi.getFillColor();
		final Roi pattern = patterns.computeIfAbsent(group, RoiGroups::pattern);
		pattern.setName(roi.getName());
		pattern.setStrokeWidth(roi.getStrokeWidth());
		roi.copyAttributes(pattern);
		paint(roi, stroke, fill);
	}

	/** A filled ROI has no stroke color. */
	static void paint(final Roi roi, final Color stroke, final Color fill) {
		roi.setFillColor(fill);
		roi.setStrokeColor(fill == null ? stroke : null);
	}

	private static Roi pattern(final int group) {
		final Roi pattern = new Roi(0, 0, 1, 1);
		pattern.setGroup(group);
		return pattern;
	}
}

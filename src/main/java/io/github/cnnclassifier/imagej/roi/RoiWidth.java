
package io.github.cnnclassifier.imagej.roi;

import ij.gui.Roi;

/**
 * Outlines that are drawn wider on the screen, so that the colors of classes
 * stand out from the image, until the classification is taken back. ROIs whose
 * user has chosen a width keep it.
 */
final class RoiWidth {

	static final double SCREEN_WIDTH = 2;

	/** On a ROI that had no width of its own. */
	private static final String PROPERTY = "cnn-classifier-widened";

	private RoiWidth() {}

	/** As wide at any zoom; a ROI with a width of its own stays as it is. */
	static void widen(final Roi roi) {
		if (!roi.isArea() || roi.getStroke() != null) return;
		roi.setUnscalableStrokeWidth(SCREEN_WIDTH);
		roi.setProperty(PROPERTY, "true");
	}

	/** Takes that back, unless the user has chosen another width since. */
	static void restore(final Roi roi) {
		if (roi.getProperty(PROPERTY) == null) return;
		roi.setProperty(PROPERTY, null);
		if (roi.getStrokeWidth() == SCREEN_WIDTH) roi.setStroke(null);
	}
}

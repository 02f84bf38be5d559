
package io.github.cnnclassifier.imagej.roi;

import ij.gui.Roi;
import io.github.cnnclassifier.imagej.LabelOverlay;

/**
 * What is drawn over an image for the eye alone: classes in its corner and
 * legends. It is never taken for a region, wherever it is moved, and ImageJ
 * saves the mark with it.
 */
final class Drawing {

	private static final String PROPERTY = "cnn-classifier-drawing";
	private static final String LABEL = "label";
	private static final String LEGEND = "legend";

	private Drawing() {}

	/** Marks the class that is written over an image. */
	static void markLabel(final Roi roi) {
		roi.setProperty(PROPERTY, LABEL);
	}

	/** Marks an element of a legend. */
	static void markLegend(final Roi roi) {
		roi.setProperty(PROPERTY, LEGEND);
	}

	static boolean isLegend(final Roi roi) {
		return LEGEND.equals(roi.getProperty(PROPERTY));
	}

	/** Labels of earlier versions are known by their name. */
	static boolean isOne(final Roi roi) {
		return roi.getProperty(PROPERTY) != null || LabelOverlay.isLabel(roi);
	}
}


package io.github.cnnclassifier.imagej;

import ij.gui.Roi;

/**
 * What is drawn over an image for the eye alone: classes in its corner and
 * legends. It is never taken for a region, wherever it is moved, and ImageJ
 * saves the mark with it.
 */
public final class Drawing {

	private static final String PROPERTY = "cnn-classifier-drawing";
	private static final String LABEL = "label";
	private static final String LEGEND = "legend";

	private Drawing() {}

	/** Marks the class that is written over an image. */
	public static void markLabel(final Roi roi) {
		roi.setProperty(PROPERTY, LABEL);
	}

	/** Marks an element of a legend. */
	public static void markLegend(final Roi roi) {
		roi.setProperty(PROPERTY, LEGEND);
	}

	public static boolean isLegend(final Roi roi) {
		return LEGEND.equals(roi.getProperty(PROPERTY));
	}

	/** Labels of earlier versions are known by their name. */
	public static boolean isOne(final Roi roi) {
		return roi.getProperty(PROPERTY) != null || LabelOverlay.isLabel(roi);
	}
}


package io.github.cnnclassifier.imagej;

import ij.gui.Roi;

/**
 * What is drawn over an image for the eye alone: classes in its corner and
 * legends. It is never taken for a region, wherever it is moved, and ImageJ
 * saves the mark with it.
 */
final class Drawing {

	private static final String PROPERTY = "cnn-classifier-drawing";

	private Drawing() {}

	/** Marks an element of an overlay. */
	static void mark(final Roi roi) {
		roi.setProperty(PROPERTY, "true");
	}

	static boolean isOne(final Roi roi) {
		return roi.getProperty(PROPERTY) != null || LabelOverlay.isLabel(roi);
	}
}

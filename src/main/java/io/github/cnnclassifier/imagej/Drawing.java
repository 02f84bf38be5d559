
package io.github.cnnclassifier.imagej;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Plot;
import ij.gui.Roi;

/**
 * What is drawn for the eye alone: classes in the corner of an image and
 * legends, which are never taken for regions, wherever they are moved, and
 * ImageJ saves the mark with them; plots, also others of ImageJ, previews and
 * maps, which are never taken for images to work on.
 */
public final class Drawing {

	private static final String PROPERTY = "cnn-classifier-drawing";
	private static final String LABEL = "label";
	private static final String LEGEND = "legend";
	private static final String MAP = "map";

	private Drawing() {}

	/** Marks the class that is written over an image. */
	public static void markLabel(final Roi roi) {
		roi.setProperty(PROPERTY, LABEL);
	}

	/** Marks an element of a legend. */
	public static void markLegend(final Roi roi) {
		roi.setProperty(PROPERTY, LEGEND);
	}

	/** @return whether it is an element of a legend that we drew */
	public static boolean isLegend(final Roi roi) {
		return LEGEND.equals(roi.getProperty(PROPERTY));
	}

	/**
	 * Moves the legend below the class that is written in the same corner.
	 *
	 * @param overlay may have neither
	 */
	public static void moveLegendBelowLabels(final Overlay overlay) {
		final List<Roi> legend = Arrays.stream(overlay.toArray()).filter(
			Drawing::isLegend).toList();
		if (legend.isEmpty()) return;
		final Rectangle hidden = legend.stream().map(Roi::getBounds).reduce(
			Rectangle::union).orElseThrow();
		final int bottom = Arrays.stream(overlay.toArray()).filter(
			LabelOverlay::isLabel).map(Roi::getBounds).filter(hidden::intersects)
			.mapToInt(label -> label.y + label.height).max().orElse(hidden.y);
		legend.forEach(part -> part.translate(0, bottom - hidden.y));
	}

	/** Marks a map that lies over an image. */
	public static void markMap(final Roi roi) {
		roi.setProperty(PROPERTY, MAP);
	}

	/** @return whether it is a map that we laid over an image */
	public static boolean isMap(final Roi roi) {
		return MAP.equals(roi.getProperty(PROPERTY));
	}

	/**
	 * Marks an image.
	 *
	 * @param image that is for the eye alone
	 * @param what it is, for messages, such as "class map"
	 */
	public static void markImage(final ImagePlus image, final String what) {
		image.setProp(PROPERTY, what);
	}

	/**
	 * @param image any
	 * @return what it is, such as "a class map made by CNN Classifier", or "a
	 *         plot" of ImageJ; empty if it is no drawing
	 */
	public static Optional<String> of(final ImagePlus image) {
		final String ours = image.getProp(PROPERTY);
		if (ours != null) return Optional.of("a " + ours +
			" made by CNN Classifier");
		return image.getProperty(Plot.PROPERTY_KEY) == null ? Optional.empty()
			: Optional.of("a plot");
	}

	/** Labels of earlier versions are known by their name. */
	public static boolean isOne(final Roi roi) {
		return roi.getProperty(PROPERTY) != null || LabelOverlay.isLabel(roi);
	}
}


package io.github.cnnclassifier.imagej;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.List;
import java.util.Locale;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.report.ClassColors;

/**
 * Shows predicted classes on an image without touching its pixels: in the upper
 * left corner, on the color of the class.
 */
public final class LabelOverlay {

	/** Marks our elements in an overlay that may hold others. */
	private static final String NAME = "CNN class";

	/** As ImageJ draws text: smooth, each letter some whole pixels wide. */
	private static final FontRenderContext WHOLE_PIXELS = new FontRenderContext(
		null, true, false);

	/** Of what a window for an image has at most, on a screen of 1366 x 768. */
	private static final double SCREEN_WIDTH = 1300;
	private static final double SCREEN_HEIGHT = 640;
	private static final int LEGIBLE = 14;
	/** Of a long name on the smallest images. */
	private static final int LEAST = 2;

	/** A label hides at most this part of an image. */
	private static final int HIDDEN = 10;

	/** What ImageJ adds to the width of a text. */
	private static final int MARGIN = 2;

	private LabelOverlay() {}

	/**
	 * Writes the class on each plane in place of what an earlier call wrote
	 * there. The label of a whole stack takes the place of those of its planes,
	 * and the other way round. Other elements of the overlay stay.
	 *
	 * @param image gets the overlay
	 * @param planes of the image
	 * @param labels of the model
	 * @param threshold below which an answer is unknown
	 * @param predictions one per plane
	 */
	public static void show(final ImagePlus image, final List<Plane> planes,
		final ClassLabels labels, final Threshold threshold,
		final List<Prediction> predictions)
	{
		final Overlay overlay = without(image, planes);
		for (int i = 0; i < planes.size(); i++) {
			final Prediction prediction = predictions.get(i);
			final String text = text(image, threshold.name(labels, prediction),
				prediction.confidence());
			final Color color = ClassColors.of(threshold.index(labels, prediction),
				labels.size());
			overlay.add(label(image, text, color, planes.get(i)));
		}
		Drawing.moveLegendBelowLabels(overlay);
		image.setOverlay(overlay);
	}

	/**
	 * Takes away what {@link #show} wrote on these planes or on the whole stack.
	 *
	 * @param image may have no overlay
	 * @param planes of the image
	 */
	public static void remove(final ImagePlus image, final List<Plane> planes) {
		if (image.getOverlay() == null) return;
		final Overlay rest = without(image, planes);
		image.setOverlay(rest.size() == 0 ? null : rest);
	}

	/**
	 * @param roi an element of an overlay
	 * @return whether {@link #show} has put it there
	 */
	public static boolean isLabel(final Roi roi) {
		return roi instanceof TextRoi && NAME.equals(roi.getName());
	}

	/** The overlay itself is changed, so that its settings stay. */
	private static Overlay without(final ImagePlus image,
		final List<Plane> planes)
	{
		final Overlay overlay = image.getOverlay() == null ? new Overlay() : image
			.getOverlay();
		for (int i = overlay.size() - 1; i >= 0; i--) {
			final Roi roi = overlay.get(i);
			if (!isLabel(roi)) continue;
			final Plane place = place(image, roi);
			if (place.equals(Plane.ALL) || planes.contains(Plane.ALL) || planes
				.contains(place)) overlay.remove(i);
		}
		return overlay;
	}

	private static Plane place(final ImagePlus image, final Roi label) {
		if (label.hasHyperStackPosition()) return new Plane(label.getZPosition(),
			label.getTPosition());
		if (label.getPosition() == 0) return Plane.ALL;
		final int[] position = image.convertIndexToPosition(label.getPosition());
		return new Plane(position[1], position[2]);
	}

	private static Roi label(final ImagePlus image, final String text,
		final Color color, final Plane plane)
	{
		final TextRoi roi = new TextRoi(0, 0, text, new Font(Font.SANS_SERIF,
			Font.BOLD, fontSize(image, text)));
		roi.setStrokeColor(readableOn(color));
		roi.setFillColor(color);
		roi.setName(NAME);
		Drawing.markLabel(roi);
		if (image.getStackSize() > 1 && !plane.equals(Plane.ALL)) bind(roi, image,
			plane);
		return roi;
	}

	/** ImageJ looks at channel, slice and frame in hyperstacks only. */
	private static void bind(final Roi label, final ImagePlus image,
		final Plane plane)
	{
		// 0: all channels of the plane
		if (image.isHyperStack() || image.getNChannels() > 1) label.setPosition(0,
			plane.slice(), plane.frame());
		else label.setPosition(image.getStackIndex(1, plane.slice(), plane
			.frame()));
	}

	private static String text(final ImagePlus image, final String name,
		final float confidence)
	{
		// On images of a few pixels only the name fits.
		return image.getWidth() < 128 ? name : String.format(Locale.ROOT,
			"%s (%.2f)", name, confidence);
	}

	/**
	 * As large as is pleasant, and as can be read where the whole image is on the
	 * screen, but not wider than the image, and so that it hides but a tenth of
	 * it: ImageJ enlarges letters with the image, so that those of a small image
	 * can be read when it is enlarged.
	 */
	private static int fontSize(final ImagePlus image, final String text) {
		final int height = image.getHeight();
		// of the smallest images a third, or it could not be read at all
		final int small = Math.max(4, Math.min(10, height / 3));
		final int pleasant = Math.max(small, Math.min(48, height / 16));
		int size = Math.max(pleasant, Math.min(height / 4, legible(image)));
		while (size > LEAST && (width(text, size) > image.getWidth() || hidesMuch(
			image, text, size)))
			size--;
		return size;
	}

	private static boolean hidesMuch(final ImagePlus image, final String text,
		final int size)
	{
		final Roi drawn = new TextRoi(0, 0, text, new Font(Font.SANS_SERIF,
			Font.BOLD, size));
		return drawn.getFloatWidth() * drawn.getFloatHeight() * HIDDEN > image
			.getWidth() * image.getHeight();
	}

	/** What is about 14 pixels high once a large image fits the screen. */
	private static int legible(final ImagePlus image) {
		final double shrunk = Math.max(image.getWidth() / SCREEN_WIDTH, image
			.getHeight() / SCREEN_HEIGHT);
		return shrunk > 1 ? (int) Math.ceil(LEGIBLE * shrunk) : 0;
	}

	/** Letters differ in width, so the text is measured, with its margin. */
	private static double width(final String text, final int size) {
		return MARGIN + Math.ceil(new Font(Font.SANS_SERIF, Font.BOLD, size)
			.getStringBounds(text, WHOLE_PIXELS).getWidth());
	}

	/** The brightness of a color as Rec. 601 weighs it. */
	private static Color readableOn(final Color color) {
		return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color
			.getBlue() > 128 ? Color.BLACK : Color.WHITE;
	}
}


package io.github.cnnclassifier.imagej;

import java.awt.Color;
import java.awt.Font;
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

/** Shows predicted classes on an image without touching its pixels. */
public final class LabelOverlay {

	/** Marks our elements in an overlay that may hold others. */
	private static final String NAME = "CNN class";

	private static final Color BACKGROUND = new Color(0, 0, 0, 160);

	private LabelOverlay() {}

	/**
	 * Writes the class into the upper left corner of each plane, replacing what
	 * an earlier call wrote there. Image > Overlay > Remove Overlay takes it
	 * away.
	 *
	 * @param image gets the overlay
	 * @param planes of the image
	 * @param labels of the model
	 * @param predictions one per plane
	 */
	public static void show(final ImagePlus image, final List<Plane> planes,
		final ClassLabels labels, final List<Prediction> predictions)
	{
		show(image, planes, labels, Threshold.NONE, predictions);
	}

	/**
	 * The same for answers that may be unknown.
	 *
	 * @param image gets the overlay
	 * @param planes of the image
	 * @param labels of the model
	 * @param threshold below which the class is unknown
	 * @param predictions one per plane
	 */
	static void show(final ImagePlus image, final List<Plane> planes,
		final ClassLabels labels, final Threshold threshold,
		final List<Prediction> predictions)
	{
		final Overlay overlay = image.getOverlay() == null ? new Overlay() : image
			.getOverlay();
		for (int i = 0; i < planes.size(); i++) {
			final Roi text = text(image, planes.get(i), labels, threshold, predictions
				.get(i));
			removeFormer(overlay, text);
			overlay.add(text);
		}
		image.setOverlay(overlay);
	}

	/**
	 * @param roi an element of an overlay
	 * @return whether {@link #show} has put it there
	 */
	static boolean isLabel(final Roi roi) {
		return roi instanceof TextRoi && NAME.equals(roi.getName());
	}

	private static Roi text(final ImagePlus image, final Plane plane,
		final ClassLabels labels, final Threshold threshold,
		final Prediction prediction)
	{
		final String name = threshold.name(labels, prediction);
		// On images of a few pixels only the name fits.
		final String text = image.getWidth() < 128 ? name : String.format(
			Locale.ROOT, "%s (%.2f)", name, prediction.confidence());
		final TextRoi roi = new TextRoi(0, 0, text, new Font(Font.SANS_SERIF,
			Font.BOLD, fontSize(image, text)));
		roi.setStrokeColor(ClassColors.of(threshold.index(labels, prediction),
			labels.size()));
		roi.setFillColor(BACKGROUND);
		roi.setName(NAME);
		if (image.getStackSize() > 1 && !plane.equals(Plane.ALL)) {
			// 0: all channels of the plane
			if (image.isHyperStack() || image.getNChannels() > 1) roi.setPosition(0,
				plane.slice(), plane.frame());
			else roi.setPosition(image.getStackIndex(1, plane.slice(), plane
				.frame()));
		}
		return roi;
	}

	/** As large as is pleasant, but not wider than the image. */
	private static int fontSize(final ImagePlus image, final String text) {
		final int pleasant = Math.max(8, Math.min(48, image.getHeight() / 16));
		final double fitting = image.getWidth() / (0.65 * text.length());
		return Math.max(4, (int) Math.min(pleasant, fitting));
	}

	private static void removeFormer(final Overlay overlay, final Roi like) {
		for (int i = overlay.size() - 1; i >= 0; i--) {
			final Roi former = overlay.get(i);
			if (NAME.equals(former.getName()) && former.getPosition() == like
				.getPosition() && former.getZPosition() == like.getZPosition() && former
					.getTPosition() == like.getTPosition()) overlay.remove(i);
		}
	}
}

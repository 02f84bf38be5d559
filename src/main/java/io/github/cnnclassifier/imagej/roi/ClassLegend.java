
package io.github.cnnclassifier.imagej.roi;

import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import io.github.cnnclassifier.imagej.Drawing;

/**
 * Colors and names of classes, drawn over the upper left corner of an image.
 * Image > Overlay > Remove Overlay takes it away; pixels do not change.
 */
public final class ClassLegend {

	/** A class and the color in which it is shown. */
	public record Line(String name, Color color) {
	}

	private static final Color BACKGROUND = new Color(0, 0, 0, 160);
	private static final int SMALLEST = 8;
	private static final int LARGEST = 200;
	/** Of the height of the image, for one line. */
	private static final int LINES_IN_IMAGE = 36;
	private static final double LINE_SPACING = 1.4;
	private static final double LETTER_WIDTH = 0.6;
	/** A legend is at most this part of the image, wide and high. */
	private static final int HIDDEN = 2;

	private ClassLegend() {}

	/**
	 * @param lines at least one, from top to bottom
	 * @param height of the image in pixels
	 * @return its elements, the background first
	 */
	public static List<Roi> of(final List<Line> lines, final int height) {
		final int size = fontSize(height, lines.size());
		final int spacing = (int) Math.ceil(size * LINE_SPACING);
		final int gap = spacing / 3;
		final int longest = lines.stream().mapToInt(line -> line.name().length())
			.max().orElseThrow();
		final List<Roi> legend = new ArrayList<>();
		final Roi background = new Roi(0, 0, spacing + 2 * gap + longest *
			LETTER_WIDTH * size, lines.size() * spacing + gap);
		background.setFillColor(BACKGROUND);
		legend.add(background);
		for (int i = 0; i < lines.size(); i++) {
			final int top = gap + i * spacing;
			final Roi swatch = new Roi(gap, top, size, size);
			swatch.setFillColor(lines.get(i).color());
			legend.add(swatch);
			final TextRoi text = new TextRoi(gap + spacing, top - size * 0.15, lines
				.get(i).name(), new Font(Font.SANS_SERIF, Font.PLAIN, size));
			text.setStrokeColor(Color.WHITE);
			legend.add(text);
		}
		legend.forEach(Drawing::markLegend);
		return legend;
	}

	/**
	 * Draws the legend over the corner of an image, in place of an earlier one;
	 * not where it would hide much of the image.
	 *
	 * @param image gets it in its overlay
	 * @param lines from top to bottom; without any, an earlier legend goes
	 */
	public static void show(final ImagePlus image, final List<Line> lines) {
		final Overlay overlay = image.getOverlay() == null ? new Overlay() : image
			.getOverlay();
		remove(overlay);
		if (!lines.isEmpty()) {
			final List<Roi> legend = of(lines, image.getHeight());
			final Rectangle hidden = legend.get(0).getBounds();
			if (hidden.width * HIDDEN <= image.getWidth() && hidden.height *
				HIDDEN <= image.getHeight()) legend.forEach(overlay::add);
			Drawing.moveLegendBelowLabels(overlay);
		}
		image.setOverlay(overlay);
	}

	/** Takes the legend away. */
	static void remove(final Overlay overlay) {
		for (int i = overlay.size() - 1; i >= 0; i--) {
			if (Drawing.isLegend(overlay.get(i))) overlay.remove(i);
		}
	}

	/** The whole legend is at most as high as half the image. */
	private static int fontSize(final int height, final int lines) {
		final int pleasant = Math.max(SMALLEST, Math.min(LARGEST, height /
			LINES_IN_IMAGE));
		final int fitting = (int) (height / 2 / lines / LINE_SPACING);
		return Math.max(4, Math.min(pleasant, fitting));
	}
}

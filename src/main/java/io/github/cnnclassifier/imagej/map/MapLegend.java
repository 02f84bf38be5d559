
package io.github.cnnclassifier.imagej.map;

import java.awt.Color;
import java.awt.Font;

import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.report.ClassColors;
import io.github.cnnclassifier.workflow.map.MapLayout;

/**
 * The colors and names of the classes, drawn over the upper left corner of a
 * map. Image > Overlay > Remove Overlay takes it away; pixels do not change.
 */
final class MapLegend {

	private static final Color BACKGROUND = new Color(0, 0, 0, 160);
	private static final int SMALLEST = 8;
	private static final int LARGEST = 200;
	/** Of the height of the map, for one line. */
	private static final int LINES_IN_MAP = 36;
	private static final double LINE_SPACING = 1.4;
	private static final double LETTER_WIDTH = 0.6;

	private MapLegend() {}

	static Overlay of(final MapLayout layout) {
		final ClassLabels answers = layout.answers();
		final int size = fontSize(layout.height(), answers.size());
		final int line = (int) Math.ceil(size * LINE_SPACING);
		final int gap = line / 3;
		final int longest = answers.names().stream().mapToInt(String::length).max()
			.orElseThrow();
		final Roi background = new Roi(0, 0, line + 2 * gap + longest *
			LETTER_WIDTH * size, answers.size() * line + gap);
		background.setFillColor(BACKGROUND);
		final Overlay legend = new Overlay(background);
		for (int i = 0; i < answers.size(); i++) {
			final int top = gap + i * line;
			final Roi swatch = new Roi(gap, top, size, size);
			swatch.setFillColor(ClassColors.of(i, layout.labels().size()));
			legend.add(swatch);
			final TextRoi text = new TextRoi(gap + line, top - size * 0.15, answers
				.name(i), new Font(Font.SANS_SERIF, Font.PLAIN, size));
			text.setStrokeColor(Color.WHITE);
			legend.add(text);
		}
		return legend;
	}

	/** The whole legend is at most as high as half the map. */
	private static int fontSize(final int height, final int lines) {
		final int pleasant = Math.max(SMALLEST, Math.min(LARGEST, height /
			LINES_IN_MAP));
		final int fitting = (int) (height / 2 / lines / LINE_SPACING);
		return Math.max(4, Math.min(pleasant, fitting));
	}
}

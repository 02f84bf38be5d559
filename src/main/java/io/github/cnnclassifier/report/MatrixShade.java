
package io.github.cnnclassifier.report;

import java.awt.Color;
import java.util.Locale;

import io.github.cnnclassifier.evaluation.ConfusionMatrix;

/**
 * The color of a cell of a confusion matrix: shades of blue for right and of
 * orange for wrong, which color-blind readers tell apart.
 *
 * @param color without its shade
 * @param opacity 0 to 1
 */
record MatrixShade(Color color, double opacity) {

	private static final double DARK = 0.75;
	private static final int WHITE = 255;

	/** @return of a cell that has images */
	static MatrixShade of(final ConfusionMatrix matrix, final int row,
		final int column)
	{
		final double share = (double) matrix.count(row, column) / matrix.rowSum(
			row);
		// The root lets a few errors among thousands show.
		return row == column ? new MatrixShade(ChartStyle.BLUE, 0.9 * share)
			: new MatrixShade(ChartStyle.VERMILION, 0.08 + 0.82 * Math.sqrt(share));
	}

	/** @return whether white letters are read better on it */
	boolean isDark() {
		return opacity > DARK;
	}

	/** @return for a style sheet */
	String css() {
		return String.format(Locale.ROOT, "rgba(%d,%d,%d,%.2f)", color.getRed(),
			color.getGreen(), color.getBlue(), opacity);
	}

	/** @return on white paper */
	Color onWhite() {
		return new Color(mixed(color.getRed()), mixed(color.getGreen()), mixed(color
			.getBlue()));
	}

	private int mixed(final int level) {
		return (int) Math.round(WHITE + opacity * (level - WHITE));
	}
}

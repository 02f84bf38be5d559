
package io.github.cnnclassifier.report;

import java.awt.Color;
import java.util.Locale;

import io.github.cnnclassifier.evaluation.ConfusionMatrix;

/**
 * How the cells of a confusion matrix are colored: blue for right and orange
 * for wrong, which color-blind readers tell apart, the stronger the larger
 * their share of the row.
 *
 * @param color of the full shade
 * @param strength 0 (paper) to 1 (the color itself)
 */
public record MatrixShade(Color color, double strength) {

	private static final double DARK = 0.75;

	/** Of what is right. */
	public static final Color RIGHT = new Color(0, 114, 178);

	/** Of what is wrong. */
	public static final Color WRONG = new Color(213, 94, 0);

	/**
	 * @param matrix of an evaluation
	 * @param row actual class
	 * @param column predicted class
	 * @return the shade of the cell
	 */
	public static MatrixShade of(final ConfusionMatrix matrix, final int row,
		final int column)
	{
		final Color color = row == column ? RIGHT : WRONG;
		final long count = matrix.count(row, column);
		if (count == 0) return new MatrixShade(color, 0);
		final double share = (double) count / matrix.rowSum(row);
		// the root lets a few errors among thousands show
		return new MatrixShade(color, row == column ? 0.9 * share : 0.08 + 0.82 *
			Math.sqrt(share));
	}

	/**
	 * @param paper the color of a cell without images
	 * @return the color of this cell
	 */
	public Color on(final Color paper) {
		return new Color(mixed(paper.getRed(), color.getRed()), mixed(paper
			.getGreen(), color.getGreen()), mixed(paper.getBlue(), color.getBlue()));
	}

	/** @return whether white letters are read better on it */
	boolean isDark() {
		return strength > DARK;
	}

	/** @return for a style sheet */
	String css() {
		return String.format(Locale.ROOT, "rgba(%d,%d,%d,%.2f)", color.getRed(),
			color.getGreen(), color.getBlue(), strength);
	}

	private int mixed(final int paper, final int full) {
		return (int) Math.round(paper + strength * (full - paper));
	}

	/**
	 * @param background of a text
	 * @return black or white, whichever is read more easily on it
	 */
	public static Color ink(final Color background) {
		final double light = 0.2126 * linear(background.getRed()) + 0.7152 * linear(
			background.getGreen()) + 0.0722 * linear(background.getBlue());
		// where both have the same contrast, as the WCAG define it
		return light > 0.179 ? Color.BLACK : Color.WHITE;
	}

	private static double linear(final int level) {
		return Math.pow(level / 255.0, 2.2);
	}
}

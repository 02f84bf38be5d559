
package io.github.cnnclassifier.ui.train;

import java.awt.Color;

import javax.swing.UIManager;

/**
 * Colors of curves and bars that color-blind people tell apart (those of Okabe
 * and Ito), light enough on dark paper and dark enough on light one.
 *
 * @param paper behind everything
 * @param text and axes
 * @param first of what is right, and of validation
 * @param second of what is wrong, and of training
 */
record Inks(Color paper, Color text, Color first, Color second) {

	private static final int DARK = 128;

	/** @return as the look and feel has them now */
	static Inks now() {
		final Color paper = color("Table.background", Color.LIGHT_GRAY);
		final boolean dark = brightness(paper) < DARK;
		return new Inks(paper, color("Table.foreground", dark ? Color.LIGHT_GRAY
			: Color.DARK_GRAY), new Color(dark ? 0x56B4E9 : 0x0072B2), new Color(dark
				? 0xE69F00 : 0xD55E00));
	}

	/** @return between text and paper */
	Color faint() {
		return new Color((paper.getRed() * 2 + text.getRed()) / 3, (paper
			.getGreen() * 2 + text.getGreen()) / 3, (paper.getBlue() * 2 + text
				.getBlue()) / 3);
	}

	private static Color color(final String key, final Color other) {
		final Color found = UIManager.getColor(key);
		return found == null ? other : found;
	}

	private static int brightness(final Color color) {
		return (299 * color.getRed() + 587 * color.getGreen() + 114 * color
			.getBlue()) / 1000;
	}
}


package io.github.cnnclassifier.ui;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;

/** What a cell that paints itself begins with. */
public final class ClearedCell {

	private ClearedCell() {}

	/**
	 * @param cell in whose background everything is painted over
	 * @param graphics of the cell
	 * @return to paint with, smooth text; the caller disposes of it
	 */
	public static Graphics2D of(final Component cell, final Graphics graphics) {
		final Graphics2D g = (Graphics2D) graphics.create();
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setColor(cell.getBackground());
		g.fillRect(0, 0, cell.getWidth(), cell.getHeight());
		return g;
	}
}

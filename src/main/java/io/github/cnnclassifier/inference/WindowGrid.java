
package io.github.cnnclassifier.inference;

import io.github.cnnclassifier.image.Region;

/**
 * All windows of an image, numbered row by row from 0.
 *
 * @param horizontal their places along x
 * @param vertical their places along y
 */
public record WindowGrid(WindowAxis horizontal, WindowAxis vertical) {

	/** @return windows in a row */
	public int columns() {
		return horizontal.count();
	}

	/** @return rows of windows */
	public int rows() {
		return vertical.count();
	}

	/**
	 * @param column 0-based
	 * @param row 0-based
	 * @return the pixels of the window
	 */
	public Region window(final int column, final int row) {
		return new Region(horizontal.start(column), vertical.start(row), horizontal
			.window(), vertical.window());
	}
}

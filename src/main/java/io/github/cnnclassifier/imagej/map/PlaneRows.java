
package io.github.cnnclassifier.imagej.map;

import java.io.IOException;

/** Takes an image row by row, its planes in any order. */
interface PlaneRows {

	/**
	 * @param plane 0-based
	 * @param y 0-based
	 * @param pixels byte[], short[] or float[], as the image has them
	 * @param from index of the first one
	 * @throws IOException if the row cannot be kept
	 */
	void put(int plane, int y, Object pixels, int from) throws IOException;
}


package io.github.cnnclassifier.inference;

import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.RegionMask;

/**
 * The pixels of an image that are to be mapped.
 *
 * @param bounds around them, inside the image
 * @param mask which pixels inside the bounds belong to them
 */
public record MapArea(Region bounds, RegionMask mask) {

	/**
	 * @param width of the image in pixels
	 * @param height of the image in pixels
	 * @return all of it
	 */
	public static MapArea whole(final int width, final int height) {
		return new MapArea(new Region(0, 0, width, height), RegionMask.ALL);
	}

	/** Pixels outside the bounds may be asked for. */
	boolean contains(final int x, final int y) {
		return hasRow(y) && x >= bounds.x() && x < right() &&
			(mask == RegionMask.ALL || mask.contains(x, y));
	}

	/** @return the column behind the last one */
	int right() {
		return bounds.x() + bounds.width();
	}

	boolean hasRow(final int y) {
		return y >= bounds.y() && y < bounds.y() + bounds.height();
	}
}

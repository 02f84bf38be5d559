
package io.github.cnnclassifier.image;

/**
 * Which pixels of a rectangle belong to a region, asked in coordinates of the
 * whole image. Implementations are thread-safe and give the same answer
 * whenever they are asked.
 */
@FunctionalInterface
public interface RegionMask {

	/** Every pixel of the rectangle, as for a rectangular selection. */
	RegionMask ALL = (x, y) -> true;

	/**
	 * @param x column in the image, 0-based, inside the bounds of the region
	 * @param y row in the image, 0-based, inside the bounds of the region
	 * @return whether the pixel belongs to the region
	 */
	boolean contains(int x, int y);
}


package io.github.cnnclassifier.image;

import java.util.Objects;

/**
 * A part of an image that is to be looked at by itself.
 *
 * @param index number in its list, or value in its label image; at least 1
 * @param name as the user knows it, never null or empty
 * @param group to which the user assigned it, never null; empty if to none
 * @param bounds around it, in pixels of the image
 * @param mask which pixels inside the bounds belong to it
 * @param slice where it lies in a stack, 1-based
 * @param frame where it lies in a time series, 1-based
 */
public record RegionOfInterest(int index, String name, String group,
		Region bounds, RegionMask mask, int slice, int frame)
{

	/** @throws IllegalArgumentException if a number is below 1 */
	public RegionOfInterest {
		Objects.requireNonNull(name);
		Objects.requireNonNull(group);
		if (index < 1 || slice < 1 || frame < 1) throw new IllegalArgumentException(
			"Numbers start at 1, got " + index + ", " + slice + ", " + frame);
	}

	/**
	 * @param other name
	 * @return the same region under that name
	 */
	public RegionOfInterest named(final String other) {
		return new RegionOfInterest(index, other, group, bounds, mask, slice,
			frame);
	}

	/** @return its pixels in short */
	public Outline outline() {
		return Outline.of(bounds, mask);
	}

	/**
	 * @param x column of a pixel of the image, 0-based
	 * @param y row of a pixel of the image, 0-based
	 * @return whether the pixel lies inside the bounds and the mask
	 */
	public boolean contains(final int x, final int y) {
		return x >= bounds.x() && y >= bounds.y() && x - bounds.x() < bounds
			.width() && y - bounds.y() < bounds.height() && mask.contains(x, y);
	}
}

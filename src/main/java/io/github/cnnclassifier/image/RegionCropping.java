
package io.github.cnnclassifier.image;

import io.github.cnnclassifier.failure.WrongUsage;

/**
 * How a region is cut out of its image.
 *
 * @param margin pixels of surroundings on each side, 0 to 10000; where the
 *          image ends, so does the crop: nothing is invented
 * @param masked whether pixels outside the outline, those of the margin
 *          included, become 0
 */
public record RegionCropping(int margin, boolean masked) {

	/** The rectangle around the region, as it is. */
	public static final RegionCropping PLAIN = new RegionCropping(0, false);

	/** The widest margin in pixels. */
	public static final int LARGEST = 10_000;

	/** @throws WrongUsage if the margin is below 0 or above 10000 */
	public RegionCropping {
		if (margin < 0 || margin > LARGEST) throw new WrongUsage(
			"Expected a margin from 0 to " + LARGEST + " pixels, found " + margin +
				".");
	}
}

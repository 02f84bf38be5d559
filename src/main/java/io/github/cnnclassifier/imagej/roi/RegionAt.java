
package io.github.cnnclassifier.imagej.roi;

import java.util.List;
import java.util.OptionalInt;

import io.github.cnnclassifier.image.RegionOfInterest;

/** Finds the region that somebody has clicked at. */
public final class RegionAt {

	private RegionAt() {}

	/**
	 * @param regions of an image
	 * @param x column of a pixel, 0-based
	 * @param y row of a pixel, 0-based
	 * @param slice of the pixel, 1-based
	 * @param frame of the pixel, 1-based
	 * @return 0-based place in the list of the region that has the pixel; of
	 *         several the one in the smallest box, as it lies within the others;
	 *         empty if there is none
	 */
	public static OptionalInt of(final List<RegionOfInterest> regions,
		final int x, final int y, final int slice, final int frame)
	{
		int best = -1;
		long smallest = Long.MAX_VALUE;
		for (int i = 0; i < regions.size(); i++) {
			final RegionOfInterest region = regions.get(i);
			if (region.slice() != slice || region.frame() != frame) continue;
			final long area = (long) region.bounds().width() * region.bounds()
				.height();
			if (area < smallest && region.contains(x, y)) {
				best = i;
				smallest = area;
			}
		}
		return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
	}
}

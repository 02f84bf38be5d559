
package io.github.cnnclassifier.imagej;

import java.util.List;

import io.github.cnnclassifier.dataset.FailedSample;
import io.github.cnnclassifier.image.RegionOfInterest;

/**
 * Regions of an image, and those that cannot be used.
 *
 * @param regions inside the image, in the order in which they were found;
 *          copied
 * @param failed each with the reason; copied
 */
public record FoundRegions(List<RegionOfInterest> regions,
		List<FailedSample> failed)
{

	/** Copies the lists. */
	public FoundRegions {
		regions = List.copyOf(regions);
		failed = List.copyOf(failed);
	}
}

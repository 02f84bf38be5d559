
package io.github.cnnclassifier.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.LastPlane;
import io.github.cnnclassifier.image.RegionCrop;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.FoundRegions;
import io.github.cnnclassifier.imagej.ImagePlusPlanes;
import io.github.cnnclassifier.imagej.RegionSource;
import io.github.cnnclassifier.imagej.RegionWishes;
import io.github.cnnclassifier.progress.Progress;

/**
 * The regions of an open image, cut out of it.
 *
 * @param images one for each region
 * @param names of the regions, in the same order
 * @param failed how many could not be cut out
 */
record CutRegions(List<SampleImage> images, List<String> names, int failed) {

	/**
	 * @param open only read
	 * @param wishes where the regions are
	 * @param cropping how they are cut
	 * @param progress is told which regions cannot be cut out
	 * @return at least one region
	 * @throws UserFailure if there is none that can be cut out
	 * @throws IOException never, as the image is in memory
	 */
	static CutRegions of(final ImagePlus open, final RegionWishes wishes,
		final RegionCropping cropping, final Progress progress) throws IOException
	{
		final FoundRegions found = RegionSource.of(open, wishes);
		final int failed = Failures.report(found.failed(), progress);
		if (found.regions().isEmpty()) throw new UserFailure(
			"Expected a region of '" + open.getTitle() +
				"' that can be cut out, found none; the log says why.");
		final ImagePlanes planes = new LastPlane(new ImagePlusPlanes(open, open
			.getTitle()));
		final List<SampleImage> images = new ArrayList<>();
		for (final RegionOfInterest roi : found.regions()) {
			images.add(RegionCrop.of(planes, roi, cropping));
		}
		return new CutRegions(images, found.regions().stream().map(
			RegionOfInterest::name).toList(), failed);
	}
}

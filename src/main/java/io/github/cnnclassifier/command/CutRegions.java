
package io.github.cnnclassifier.command;

import java.util.List;
import java.util.stream.IntStream;

import ij.ImagePlus;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.roi.FoundRegions;
import io.github.cnnclassifier.imagej.roi.RegionImages;
import io.github.cnnclassifier.imagej.roi.RegionOptions;
import io.github.cnnclassifier.imagej.roi.RegionSource;
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
	 * @param options where the regions are
	 * @param cropping how they are cut
	 * @param progress is told which regions cannot be cut out
	 * @return at least one region
	 * @throws UserFailure if there is none that can be cut out
	 */
	static CutRegions of(final ImagePlus open, final RegionOptions options,
		final RegionCropping cropping, final Progress progress)
	{
		final FoundRegions found = RegionSource.of(open, options, progress);
		final int failed = Failures.report(found.failed(), progress);
		if (found.regions().isEmpty()) throw new UserFailure(
			"Expected a region of '" + open.getTitle() +
				"' that can be cut out, found none; the log says why.");
		final List<SampleImage> images = IntStream.range(0, found.regions().size())
			.mapToObj(new RegionImages(open, found.regions(), cropping)).toList();
		return new CutRegions(images, found.regions().stream().map(
			RegionOfInterest::name).toList(), failed);
	}
}

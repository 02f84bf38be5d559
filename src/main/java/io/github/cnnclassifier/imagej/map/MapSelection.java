
package io.github.cnnclassifier.imagej.map;

import java.util.List;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.RegionMask;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.imagej.roi.FoundRegions;
import io.github.cnnclassifier.imagej.roi.RegionRois;
import io.github.cnnclassifier.imagej.roi.RegionSource;
import io.github.cnnclassifier.inference.MapArea;
import io.github.cnnclassifier.progress.Progress;

/** The part of an image that the user has selected for a map. */
public final class MapSelection {

	private MapSelection() {}

	/**
	 * @param image only read
	 * @param progress is told that only the selection is mapped
	 * @return the pixels of its selection, or all if there is none
	 * @throws UserFailure if the selection has no area inside the image
	 */
	public static MapArea of(final ImagePlus image, final Progress progress) {
		final List<Roi> selection = RegionRois.ofSelection(image);
		if (selection.isEmpty()) return MapArea.whole(image.getWidth(), image
			.getHeight());
		final Roi here = (Roi) selection.get(0).clone();
		// it counts on the plane that is mapped, wherever it was drawn
		here.setPosition(0);
		final FoundRegions found = RegionSource.of(image, List.of(here));
		final List<FailedSample> failed = found.failed();
		if (!failed.isEmpty()) throw new UserFailure(
			"Expected a selection with an area to map, but " + failed.get(0)
				.reason() + ". Select an area, or nothing for the whole image " +
				"(Edit > Selection > Select None).");
		final RegionOfInterest region = found.regions().get(0);
		if (!covers(image, region)) progress.message("Mapping only what is " +
			"selected on '" + image.getTitle() + "': " + region.bounds() +
			". Edit > Selection > Select None maps all of it.");
		return new MapArea(region.bounds(), region.mask());
	}

	private static boolean covers(final ImagePlus image,
		final RegionOfInterest region)
	{
		return region.mask() == RegionMask.ALL && region.bounds().equals(new Region(
			0, 0, image.getWidth(), image.getHeight()));
	}
}

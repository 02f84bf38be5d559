
package io.github.cnnclassifier.imagej.map;

import java.util.List;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.imagej.roi.FoundRegions;
import io.github.cnnclassifier.imagej.roi.RegionSource;
import io.github.cnnclassifier.inference.MapArea;

/** The part of an image that the user has selected for a map. */
public final class MapSelection {

	private MapSelection() {}

	/**
	 * @param image only read
	 * @return the pixels of its selection, or all if there is none
	 * @throws UserFailure if the selection has no area inside the image
	 */
	public static MapArea of(final ImagePlus image) {
		final Roi selection = image.getRoi();
		if (selection == null) return MapArea.whole(image.getWidth(), image
			.getHeight());
		final Roi here = (Roi) selection.clone();
		// it counts on the plane that is mapped, wherever it was drawn
		here.setPosition(0);
		final FoundRegions found = RegionSource.of(image, List.of(here));
		final List<FailedSample> failed = found.failed();
		if (!failed.isEmpty()) throw new UserFailure(
			"Expected a selection with an area to map, but " + failed.get(0)
				.reason() + ". Select an area, or nothing for the whole image " +
				"(Edit > Selection > Select None).");
		final RegionOfInterest region = found.regions().get(0);
		return new MapArea(region.bounds(), region.mask());
	}
}


package io.github.cnnclassifier.imagej.map;

import java.util.List;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.roi.FoundRegions;
import io.github.cnnclassifier.imagej.roi.RegionRois;
import io.github.cnnclassifier.imagej.roi.RegionSource;
import io.github.cnnclassifier.progress.Progress;

/**
 * The part of an open image that is looked at as if it were an image of its
 * own: what its selection bounds, or all of it.
 *
 * @param image the pixels
 * @param region where they lie in the open image
 */
public record SelectedImage(SampleImage image, Region region) {

	/**
	 * @param open whose selection counts; only read
	 * @param plane of it
	 * @param progress is told if there is a selection
	 * @return the bounding box of the selection as far as it lies inside the
	 *         image, or all of it if nothing is selected
	 * @throws UserFailure if the selection has no area inside the image
	 */
	public static SelectedImage of(final ImagePlus open, final SampleImage plane,
		final Progress progress)
	{
		final List<Roi> selection = RegionRois.ofSelection(open);
		if (selection.isEmpty()) return whole(plane);
		final Roi here = (Roi) selection.get(0).clone();
		// it counts on the plane that is looked at, wherever it was drawn
		here.setPosition(0);
		final FoundRegions found = RegionSource.of(open, List.of(here));
		final List<FailedSample> failed = found.failed();
		if (!failed.isEmpty()) throw new UserFailure(
			"Expected a selection with an area, but " + failed.get(0).reason() +
				". Select an area, or take the whole image with selection=false.", List
					.of(Mend.of("Take the whole image", "selection", "false")));
		final Region region = found.regions().get(0).bounds();
		if (region.width() < plane.width() || region.height() < plane.height())
			progress.message("Looking only at what is selected on '" + open
				.getTitle() + "': " + region +
				". selection=false takes the whole image.");
		return new SelectedImage(plane.crop(region), region);
	}

	/**
	 * @param plane of an open image
	 * @return all of it
	 */
	public static SelectedImage whole(final SampleImage plane) {
		return new SelectedImage(plane, new Region(0, 0, plane.width(), plane
			.height()));
	}
}

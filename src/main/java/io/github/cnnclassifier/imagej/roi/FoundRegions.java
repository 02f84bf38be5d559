
package io.github.cnnclassifier.imagej.roi;

import java.util.List;

import ij.gui.Roi;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.image.UnusableRegion;

/**
 * Regions of an image, and those that cannot be used.
 *
 * @param place where they were found
 * @param rois in their order there; the one of a region of index i, usable or
 *          not, is the i-th, counted from 1. Empty for a label image; copied
 * @param regions inside the image, in the order in which they were found;
 *          copied
 * @param unusable each with the reason; copied
 */
public record FoundRegions(Place place, List<Roi> rois,
		List<RegionOfInterest> regions, List<UnusableRegion> unusable)
{

	/** Where regions can be. */
	public enum Place {
			/** The ROI Manager. */
			MANAGER,
			/** The overlay of the image. */
			OVERLAY,
			/** What is selected on the image. */
			SELECTION,
			/** A file of ROIs, or ROIs that a program made. */
			FILE,
			/** A label image. */
			LABELS,
			/** The program that called. */
			GIVEN
	}

	/** Copies the lists. */
	public FoundRegions {
		rois = List.copyOf(rois);
		regions = List.copyOf(regions);
		unusable = List.copyOf(unusable);
	}

	/** @return the unusable ones, as rows of a batch */
	public List<FailedSample> failed() {
		return unusable.stream().map(region -> new FailedSample(region.name(), "",
			region.reason())).toList();
	}

	/**
	 * @return the same, with the names that the ROIs had before they were
	 *         classified
	 */
	public FoundRegions withFormerNames() {
		return new FoundRegions(place, rois, regions.stream().map(r -> r.named(
			formerName(r.index(), r.name()))).toList(), unusable.stream().map(
				r -> new UnusableRegion(r.index(), formerName(r.index(), r.name()), r
					.reason())).toList());
	}

	/**
	 * @return the same, without regions whose class is nothing but the answer of
	 *         a model: nobody has confirmed, renamed or regrouped them
	 */
	public FoundRegions withoutAnswers() {
		return new FoundRegions(place, rois, regions.stream().filter(r -> !isAnswer(
			r.index())).toList(), unusable);
	}

	private boolean isAnswer(final int index) {
		if (index < 1 || index > rois.size()) return false;
		final Roi roi = rois.get(index - 1);
		return RoiMark.of(roi).filter(mark -> !mark.confirmed() && mark.isGrouped(
			roi) && mark.isNamed(roi)).isPresent();
	}

	private String formerName(final int index, final String name) {
		if (index < 1 || index > rois.size()) return name;
		final Roi roi = rois.get(index - 1);
		return RoiMark.of(roi).map(mark -> RoiRegions.name(mark.ofUser(roi).name(),
			index)).orElse(name);
	}
}

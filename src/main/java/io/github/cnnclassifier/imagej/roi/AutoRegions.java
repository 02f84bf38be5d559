
package io.github.cnnclassifier.imagej.roi;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.cnnclassifier.image.Outline;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.progress.Progress;

/**
 * Finds the regions that a user most likely means: what was selected last, if
 * it is not just one of the others that is selected; else all of the ROI
 * Manager, else those of the overlay.
 */
final class AutoRegions {

	/** The pixels of a region. */
	private record Place(Outline outline, int slice, int frame) {

		static Place of(final RegionOfInterest region) {
			return new Place(region.outline(), region.slice(), region.frame());
		}
	}

	private final ImagePlus image;
	private final List<Roi> managed = RegionRois.ofManager();
	private final List<Roi> overlaid;
	/** Of the overlay, without what a classification has put there. */
	private final List<Roi> own;
	private final List<Roi> selected;

	private AutoRegions(final ImagePlus image) {
		this.image = image;
		overlaid = RegionRois.ofOverlay(image);
		own = overlaid.stream().filter(roi -> RoiMark.of(roi).filter(RoiMark::added)
			.isEmpty()).toList();
		selected = RegionRois.ofSelection(image);
	}

	/**
	 * @param image only read
	 * @param progress is told what is left out
	 * @return without regions if there is nothing
	 */
	static FoundRegions of(final ImagePlus image, final Progress progress) {
		return new AutoRegions(image).find(progress);
	}

	private FoundRegions find(final Progress progress) {
		if (isNewSelection()) {
			if (!managed.isEmpty()) progress.message(selectionAlone(managed,
				"ROI Manager", RegionOptions.MANAGER));
			else if (!own.isEmpty()) progress.message(selectionAlone(own, "overlay",
				RegionOptions.OVERLAY));
			return RoiRegions.of(image, selected, FoundRegions.Place.SELECTION);
		}
		if (!managed.isEmpty()) return RoiRegions.of(image, managed,
			FoundRegions.Place.MANAGER);
		if (!own.isEmpty()) {
			if (own.size() < overlaid.size()) progress.message("Left out what an " +
				"earlier classification put into the overlay (" + (overlaid.size() - own
					.size()) + "); regions=overlay takes it too.");
			return RoiRegions.of(image, own, FoundRegions.Place.OVERLAY);
		}
		if (!overlaid.isEmpty()) {
			progress.message("Taking again what an earlier classification put into " +
				"the overlay (" + overlaid.size() + ").");
			return RoiRegions.of(image, overlaid, FoundRegions.Place.OVERLAY);
		}
		return RoiRegions.of(image, selected, FoundRegions.Place.SELECTION);
	}

	private static String selectionAlone(final List<Roi> others,
		final String place, final String key)
	{
		return "Taking the selection alone, not what is in the " + place + " (" +
			others.size() + "); regions=" + key + " takes that.";
	}

	/** A click into the ROI Manager or on an overlay selects one of its ROIs. */
	private boolean isNewSelection() {
		if (selected.isEmpty() || RoiMark.of(selected.get(0)).isPresent())
			return false;
		final List<RegionOfInterest> regions = regions(selected);
		if (regions.isEmpty()) return false;
		final Set<Place> known = new HashSet<>();
		regions(managed).forEach(region -> known.add(Place.of(region)));
		regions(own).forEach(region -> known.add(Place.of(region)));
		return !known.contains(Place.of(regions.get(0)));
	}

	/** Those that can be cut out. */
	private List<RegionOfInterest> regions(final List<Roi> rois) {
		return RoiRegions.of(image, rois, FoundRegions.Place.GIVEN).regions();
	}
}

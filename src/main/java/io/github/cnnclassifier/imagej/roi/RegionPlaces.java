
package io.github.cnnclassifier.imagej.roi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.imagej.Plane;
import io.github.cnnclassifier.imagej.PlanePlace;
import io.github.cnnclassifier.imagej.RowPlace;
import io.github.cnnclassifier.imagej.RowPlaces;
import io.github.cnnclassifier.inference.RegionAnswer;

/** The regions of the rows of a table, to be selected on their image. */
public final class RegionPlaces {

	private static final List<String> COLUMNS = List.of("image", "index", "slice",
		"frame");

	private RegionPlaces() {}

	/**
	 * @param image the regions belong to
	 * @param found the regions
	 * @param answers one for each row
	 * @return where each is
	 */
	public static RowPlaces of(final ImagePlus image, final FoundRegions found,
		final List<RegionAnswer> answers)
	{
		final Map<Integer, RegionOfInterest> labeled = new HashMap<>();
		if (found.place() == FoundRegions.Place.LABELS) found.regions().forEach(
			region -> labeled.put(region.index(), region));
		final List<RowPlace> places = new ArrayList<>();
		for (final RegionAnswer answer : answers) {
			places.add(new PlanePlace(image, new Plane(answer.slice(), answer
				.frame()), shown -> roi(shown, found, labeled, answer.index()).map(
					roi -> marked(shown, roi))));
		}
		return new RowPlaces(COLUMNS, places);
	}

	private static Optional<Roi> roi(final ImagePlus image,
		final FoundRegions found, final Map<Integer, RegionOfInterest> labeled,
		final int index)
	{
		if (!labeled.isEmpty()) return Optional.ofNullable(labeled.get(index)).map(
			region -> RegionOutlines.of(image, List.of(region)).get(0));
		return index < 1 || index > found.rois().size() ? Optional.empty()
			: Optional.of(found.rois().get(index - 1));
	}

	/**
	 * What the classification has put into the overlay for it, which a later one
	 * does not take for a new selection.
	 */
	private static Roi marked(final ImagePlus image, final Roi roi) {
		final Overlay overlay = image.getOverlay();
		if (overlay == null || RoiMark.of(roi).isPresent()) return roi;
		for (final Roi element : overlay) {
			if (AddedRois.isOne(element) && element.getBounds().equals(roi
				.getBounds())) return element;
		}
		return roi;
	}
}

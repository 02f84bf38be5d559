
package io.github.cnnclassifier.workflow.regions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.github.cnnclassifier.dataset.source.RegionList;
import io.github.cnnclassifier.dataset.source.SavedPlace;
import io.github.cnnclassifier.image.RegionCrop;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.image.SampleImage;

/**
 * Regions of an image that were saved before: the same rectangle of the same
 * plane, with whatever margin, is the same region, whatever it is called now.
 */
final class FormerRegions {

	/**
	 * {@code CLASS/FILE} as {@link RegionFiles} chooses it. A list may have been
	 * edited, but nothing outside of its folder was written here.
	 */
	private static final Pattern OWN = Pattern.compile(
		"[^./\\\\:][^/\\\\:]*/[^./\\\\:][^/\\\\:]*");

	private final Map<SavedPlace, List<String>> paths = new HashMap<>();
	private final Set<Integer> margins = new TreeSet<>();
	private final SampleImage plane;

	/**
	 * @param list of what was saved
	 * @param origin of the image
	 * @param extension of files that are written here
	 * @param plane any of the image
	 */
	FormerRegions(final RegionList list, final String origin,
		final String extension, final SampleImage plane)
	{
		this.plane = plane;
		list.places(origin).forEach((path, place) -> {
			if (!OWN.matcher(path).matches() || !path.endsWith(extension)) return;
			paths.computeIfAbsent(place, p -> new ArrayList<>()).add(path);
			margins.add(place.margin());
		});
	}

	/** @return paths of files that hold it, as in the list */
	List<String> of(final RegionOfInterest roi) {
		final List<String> former = new ArrayList<>();
		for (final int margin : margins) {
			former.addAll(paths.getOrDefault(new SavedPlace(roi.slice(), roi.frame(),
				RegionCrop.cut(plane.width(), plane.height(), roi.bounds(), margin),
				margin), List.of()));
		}
		return former;
	}
}

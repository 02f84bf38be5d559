
package io.github.cnnclassifier.workflow.label;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.dataset.source.ImagePlace;
import io.github.cnnclassifier.image.Region;

/**
 * Which crop a row of a list is about that names an image and a place in it,
 * but no crop, as lists have that were made elsewhere.
 */
final class ListedCrops {

	private final Path folder;
	private final Map<String, String> names = new HashMap<>();

	/** @param list the file whose paths may be relative */
	ListedCrops(final Path list, final List<Crop> crops) {
		folder = list.toAbsolutePath().getParent();
		for (final Crop crop : crops)
			crop.place().ifPresent(place -> names.putIfAbsent(key(place), crop
				.name()));
	}

	/** @return null if it is about none of them */
	String of(final Map<String, String> row) {
		try {
			final Path file = folder.resolve(row.getOrDefault(LabelRow.PATH, "")
				.strip());
			final Map<String, String> moved = new HashMap<>(row);
			moved.put(LabelRow.PATH, file.normalize().toString());
			return names.get(LabelRow.place(withPlane(moved)));
		}
		catch (final InvalidPathException e) {
			// a path of another system is none of these
			return null;
		}
	}

	/** A single image is its first plane. */
	private static Map<String, String> withPlane(final Map<String, String> row) {
		if (row.getOrDefault(LabelRow.SLICE, "").isBlank()) row.put(LabelRow.SLICE,
			"1");
		return row;
	}

	private static String key(final ImagePlace place) {
		final Region region = place.region();
		return LabelRow.place(new LabelRow("", place.file().toAbsolutePath()
			.normalize().toString(), "", "", Math.max(0, place.plane()), region, "",
			"").cells());
	}
}

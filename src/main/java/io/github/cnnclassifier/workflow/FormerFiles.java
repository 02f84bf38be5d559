
package io.github.cnnclassifier.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.cnnclassifier.dataset.RegionList;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.LastPlane;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.image.SampleImage;

/**
 * Knows as what regions of an image were saved when they had another class. A
 * region is the same if it has the same number and the same place.
 */
final class FormerFiles {

	private static final Pattern NUMBER = Pattern.compile(
		"_\\d{4,}(_z\\d{3,})?(_t\\d{3,})?\\.\\w+$");

	private final ImagePlanes image;
	private final Path output;
	private final RegionList list;
	/** Paths of this image's regions, by what the file names end with. */
	private final Map<String, List<String>> paths = new HashMap<>();

	/**
	 * @param request says which image
	 * @param list of what was saved before
	 * @param planned paths of this run, which replaces them anyway
	 */
	FormerFiles(final SaveRegions.Request request, final RegionList list,
		final Set<String> planned)
	{
		this.image = new LastPlane(request.image());
		this.output = request.output().toAbsolutePath().normalize();
		this.list = list;
		for (final String path : list.pathsFrom(request.origin().place())) {
			final Matcher number = NUMBER.matcher(path);
			if (!planned.contains(path) && isInside(path) && number.find()) paths
				.computeIfAbsent(number.group(), key -> new ArrayList<>()).add(path);
		}
	}

	/** A person may have edited the list. */
	private boolean isInside(final String path) {
		final Path file = output.resolve(path).normalize();
		return file.startsWith(output) && Files.isRegularFile(file);
	}

	/**
	 * @param roi that is to be saved
	 * @param ending of its file name, with its number
	 * @return the path of the same region in the folder of another class
	 * @throws IOException if the image cannot be read
	 */
	Optional<String> of(final RegionOfInterest roi, final String ending)
		throws IOException
	{
		final List<String> candidates = paths.getOrDefault(ending, List.of());
		if (candidates.isEmpty()) return Optional.empty();
		final SampleImage plane = image.plane(roi.slice() - 1, roi.frame() - 1);
		return candidates.stream().filter(path -> list.shows(path, roi, plane
			.width(), plane.height())).findFirst();
	}
}

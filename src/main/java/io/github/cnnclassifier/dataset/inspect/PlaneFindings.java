
package io.github.cnnclassifier.dataset.inspect;

import java.util.Collection;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

import io.github.cnnclassifier.dataset.survey.Wording;

/** Slices and frames: which images come from stacks, and what follows. */
final class PlaneFindings {

	private static final String TOPIC = "z and t";
	private static final Pattern PLACE = Pattern.compile(
		"(\\[[0-9]+\\])?(#xywh=[0-9,]+)?$");

	/** The longest stack to the shortest. */
	private static final int MUCH = 3;
	private static final String UNEVEN =
		" The longest stack has more than three times the planes of the shortest, " +
			"so that what it shows counts more in training.";

	private final InspectedImages data;
	private final List<InspectedImage> planes;
	private final Collection<InspectedImage> stacks;

	private PlaneFindings(final InspectedImages data) {
		this.data = data;
		planes = data.images().stream().filter(image -> count(image) > 1).toList();
		final Map<String, InspectedImage> files = new LinkedHashMap<>();
		planes.forEach(image -> files.putIfAbsent(file(image), image));
		stacks = files.values();
	}

	static List<Finding> of(final InspectedImages data) {
		final PlaneFindings found = new PlaneFindings(data);
		if (found.stacks.isEmpty()) return List.of();
		final boolean uneven = found.isUneven();
		return List.of(new Finding(uneven ? Severity.WARNING : Severity.NOTE, TOPIC,
			found.origin() + found.use() + (uneven ? UNEVEN : ""), found.stacks
				.stream().map(PlaneFindings::file).toList()));
	}

	/** @return the name of the file, without number of a plane and region */
	private static String file(final InspectedImage image) {
		return PLACE.matcher(image.name()).replaceFirst("");
	}

	private static int count(final InspectedImage image) {
		return image.slices() * image.frames();
	}

	private String origin() {
		final int all = data.images().size();
		final String who = planes.size() < all ? planes.size() + " of " + Wording
			.images(all) : all == 1 ? "The only image" : "All " + all + " images";
		return who + (planes.size() == 1 ? " comes" : " come") + " from " + (stacks
			.size() == 1 ? "1 stack" : stacks.size() + " stacks") + " of " + extent(
				InspectedImage::slices, "slice") + " (z) and " + extent(
					InspectedImage::frames, "frame") + " (t)";
	}

	private String extent(final ToIntFunction<InspectedImage> number,
		final String word)
	{
		final IntSummaryStatistics numbers = stacks.stream().mapToInt(number)
			.summaryStatistics();
		final int most = numbers.getMax();
		return (numbers.getMin() == most ? "" : numbers.getMin() + " to ") + most +
			" " + word + (most == 1 ? "" : "s");
	}

	private String use() {
		if (!arePlanes())
			return ", one image made of each stack. With planes=each " +
				"every plane is an image of its own.";
		if (areClasses()) return ": each stack is a class, each of its planes an " +
			"image.";
		return ", each plane an image of its own. planes=middle, maximum or mean " +
			"makes one image of a stack, planes=average one answer.";
	}

	/** @return whether each plane is an image, or something cut from one */
	private boolean arePlanes() {
		return planes.stream().anyMatch(image -> image.name().matches(
			".*\\[[0-9]+\\](#.*)?"));
	}

	/** @return whether each class has one stack and nothing else */
	private boolean areClasses() {
		return stacks.size() > 1 && data.byClass().values().stream().allMatch(
			images -> images.stream().map(PlaneFindings::file).distinct()
				.count() == 1 && planes.contains(images.get(0)));
	}

	private boolean isUneven() {
		if (!arePlanes() || areClasses()) return false;
		final IntSummaryStatistics sizes = stacks.stream().mapToInt(
			PlaneFindings::count).summaryStatistics();
		return sizes.getMax() > MUCH * sizes.getMin();
	}
}

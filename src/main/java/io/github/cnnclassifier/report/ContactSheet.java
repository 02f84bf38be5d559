
package io.github.cnnclassifier.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.cnnclassifier.dataset.inspect.DataAudit;
import io.github.cnnclassifier.dataset.inspect.InspectedImage;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.SampleImage;

/**
 * Small pictures of the images of a class beside one another, all of the data
 * set with the same black and white, each with its file name. Thread-safe.
 */
final class ContactSheet {

	/** Longest side of a picture in pixels. */
	static final int SIDE = PictureSheet.SIDE;

	private final DisplayRanges ranges;
	private final Map<String, List<InspectedImage>> classes;

	/** @param audit with thumbnails */
	ContactSheet(final DataAudit audit) {
		classes = audit.data().images().stream().collect(Collectors.groupingBy(
			image -> image.surveyed().sample().label()));
		ranges = new DisplayRanges(audit.data().images().stream().map(
			InspectedImage::thumbnail).filter(thumbnail -> thumbnail != null)
			.toList());
	}

	/**
	 * @param label of a class
	 * @return PNG; only its head if the class has no readable image
	 */
	byte[] png(final String label) {
		final List<InspectedImage> all = classes.getOrDefault(label, List.of());
		final List<InspectedImage> shown = all.stream().filter(image -> image
			.thumbnail() != null).toList();
		return new PictureSheet(ranges, 0).png(label.isEmpty()
			? "Images without a class" : label, caption(all.size(), shown), shown
				.stream().map(image -> new PictureSheet.Entry(image.thumbnail(), image
					.surveyed().sample().name(), List.of())).toList());
	}

	private String caption(final int all, final List<InspectedImage> shown) {
		final String count = (shown.size() == all ? "all " + all : shown.size() +
			" of " + all) + (all == 1 ? " image" : " images");
		final List<String> ways = shown.stream().map(InspectedImage::thumbnail).map(
			this::shownAs).distinct().toList();
		return count + (ways.size() < 2 ? String.join("", ways)
			: "; black and white by bit depth and channels");
	}

	private String shownAs(final SampleImage image) {
		final List<IntensityRange> range = ranges.of(image);
		final String colors = Picture.colors(image);
		return "; black to white " + range.stream().distinct().map(r -> Decimals
			.plain(r.min()) + " to " + Decimals.plain(r.max())).collect(Collectors
				.joining(", ")) + (colors.isEmpty() ? "" : ", " + colors);
	}
}


package io.github.cnnclassifier.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.SampleImage;

/**
 * Which pixel values are black and white in pictures beside one another: the
 * same for all that have the same bit depth and channels. Immutable and
 * thread-safe.
 */
final class DisplayRanges {

	private final Map<String, List<IntensityRange>> ranges = new TreeMap<>();

	/** @param images all that are shown beside one another; may be none */
	DisplayRanges(final List<SampleImage> images) {
		images.stream().collect(Collectors.groupingBy(DisplayRanges::kind)).forEach(
			(kind, alike) -> ranges.put(kind, DisplayRange.of(alike)));
	}

	private static String kind(final SampleImage image) {
		return image.bitDepth() + (image.isRgb() ? " rgb" : " of " + image
			.channels());
	}

	/**
	 * @return black and white of each channel of one of the images, or of another
	 *         one that is like one of them; by itself where none is
	 */
	List<IntensityRange> of(final SampleImage image) {
		final List<IntensityRange> known = ranges.get(kind(image));
		return known == null ? DisplayRange.of(List.of(image)) : known;
	}
}

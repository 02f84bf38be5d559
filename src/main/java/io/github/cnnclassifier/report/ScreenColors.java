
package io.github.cnnclassifier.report;

import java.util.List;

import io.github.cnnclassifier.image.SampleImage;

/**
 * How many small images are shown beside one another: black and white are the
 * same for all that have the same bit depth and channels, so that bright and
 * dark ones can be told apart. Immutable and thread-safe.
 */
public final class ScreenColors {

	private final DisplayRanges ranges;

	/**
	 * @param examples of what will be shown, some of each kind; may be none
	 */
	public ScreenColors(final List<SampleImage> examples) {
		ranges = new DisplayRanges(examples);
	}

	/**
	 * @param image any; one of a kind that no example had gets black and white of
	 *          its own
	 * @return H,W: red, green and blue of each pixel as 0xRRGGBB: one channel is
	 *         gray, two are magenta and green, of more the first three are red,
	 *         green and blue
	 */
	public int[] of(final SampleImage image) {
		return Picture.colors(image, ranges.of(image));
	}
}


package io.github.cnnclassifier.report;

import java.awt.image.BufferedImage;
import java.util.List;

import io.github.cnnclassifier.dataset.inspect.Thumbnails;
import io.github.cnnclassifier.image.SampleImage;

/** One image by itself as a person sees it. */
public final class SmallPicture {

	private SmallPicture() {}

	/**
	 * @param image any
	 * @param side longest side in pixels, at least 1
	 * @return a picture no larger than that, black and white by the image itself;
	 *         smaller images keep their size
	 */
	public static BufferedImage of(final SampleImage image, final int side) {
		final SampleImage small = Thumbnails.of(image, side);
		return Picture.of(small, DisplayRange.of(List.of(small)));
	}
}


package io.github.cnnclassifier.image;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How large several images are. Each length is looked at by itself, so that
 * width and height may be those of different images.
 *
 * @param smallest width and height
 * @param median width and height; of an even number the lower ones, so that
 *          they exist
 * @param largest width and height
 */
public record ImageSizes(ImageSize smallest, ImageSize median,
		ImageSize largest)
{

	/**
	 * How many times a length may lie outside: less changes what a network sees
	 * no more than cells of one kind differ, more is another magnification.
	 */
	private static final double TOLERANCE = 1.5;

	/** @throws IllegalArgumentException if they are not in this order */
	public ImageSizes {
		if (!isOrdered(smallest, median) || !isOrdered(median, largest))
			throw new IllegalArgumentException("Impossible image sizes, " + smallest +
				", " + median + ", " + largest);
	}

	private static boolean isOrdered(final ImageSize small,
		final ImageSize large)
	{
		return small.width() <= large.width() && small.height() <= large.height();
	}

	/**
	 * @param sizes at least one
	 * @return smallest, median and largest
	 */
	public static ImageSizes of(final List<ImageSize> sizes) {
		final int last = sizes.size() - 1;
		return new ImageSizes(ranked(sizes, 0), ranked(sizes, last / 2), ranked(
			sizes, last));
	}

	private static ImageSize ranked(final List<ImageSize> sizes, final int rank) {
		return new ImageSize(ranked(sizes, ImageSize::width, rank), ranked(sizes,
			ImageSize::height, rank));
	}

	private static int ranked(final List<ImageSize> sizes,
		final ToIntFunction<ImageSize> length, final int rank)
	{
		return sizes.stream().mapToInt(length).sorted().skip(rank).findFirst()
			.orElseThrow();
	}

	/**
	 * @param size of an image
	 * @return whether it is clearly another one: more than one and a half times
	 *         outside the range in either direction
	 */
	public boolean isClearlyOutside(final ImageSize size) {
		return isOutside(size.width(), smallest.width(), largest.width()) ||
			isOutside(size.height(), smallest.height(), largest.height());
	}

	private static boolean isOutside(final int length, final int least,
		final int most)
	{
		return length * TOLERANCE < least || length > most * TOLERANCE;
	}

	/**
	 * @return for instance "64 x 64 pixels", "64 x 48 pixels (median; from 40 x
	 *         42 to 80 x 81)"
	 */
	@Override
	public String toString() {
		return smallest.equals(largest) ? median.toString() : median +
			" (median; from " + smallest.lengths() + " to " + largest.lengths() + ")";
	}
}

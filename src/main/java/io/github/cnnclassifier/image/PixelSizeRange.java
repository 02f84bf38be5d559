
package io.github.cnnclassifier.image;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The pixel sizes of several images.
 *
 * @param smallest width and height; of different images if these differ in
 *          shape
 * @param largest width and height, in the same unit
 */
public record PixelSizeRange(PixelSize smallest, PixelSize largest) {

	/**
	 * How many times a size may lie outside: more than calibrations of one
	 * objective differ, less than two objectives do.
	 */
	private static final double TOLERANCE = 1.1;

	/** @throws IllegalArgumentException if units or sizes do not fit */
	public PixelSizeRange {
		if (!smallest.unit().equals(largest.unit()) || !(smallest.width() <= largest
			.width() && smallest.height() <= largest.height()))
			throw new IllegalArgumentException("Impossible pixel sizes, " + smallest +
				" to " + largest);
	}

	/**
	 * @param sizes may hold null for an unknown one
	 * @return their range, in the unit of the first; empty if there is none, one
	 *         is unknown or cannot be converted
	 */
	public static Optional<PixelSizeRange> of(final List<PixelSize> sizes) {
		return PixelSize.inOneUnit(sizes).map(PixelSizeRange::around);
	}

	private static PixelSizeRange around(final List<PixelSize> sizes) {
		final String unit = sizes.get(0).unit();
		return new PixelSizeRange(new PixelSize(least(sizes, PixelSize::width),
			least(sizes, PixelSize::height), unit), new PixelSize(most(sizes,
				PixelSize::width), most(sizes, PixelSize::height), unit));
	}

	private static double least(final List<PixelSize> sizes,
		final ToDoubleFunction<PixelSize> length)
	{
		return sizes.stream().mapToDouble(length).min().orElseThrow();
	}

	private static double most(final List<PixelSize> sizes,
		final ToDoubleFunction<PixelSize> length)
	{
		return sizes.stream().mapToDouble(length).max().orElseThrow();
	}

	/**
	 * @param size of the pixels of an image
	 * @return whether it is clearly another one: more than a tenth outside the
	 *         range in either direction. False if the units cannot be compared
	 */
	boolean isClearlyOutside(final PixelSize size) {
		return size.in(smallest.unit()).filter(s -> isOutside(s.width(), smallest
			.width(), largest.width()) || isOutside(s.height(), smallest.height(),
				largest.height())).isPresent();
	}

	/** @return the same size as the range is told, for messages */
	PixelSize inItsUnit(final PixelSize size) {
		return size.in(smallest.unit()).orElse(size);
	}

	private static boolean isOutside(final double length, final double least,
		final double most)
	{
		return length < least / TOLERANCE || length > most * TOLERANCE;
	}

	/** @return for instance "0.5 micron", "0.5 micron to 0.65 micron" */
	@Override
	public String toString() {
		final String from = smallest.toString();
		final String to = largest.toString();
		return from.equals(to) ? from : from + " to " + to;
	}
}

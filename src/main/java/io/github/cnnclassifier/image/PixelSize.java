
package io.github.cnnclassifier.image;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The physical size of one pixel.
 *
 * @param width in {@code unit}, above 0
 * @param height in {@code unit}, above 0
 * @param unit of length, for instance "micron"; never null
 */
public record PixelSize(double width, double height, String unit) {

	private static final double LARGEST_FACTOR = 100;
	private static final MathContext SHOWN = new MathContext(5);

	/**
	 * @param other unit of length; nm, um (µm, micron), mm, cm, m and inch can be
	 *          converted into each other, any other only into itself
	 * @return the same size in that unit; empty if it cannot be converted
	 */
	public Optional<PixelSize> in(final String other) {
		final var factor = LengthUnit.factor(unit, other);
		return factor.isEmpty() ? Optional.empty() : Optional.of(new PixelSize(
			width * factor.getAsDouble(), height * factor.getAsDouble(), other));
	}

	/**
	 * @param target size of the pixels to be
	 * @return whether both are lengths and differ at most 100 times in each
	 *         direction; beyond that a unit was mistaken
	 */
	public boolean canBecome(final PixelSize target) {
		return in(target.unit()).filter(size -> isPossible(size.width() / target
			.width()) && isPossible(size.height() / target.height())).isPresent();
	}

	private static boolean isPossible(final double factor) {
		return factor <= LARGEST_FACTOR && factor >= 1 / LARGEST_FACTOR;
	}

	/**
	 * @param sizes may hold null for an unknown one
	 * @return the median of widths and of heights, in the unit of the first;
	 *         empty if there is none, one is unknown or cannot be converted
	 */
	public static Optional<PixelSize> median(final List<PixelSize> sizes) {
		return inOneUnit(sizes).map(alike -> new PixelSize(median(alike,
			PixelSize::width), median(alike, PixelSize::height), alike.get(0)
				.unit()));
	}

	/**
	 * @param sizes may hold null for an unknown one
	 * @return all of them in the unit of the first; empty if there is none, one
	 *         is unknown or cannot be converted
	 */
	static Optional<List<PixelSize>> inOneUnit(final List<PixelSize> sizes) {
		if (sizes.isEmpty() || sizes.stream().anyMatch(Objects::isNull))
			return Optional.empty();
		final String unit = sizes.get(0).unit();
		final List<PixelSize> alike = sizes.stream().map(size -> size.in(unit))
			.flatMap(Optional::stream).toList();
		return alike.size() < sizes.size() ? Optional.empty() : Optional.of(alike);
	}

	/** Of an even number the lower one, so that it is a size that exists. */
	private static double median(final List<PixelSize> sizes,
		final ToDoubleFunction<PixelSize> length)
	{
		return sizes.stream().mapToDouble(length).sorted().skip((sizes.size() - 1) /
			2).findFirst().orElseThrow();
	}

	/**
	 * @return for instance "0.5 x 0.25 micron", "0.5 micron" of a square, with at
	 *         most 5 digits
	 */
	@Override
	public String toString() {
		return (width == height ? number(width) : number(width) + " x " + number(
			height)) + " " + unit;
	}

	private static String number(final double length) {
		return new BigDecimal(length).round(SHOWN).stripTrailingZeros()
			.toPlainString();
	}
}

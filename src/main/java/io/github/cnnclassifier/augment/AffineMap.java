
package io.github.cnnclassifier.augment;

import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Where each pixel of a changed image comes from: quarter turns, flips, scale
 * and rotation about the center, then a shift. Positions are pixel indices, x
 * to the right, y down.
 */
final class AffineMap {

	private static final Set<Change> BETWEEN_PIXELS = EnumSet.of(Change.ROTATION,
		Change.SCALE, Change.ELASTIC);

	private final double xx;
	private final double xy;
	private final double x0;
	private final double yx;
	private final double yy;
	private final double y0;

	private AffineMap(final double xx, final double xy, final double x0,
		final double yx, final double yy, final double y0)
	{
		this.xx = xx;
		this.xy = xy;
		this.x0 = x0;
		this.yx = yx;
		this.yy = yy;
		this.y0 = y0;
	}

	/**
	 * Always draws seven numbers, so that streams do not depend on settings. The
	 * first six were there before quarter turns, and runs of then can be
	 * repeated.
	 */
	static AffineMap draw(final Augmentation augmentation, final int width,
		final int height, final SplittableRandom random)
	{
		final double shift = augmentation.amount(Change.SHIFT);
		final double shiftX = way(augmentation, between(random, shift * width));
		final double shiftY = way(augmentation, between(random, shift * height));
		final double angle = Math.toRadians(between(random, augmentation.amount(
			Change.ROTATION)));
		final double scale = 1 + between(random, augmentation.amount(Change.SCALE));
		final boolean mirrorX = random.nextBoolean() && augmentation.has(
			Change.FLIP_HORIZONTAL);
		final boolean mirrorY = random.nextBoolean() && augmentation.has(
			Change.FLIP_VERTICAL);
		final int turns = turns(augmentation, width == height, random.nextInt(4));
		final double signX = (mirrorX ? -1 : 1) / scale;
		final double signY = (mirrorY ? -1 : 1) / scale;
		// the inverse of: flip, scale, rotate by the angle, shift
		final double xx = signX * Math.cos(angle);
		final double xy = signX * Math.sin(angle);
		final double yx = -signY * Math.sin(angle);
		final double yy = signY * Math.cos(angle);
		final double fromX = (width - 1) / 2.0 + shiftX;
		final double fromY = (height - 1) / 2.0 + shiftY;
		// swapped and negated, as the cosine of 90 degrees would not be exactly 0
		return switch (turns) {
			case 1 -> about(yx, yy, -xx, -xy, fromX, fromY, width, height);
			case 2 -> about(-xx, -xy, -yx, -yy, fromX, fromY, width, height);
			case 3 -> about(-yx, -yy, xx, xy, fromX, fromY, width, height);
			default -> about(xx, xy, yx, yy, fromX, fromY, width, height);
		};
	}

	/**
	 * Whole pixels where nothing else needs values between pixels: such values
	 * are blurred, and a network that learns from blurred images and is used on
	 * sharp ones does worse.
	 */
	private static double way(final Augmentation augmentation,
		final double shift)
	{
		return BETWEEN_PIXELS.stream().anyMatch(augmentation::has) ? shift : Math
			.rint(shift);
	}

	/** Only half turns where width and height differ: others do not fit. */
	private static int turns(final Augmentation augmentation,
		final boolean square, final int drawn)
	{
		if (!augmentation.has(Change.QUARTER_TURNS)) return 0;
		return square ? drawn : drawn & 2;
	}

	/** The map that takes (fromX, fromY) to the center of the source. */
	private static AffineMap about(final double xx, final double xy,
		final double yx, final double yy, final double fromX, final double fromY,
		final int width, final int height)
	{
		final double centerX = (width - 1) / 2.0;
		final double centerY = (height - 1) / 2.0;
		return new AffineMap(xx, xy, centerX - xx * fromX - xy * fromY, yx, yy,
			centerY - yx * fromX - yy * fromY);
	}

	private static double between(final SplittableRandom random,
		final double limit)
	{
		return (2 * random.nextDouble() - 1) * limit;
	}

	/** @return horizontal position in the source of a position in the result */
	double x(final double x, final double y) {
		return xx * x + xy * y + x0;
	}

	/** @return vertical position in the source of a position in the result */
	double y(final double x, final double y) {
		return yx * x + yy * y + y0;
	}
}


package io.github.cnnclassifier.augment;

import java.util.SplittableRandom;

/**
 * Where each pixel of a changed image comes from: rotation and scale about the
 * center, then a shift. Positions are pixel indices, x to the right, y down.
 */
final class AffineMap {

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

	/** Always draws six numbers, so that streams do not depend on settings. */
	static AffineMap draw(final Augmentation augmentation, final int width,
		final int height, final SplittableRandom random)
	{
		final double shift = augmentation.shiftFraction();
		final double shiftX = between(random, shift * width);
		final double shiftY = between(random, shift * height);
		final double angle = Math.toRadians(between(random, augmentation
			.rotationDegrees()));
		final double scale = 1 + between(random, augmentation.scaleFraction());
		final boolean mirrorX = random.nextBoolean() && augmentation
			.flipHorizontal();
		final boolean mirrorY = random.nextBoolean() && augmentation.flipVertical();
		final double signX = (mirrorX ? -1 : 1) / scale;
		final double signY = (mirrorY ? -1 : 1) / scale;
		// the inverse of: flip, scale, rotate by the angle, shift
		final double xx = signX * Math.cos(angle);
		final double xy = signX * Math.sin(angle);
		final double yx = -signY * Math.sin(angle);
		final double yy = signY * Math.cos(angle);
		final double centerX = (width - 1) / 2.0;
		final double centerY = (height - 1) / 2.0;
		final double fromX = centerX + shiftX;
		final double fromY = centerY + shiftY;
		return new AffineMap(xx, xy, centerX - xx * fromX - xy * fromY, yx, yy,
			centerY - yx * fromX - yy * fromY);
	}

	private static double between(final SplittableRandom random,
		final double limit)
	{
		return (2 * random.nextDouble() - 1) * limit;
	}

	/** @return horizontal position in the source of a pixel of the result */
	double x(final int x, final int y) {
		return xx * x + xy * y + x0;
	}

	/** @return vertical position in the source of a pixel of the result */
	double y(final int x, final int y) {
		return yx * x + yy * y + y0;
	}
}

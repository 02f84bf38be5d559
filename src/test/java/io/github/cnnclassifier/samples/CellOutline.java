
package io.github.cnnclassifier.samples;

import ij.gui.PolygonRoi;
import ij.gui.Roi;

/** A closed, wavy ellipse; immutable. */
final class CellOutline {

	private static final int WAVES = 4;
	private static final int CORNERS = 40;

	private final double x;
	private final double y;
	private final double radius;
	private final double elongation;
	private final double angle;
	private final double[] heights = new double[WAVES];
	private final double[] phases = new double[WAVES];

	/**
	 * @param radius mean radius in pixels
	 * @param elongation long axis divided by short axis
	 * @param angle of the long axis
	 * @param waviness standard deviation of the waves' height, relative to the
	 *          radius
	 */
	CellOutline(final double x, final double y, final double radius,
		final double elongation, final double angle, final double waviness,
		final Draw draw)
	{
		this.x = x;
		this.y = y;
		this.radius = radius;
		this.elongation = elongation;
		this.angle = angle;
		for (int wave = 0; wave < WAVES; wave++) {
			heights[wave] = draw.normal(waviness) / (1 + 0.4 * wave);
			phases[wave] = draw.angle();
		}
	}

	double radius() {
		return radius;
	}

	/** The distance from the middle to the edge in a direction. */
	double reach(final double direction) {
		final double turned = direction - angle;
		final double along = StrictMath.cos(turned) / StrictMath.sqrt(elongation);
		final double across = StrictMath.sin(turned) * StrictMath.sqrt(elongation);
		double factor = 1;
		for (int wave = 0; wave < WAVES; wave++) {
			factor += heights[wave] * StrictMath.cos((wave + 2) * direction +
				phases[wave]);
		}
		return radius * factor / StrictMath.sqrt(along * along + across * across);
	}

	/** 0 in the middle, 1 at the edge, more beyond. */
	double depth(final double atX, final double atY) {
		final double dx = atX - x;
		final double dy = atY - y;
		return StrictMath.sqrt(dx * dx + dy * dy) / reach(StrictMath.atan2(dy, dx));
	}

	/** 1 inside, 0 outside, and a soft edge of the given width in pixels. */
	double cover(final double atX, final double atY, final double edge) {
		final double inside = (1 - depth(atX, atY)) * radius;
		return Math.max(0, Math.min(1, inside / edge + 0.5));
	}

	/** The outline as a region, the cell's square at (left, top). */
	Roi toRoi(final int left, final int top) {
		final float[] xs = new float[CORNERS];
		final float[] ys = new float[CORNERS];
		for (int i = 0; i < CORNERS; i++) {
			final double direction = 2 * StrictMath.PI * i / CORNERS;
			final double reach = reach(direction) + 1.5;
			xs[i] = tenth(left + x + reach * StrictMath.cos(direction));
			ys[i] = tenth(top + y + reach * StrictMath.sin(direction));
		}
		return new PolygonRoi(xs, ys, Roi.POLYGON);
	}

	private static float tenth(final double value) {
		return (float) (StrictMath.rint(10 * value) / 10);
	}
}

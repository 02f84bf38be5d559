
package io.github.cnnclassifier.samples;

/** Draws single microtubules. */
final class Filament {

	private static final double SIGMA = 0.7;
	/** Pixels after which the last one has appeared. */
	private static final double HIDDEN = 6;

	private Filament() {}

	/**
	 * Grows a filament that wanders a little and ends at the cell's edge, or
	 * earlier. It appears some pixels after its start, else all that start
	 * together would make one glaring point.
	 *
	 * @param direction in which it starts
	 * @param length in pixels, at most
	 * @param stiffness the larger, the straighter
	 */
	static void grow(final Plane plane, final CellOutline cell,
		final double startX, final double startY, final double direction,
		final double length, final double stiffness, final double peak,
		final Draw draw)
	{
		double x = startX;
		double y = startY;
		double heading = direction;
		double turn = draw.normal(0.3 / stiffness);
		final double hidden = draw.uniform(0.3, Math.min(HIDDEN, 0.3 * length));
		for (int step = 0; step < length; step++) {
			if (cell.depth(x, y) > 0.96) return;
			if (step > hidden) plane.addSpot(x, y, SIGMA, peak);
			turn = 0.9 * turn + draw.normal(0.2 / stiffness);
			heading += turn;
			x += StrictMath.cos(heading);
			y += StrictMath.sin(heading);
		}
	}
}

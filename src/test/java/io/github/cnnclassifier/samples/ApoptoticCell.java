
package io.github.cnnclassifier.samples;

/**
 * A dying cell: shrunken, blisters on its surface, the nucleus broken into
 * dense round fragments, no microtubules left.
 */
final class ApoptoticCell implements Cell {

	private static final double MIDDLE = SQUARE / 2.0;

	private final Draw draw;
	private final CellOutline body;
	private final CellOutline outline;

	ApoptoticCell(final Draw draw) {
		this.draw = draw;
		final double radius = draw.uniform(9, 14);
		body = new CellOutline(MIDDLE, MIDDLE, radius, draw.uniform(1, 1.3), draw
			.angle(), 0.05, draw);
		outline = new CellOutline(MIDDLE, MIDDLE, radius + 3, 1.1, draw.angle(),
			0.02, draw);
	}

	@Override
	public CellOutline outline() {
		return outline;
	}

	@Override
	public void paintDna(final Plane plane) {
		final int fragments = 5 + draw.below(8);
		for (int i = 0; i < fragments; i++) {
			final double direction = draw.angle();
			final double distance = StrictMath.sqrt(draw.uniform(0.02, 0.75)) * body
				.reach(direction);
			addBall(plane, distance, direction, Math.min(4.5, draw.around(2.3, 0.35)),
				draw.uniform(0.5, 1));
		}
	}

	@Override
	public void paintTubulin(final Plane plane) {
		final Texture clumps = new Texture(7, 20, draw);
		for (int y = 0; y < plane.height; y++) {
			for (int x = 0; x < plane.width; x++) {
				plane.set(x, y, body.cover(x, y, 2.5) * Math.max(0.1, 0.6 + 0.16 *
					clumps.at(x, y)));
			}
		}
		final int blisters = 3 + draw.below(6);
		for (int i = 0; i < blisters; i++) {
			final double direction = draw.angle();
			addBall(plane, body.reach(direction), direction, draw.uniform(2, 4), draw
				.uniform(0.3, 0.7));
		}
	}

	/** Adds a ball, brightest where it is thickest. */
	private static void addBall(final Plane plane, final double distance,
		final double direction, final double radius, final double peak)
	{
		final double centerX = MIDDLE + distance * StrictMath.cos(direction);
		final double centerY = MIDDLE + distance * StrictMath.sin(direction);
		for (int y = 0; y < plane.height; y++) {
			for (int x = 0; x < plane.width; x++) {
				final double dx = (x - centerX) / radius;
				final double dy = (y - centerY) / radius;
				final double thickness = StrictMath.sqrt(Math.max(0, 1 - dx * dx - dy *
					dy));
				plane.set(x, y, plane.get(x, y) + peak * thickness);
			}
		}
	}
}


package io.github.cnnclassifier.samples;

/**
 * A resting cell: spread out, one oval nucleus with grainy chromatin and dark
 * nucleoli, microtubules radiating from beside the nucleus.
 */
final class InterphaseCell implements Cell {

	private static final double MIDDLE = SQUARE / 2.0;

	private final Draw draw;
	private final CellOutline cell;
	private final CellOutline nucleus;
	private final double nucleusX;
	private final double nucleusY;

	InterphaseCell(final Draw draw) {
		this.draw = draw;
		final double angle = draw.angle();
		final double radius = draw.uniform(18, 26);
		cell = new CellOutline(MIDDLE, MIDDLE, radius, draw.uniform(1, 1.45), angle,
			0.07, draw);
		nucleusX = MIDDLE + draw.normal(1.5);
		nucleusY = MIDDLE + draw.normal(1.5);
		nucleus = new CellOutline(nucleusX, nucleusY, radius * draw.uniform(0.42,
			0.54), draw.uniform(1.05, 1.5), angle + draw.normal(0.3), 0.025, draw);
	}

	@Override
	public CellOutline outline() {
		return cell;
	}

	@Override
	public void paintDna(final Plane plane) {
		final Texture chromatin = new Texture(3, 9, draw);
		final double grain = draw.uniform(0.12, 0.25);
		for (int y = 0; y < plane.height; y++) {
			for (int x = 0; x < plane.width; x++) {
				final double depth = nucleus.depth(x, y);
				final double thickness = 0.65 + 0.35 * StrictMath.sqrt(Math.max(0, 1 -
					depth * depth));
				plane.set(x, y, nucleus.cover(x, y, 2) * thickness * (1 + grain *
					chromatin.at(x, y)));
			}
		}
		addSpots(plane, 1 + draw.below(4), 1.5, -0.5);
		addSpots(plane, draw.below(8), 0.8, 0.35);
	}

	private void addSpots(final Plane plane, final int count, final double sigma,
		final double peak)
	{
		for (int i = 0; i < count; i++) {
			final double direction = draw.angle();
			final double distance = draw.uniform(0, 0.65) * nucleus.reach(direction);
			plane.addSpot(nucleusX + distance * StrictMath.cos(direction), nucleusY +
				distance * StrictMath.sin(direction), draw.around(sigma, 0.2), peak);
		}
	}

	@Override
	public void paintTubulin(final Plane plane) {
		final Texture unevenness = new Texture(8, 25, draw);
		for (int y = 0; y < plane.height; y++) {
			for (int x = 0; x < plane.width; x++) {
				final double depth = Math.min(1, cell.depth(x, y));
				plane.set(x, y, cell.cover(x, y, 3) * (0.25 + 0.3 * (1 - depth)) * (1 +
					0.15 * unevenness.at(x, y)) * (1 - 0.45 * nucleus.cover(x, y, 3)));
			}
		}
		final double direction = draw.angle();
		final double distance = nucleus.reach(direction) + 1;
		final double centerX = nucleusX + distance * StrictMath.cos(direction);
		final double centerY = nucleusY + distance * StrictMath.sin(direction);
		plane.addSpot(centerX, centerY, 1.2, 0.3);
		final int filaments = 45 + draw.below(30);
		for (int i = 0; i < filaments; i++) {
			Filament.grow(plane, cell, centerX, centerY, draw.angle(), draw.uniform(
				15, 60), 4, draw.uniform(0.12, 0.3), draw);
		}
	}
}

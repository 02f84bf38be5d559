
package io.github.cnnclassifier.samples;

/**
 * A dividing cell: rounded up, the chromosomes packed into one plate
 * (metaphase) or drawn apart as two (anaphase), a spindle between two poles.
 */
final class MitoticCell implements Cell {

	private static final double MIDDLE = SQUARE / 2.0;

	private final Draw draw;
	private final CellOutline cell;
	/** Direction from pole to pole. */
	private final double axis;
	/** Half the distance of the two plates in pixels; 0 while there is one. */
	private final double separation;
	private final double pole;

	MitoticCell(final Draw draw) {
		this.draw = draw;
		axis = draw.angle();
		final boolean anaphase = draw.chance(0.45);
		separation = anaphase ? draw.uniform(4.5, 8.5) : 0;
		pole = anaphase ? separation + draw.uniform(2.5, 4) : draw.uniform(7, 9.5);
		cell = new CellOutline(MIDDLE, MIDDLE, draw.uniform(14, 19), 1 +
			separation / 30 + draw.uniform(0, 0.1), axis, 0.015, draw);
	}

	@Override
	public CellOutline outline() {
		return cell;
	}

	@Override
	public void paintDna(final Plane plane) {
		if (separation == 0) {
			paintPlate(plane, 0, draw.uniform(6, 9), draw.uniform(0.9, 1.4), 0);
			return;
		}
		final double halfLength = draw.uniform(4.5, 7);
		final double bend = draw.uniform(0.6, 1.8);
		paintPlate(plane, separation, halfLength, 0.9, -bend);
		paintPlate(plane, -separation, halfLength, 0.9, bend);
	}

	/** Chromosomes side by side, and arms that stick out. */
	private void paintPlate(final Plane plane, final double offset,
		final double halfLength, final double halfWidth, final double bend)
	{
		final int chromosomes = 46;
		for (int i = 0; i < chromosomes; i++) {
			final double across = halfLength * (2 * i / (chromosomes - 1.0) - 1);
			final double relative = across / halfLength;
			final double along = offset + bend * relative * relative + draw.normal(
				halfWidth);
			plane.addSpot(x(along, across), y(along, across), draw.uniform(0.7, 1.1),
				draw.uniform(0.5, 1));
		}
	}

	@Override
	public void paintTubulin(final Plane plane) {
		final Texture unevenness = new Texture(5, 15, draw);
		for (int y = 0; y < plane.height; y++) {
			for (int x = 0; x < plane.width; x++) {
				final double depth = Math.min(1, cell.depth(x, y));
				plane.set(x, y, cell.cover(x, y, 2) * (0.3 + 0.35 * StrictMath.sqrt(1 -
					depth * depth)) * (1 + 0.1 * unevenness.at(x, y)));
			}
		}
		for (final double side : new double[] { -1, 1 }) {
			final double poleX = x(side * pole, 0);
			final double poleY = y(side * pole, 0);
			plane.addSpot(poleX, poleY, 1.1, 0.4);
			for (int i = 0; i < 24; i++) {
				Filament.grow(plane, cell, poleX, poleY, inward(side) + draw.normal(
					0.55), pole * draw.uniform(0.9, 1.2), 12, 0.2, draw);
			}
			for (int i = 0; i < 14; i++) {
				Filament.grow(plane, cell, poleX, poleY, draw.angle(), draw.uniform(3,
					9), 6, 0.18, draw);
			}
		}
	}

	private double inward(final double side) {
		return side > 0 ? axis + StrictMath.PI : axis;
	}

	private double x(final double along, final double across) {
		return MIDDLE + along * StrictMath.cos(axis) - across * StrictMath.sin(
			axis);
	}

	private double y(final double along, final double across) {
		return MIDDLE + along * StrictMath.sin(axis) + across * StrictMath.cos(
			axis);
	}
}

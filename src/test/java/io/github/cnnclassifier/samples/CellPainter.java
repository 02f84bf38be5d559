
package io.github.cnnclassifier.samples;

import java.util.List;

import ij.process.ShortProcessor;
import io.github.cnnclassifier.random.SeedTree;

/** Photographs one cell, as cut out of a larger field. */
final class CellPainter {

	static final int SIZE = 64;

	private CellPainter() {}

	/** @return the two channels: DNA, tubulin */
	static List<ShortProcessor> paint(final Phenotype phenotype,
		final SeedTree seed)
	{
		final Draw draw = new Draw(seed);
		final Specimen specimen = new Specimen(SIZE, SIZE);
		final int corner = (SIZE - Cell.SQUARE) / 2;
		specimen.add(phenotype.newCell(draw), corner + draw.below(7) - 3, corner +
			draw.below(7) - 3, draw);
		if (draw.chance(0.3)) addNeighbor(specimen, corner, draw);
		return specimen.channels().stream().map(stain -> Microscope.photograph(
			stain, draw)).toList();
	}

	/** A cell beside this one, of which the edge is in the picture. */
	private static void addNeighbor(final Specimen specimen, final int corner,
		final Draw draw)
	{
		final double direction = draw.angle();
		final double distance = draw.uniform(46, 52);
		specimen.add(Phenotype.INTERPHASE.newCell(draw), corner + (int) (distance *
			StrictMath.cos(direction)), corner + (int) (distance * StrictMath.sin(
				direction)), draw);
	}
}

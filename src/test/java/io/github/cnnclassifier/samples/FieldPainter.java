
package io.github.cnnclassifier.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import ij.gui.Roi;
import ij.process.ShortProcessor;
import io.github.cnnclassifier.random.SeedTree;

/** Photographs a field of many cells, some of which touch. */
final class FieldPainter {

	static final int SIZE = 1024;
	static final int CELLS = 160;

	/** Cells keep this far from the border: none is cut. */
	private static final int MARGIN = 36;

	/** The share of places tried that are beside another cell. */
	private static final double CROWDING = 0.45;

	private final Draw draw;
	private final Specimen specimen = new Specimen(SIZE, SIZE);
	private final List<Roi> outlines = new ArrayList<>();
	private final List<Phenotype> phenotypes = new ArrayList<>();
	private final List<double[]> circles = new ArrayList<>();

	FieldPainter(final SeedTree seed) {
		draw = new Draw(seed);
		while (outlines.size() < CELLS) {
			addCell(phenotype());
		}
	}

	/** @return the two channels: DNA, tubulin */
	List<ShortProcessor> photograph() {
		return specimen.channels().stream().map(stain -> Microscope.photograph(
			stain, draw)).toList();
	}

	/** One region for each cell, named "cell_001" and so on. */
	List<Roi> outlines() {
		return List.copyOf(outlines);
	}

	/** What each cell is, in the order of the outlines. */
	List<Phenotype> phenotypes() {
		return List.copyOf(phenotypes);
	}

	private Phenotype phenotype() {
		if (draw.chance(0.56)) return Phenotype.INTERPHASE;
		return draw.chance(0.5) ? Phenotype.MITOTIC : Phenotype.APOPTOTIC;
	}

	private void addCell(final Phenotype phenotype) {
		final Cell cell = phenotype.newCell(draw);
		final double radius = cell.outline().radius();
		double[] place = place(radius);
		while (!isFree(place, radius)) {
			place = place(radius);
		}
		circles.add(new double[] { place[0], place[1], radius });
		final int left = (int) place[0] - Cell.SQUARE / 2;
		final int top = (int) place[1] - Cell.SQUARE / 2;
		specimen.add(cell, left, top, draw);
		final Roi outline = cell.outline().toRoi(left, top);
		outline.setName(String.format(Locale.ROOT, "cell_%03d", outlines.size() +
			1));
		outlines.add(outline);
		phenotypes.add(phenotype);
	}

	/** Anywhere, or, as cells like company, beside another one. */
	private double[] place(final double radius) {
		if (circles.isEmpty() || !draw.chance(CROWDING)) return new double[] { draw
			.uniform(MARGIN, SIZE - MARGIN), draw.uniform(MARGIN, SIZE - MARGIN) };
		final double[] other = circles.get(draw.below(circles.size()));
		final double direction = draw.angle();
		final double distance = draw.uniform(1, 1.15) * (radius + other[2]);
		return new double[] { other[0] + distance * StrictMath.cos(direction),
			other[1] + distance * StrictMath.sin(direction) };
	}

	private boolean isFree(final double[] place, final double radius) {
		for (final double coordinate : place) {
			if (coordinate < MARGIN || coordinate > SIZE - MARGIN) return false;
		}
		for (final double[] circle : circles) {
			final double dx = place[0] - circle[0];
			final double dy = place[1] - circle[1];
			final double distance = StrictMath.sqrt(dx * dx + dy * dy);
			if (distance < 0.98 * (radius + circle[2])) return false;
		}
		return true;
	}
}


package io.github.cnnclassifier.samples;

import java.util.List;

/**
 * Cells on a slide, stained in two colors, before a microscope looks at them.
 */
final class Specimen {

	/** Camera counts that all pixels of one cell give together. */
	private static final double DNA_COUNTS = 0.6e6;
	private static final double TUBULIN_COUNTS = 2.0e6;

	private final Plane dna;
	private final Plane tubulin;

	Specimen(final int width, final int height) {
		dna = new Plane(width, height);
		tubulin = new Plane(width, height);
	}

	/**
	 * Adds a cell with the corner of its square at (left, top). How much stain it
	 * takes varies, but in the same way for all phenotypes: brightness alone does
	 * not tell them apart.
	 */
	void add(final Cell cell, final int left, final int top, final Draw draw) {
		final Plane cellDna = new Plane(Cell.SQUARE, Cell.SQUARE);
		cell.paintDna(cellDna);
		dna.add(cellDna, left, top, draw.around(DNA_COUNTS, 0.25) / cellDna.sum());
		final Plane cellTubulin = new Plane(Cell.SQUARE, Cell.SQUARE);
		cell.paintTubulin(cellTubulin);
		tubulin.add(cellTubulin, left, top, draw.around(TUBULIN_COUNTS, 0.25) /
			cellTubulin.sum());
	}

	/** First DNA, then tubulin. */
	List<Plane> channels() {
		return List.of(dna, tubulin);
	}
}

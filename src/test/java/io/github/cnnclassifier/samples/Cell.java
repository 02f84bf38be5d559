
package io.github.cnnclassifier.samples;

/**
 * One cell in the middle of a square of its own. How bright it is altogether is
 * not its business: {@link Specimen} decides that.
 */
interface Cell {

	/** Edge of the square in pixels; the cell's middle is at half of it. */
	int SQUARE = 80;

	/** Where the cell ends. */
	CellOutline outline();

	/** Draws the stained DNA. */
	void paintDna(Plane plane);

	/** Draws the stained microtubules and what of the stain is unbound. */
	void paintTubulin(Plane plane);
}


package io.github.cnnclassifier.imagej;

/**
 * One position of a stack; all its channels together are one sample.
 *
 * @param slice depth position, 1-based
 * @param frame time position, 1-based
 */
public record Plane(int slice, int frame) {

	/** @throws IllegalArgumentException if a position is below 1 */
	public Plane {
		if (slice < 1 || frame < 1) throw new IllegalArgumentException(
			"Positions start at 1, got " + slice + ", " + frame);
	}
}

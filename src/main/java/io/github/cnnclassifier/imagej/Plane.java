
package io.github.cnnclassifier.imagej;

/**
 * One position of a stack; all its channels together are one sample.
 *
 * @param slice depth position, 1-based; 0 stands for all of them
 * @param frame time position, 1-based; 0 stands for all of them
 */
public record Plane(int slice, int frame) {

	/** What an answer for a whole stack belongs to. */
	public static final Plane ALL = new Plane(0, 0);

	/** @throws IllegalArgumentException if only one is 0, or one is below 0 */
	public Plane {
		if (slice < 0 || frame < 0 || slice == 0 != (frame == 0))
			throw new IllegalArgumentException("Positions start at 1, got " + slice +
				", " + frame);
	}
}

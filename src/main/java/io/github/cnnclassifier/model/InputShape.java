
package io.github.cnnclassifier.model;

/**
 * The shape of one network input, axis order C,H,W.
 *
 * @param channels at least 1
 * @param height in pixels, at least 1
 * @param width in pixels, at least 1
 */
public record InputShape(int channels, int height, int width) {

	/** @throws IllegalArgumentException if a length is below 1 */
	public InputShape {
		if (channels < 1 || height < 1 || width < 1)
			throw new IllegalArgumentException("Impossible input shape " + channels +
				" x " + height + " x " + width);
	}

	/** @return the number of values of one input */
	public int size() {
		return Math.multiplyExact(Math.multiplyExact(channels, height), width);
	}
}


package io.github.cnnclassifier.model;

import java.util.Arrays;

/**
 * A named array of floats, for weights.
 * <p>
 * The data is shared, not copied: treat it as read-only.
 *
 * @param name unique within a network, for instance {@code conv1.weight}
 * @param shape lengths of the axes
 * @param data row-major, last axis fastest
 */
public record Tensor(String name, int[] shape, float[] data) {

	/** @throws IllegalArgumentException if shape and data do not match */
	public Tensor {
		long size = 1;
		for (final int length : shape)
			size *= length;
		if (size != data.length) throw new IllegalArgumentException(name + ": " +
			Arrays.toString(shape) + " does not match " + data.length + " values");
	}
}

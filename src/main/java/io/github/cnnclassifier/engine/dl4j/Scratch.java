
package io.github.cnnclassifier.engine.dl4j;

import java.util.Arrays;

/** Java arrays of one thread, which all layers of a run use in turns. */
final class Scratch {

	private float[][] arrays = {};

	/**
	 * @return that many arrays of at least that length, filled with anything;
	 *         valid until the next call
	 */
	float[][] arrays(final int count, final int length) {
		if (arrays.length < count) arrays = Arrays.copyOf(arrays, count);
		for (int i = 0; i < count; i++) {
			if (arrays[i] == null || arrays[i].length < length) arrays[i] =
				new float[length];
		}
		return arrays;
	}
}

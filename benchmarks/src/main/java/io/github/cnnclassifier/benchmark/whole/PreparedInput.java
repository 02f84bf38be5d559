
package io.github.cnnclassifier.benchmark.whole;

import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.inference.InputSource;

/**
 * An input that costs nothing to make.
 *
 * @param values C,H,W
 */
record PreparedInput(float[] values) implements InputSource {

	@Override
	public String name() {
		return "prepared";
	}

	@Override
	public float[] input(final Preprocessing preprocessing) {
		return values;
	}
}

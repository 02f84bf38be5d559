
package io.github.cnnclassifier.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What one layer hands to the next.
 *
 * @param value N,H,W,C or N,F, row-major
 * @param gradient of the loss, of the same shape; null where nobody needs it
 */
record Signal(INDArray value, INDArray gradient) {

	/** @return the same memory seen with another shape */
	Signal reshaped(final long... shape) {
		return new Signal(value.reshape('c', shape), gradient == null ? null
			: gradient.reshape('c', shape));
	}

	long size(final int axis) {
		return value.size(axis);
	}

	boolean hasGradient() {
		return gradient != null;
	}
}

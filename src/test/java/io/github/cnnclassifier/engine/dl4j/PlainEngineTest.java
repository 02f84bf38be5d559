
package io.github.cnnclassifier.engine.dl4j;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.EngineContract;

/** Deeplearning4j's own graph, with which the others are compared. */
class PlainEngineTest extends EngineContract {

	@Override
	protected Engine engine() {
		return new PlainEngine(2);
	}

	/**
	 * OpenBLAS multiplies a row by the kernel of its place on some processors.
	 */
	@Override
	protected float roundingByPlace() {
		return 1e-4f;
	}
}

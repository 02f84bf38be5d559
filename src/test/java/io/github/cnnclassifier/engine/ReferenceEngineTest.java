
package io.github.cnnclassifier.engine;

/** The oracle keeps the contract too. */
class ReferenceEngineTest extends PredictingContract {

	@Override
	protected Engine engine() {
		return new ReferenceEngine();
	}
}


package io.github.cnnclassifier.engine.dl4j;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.EngineContract;
import io.github.cnnclassifier.progress.Progress;

/** Deeplearning4j's own graph, which other platforms run. */
class PlainEngineTest extends EngineContract {

	@Override
	protected Engine engine() {
		return new Dl4jEngine(2, Progress.none(), true);
	}
}

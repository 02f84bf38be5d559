
package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.EngineContract;
import io.github.cnnclassifier.progress.Progress;

/** The way that the platform offers: oneDNN where there is one. */
class Dl4jEngineTest extends EngineContract {

	@Override
	protected Engine engine() {
		return new Dl4jEngine(2, Progress.none());
	}

	@Test
	void theDescriptionNamesTheLibraryAndTheWayItRuns() {
		assertTrue(engine().description().matches(
			"Deeplearning4j 1\\.0\\.0-M2\\.1, (oneDNN|portable \\(.+\\)) convolutions, 2 threads"),
			engine().description());
	}
}

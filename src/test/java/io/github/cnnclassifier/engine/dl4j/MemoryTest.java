
package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Presets;
import io.github.cnnclassifier.progress.Progress;

class MemoryTest {

	@ParameterizedTest
	@EnumSource
	void memoryStaysFlatWhileTraining(final ComputePath path) {
		assumeTrue(path != ComputePath.ONE_DNN || Bootstrap.hasOneDnn());
		final NetworkSpec spec = new NetworkSpec(Presets.named("tiny"),
			new InputShape(1, 16, 16), 2);
		final Dl4jEngine engine = new Dl4jEngine(1, Progress.none(), path);
		try (TrainableNetwork network = engine.create(spec, Batches.OPTIONS)) {
			run(network, 100);
			final long before = outsideTheHeap();
			run(network, 300);
			final long grown = outsideTheHeap() - before;
			// The heap and the Java machine itself breathe by some 200 MB; a leak of
			// one batch's activations in each step would be 1200 MB.
			assertTrue(grown < 500 << 20, "grown by " + (grown >> 20) + " MB");
		}
	}

	private static long outsideTheHeap() {
		return Pointer.physicalBytes() - Runtime.getRuntime().totalMemory();
	}

	private static void run(final TrainableNetwork network, final int steps) {
		for (int step = 0; step < steps; step++) {
			final int count = step % 10 == 9 ? 13 : 32;
			network.trainOnBatch(Batches.halves(count, step), Batches.halfLabels(
				count), null, count, 1e-3);
			network.predict(Batches.halves(5, step), 5);
		}
		System.gc();
	}
}

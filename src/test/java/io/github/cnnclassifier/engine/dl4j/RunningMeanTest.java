
package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.engine.TrainingOptions;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.progress.Progress;

class RunningMeanTest {

	/** Two images of one channel: means 2 and 4 of the batches below. */
	private static final float[] FIRST = { 1, 1, 1, 1, 3, 3, 3, 3 };
	private static final float[] SECOND = { 3, 3, 3, 3, 5, 5, 5, 5 };

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void runningMeanIsThePlainAverageOfTheFirstBatches(final boolean plain) {
		final NetworkSpec spec = new NetworkSpec(new Architecture("norm", List.of(
			new LayerSpec.BatchNorm(), new LayerSpec.GlobalAveragePool(),
			new LayerSpec.Dense(0))), new InputShape(1, 2, 2), 2);
		try (TrainableNetwork network = new Dl4jEngine(1, Progress.none(), plain)
			.create(spec, new TrainingOptions(1, 0, true)))
		{
			network.trainOnBatch(FIRST, new int[] { 0, 1 }, null, 2, 1e-3);
			assertEquals(2, network.weights().get("norm1.mean").data()[0], 1e-5);
			network.trainOnBatch(SECOND, new int[] { 0, 1 }, null, 2, 1e-3);
			assertEquals(3, network.weights().get("norm1.mean").data()[0], 1e-5);
			assertEquals(1, network.weights().get("norm1.variance").data()[0], 1e-4);
		}
	}
}


package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.EngineContract;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.engine.TrainingOptions;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.Progress;

/** The way without oneDNN. */
class PortableEngineTest extends EngineContract {

	private static Engine engine(final int threads) {
		return new Dl4jEngine(threads, Progress.none(), ComputePath.PORTABLE);
	}

	@Override
	protected Engine engine() {
		return engine(2);
	}

	/**
	 * OpenBLAS multiplies a row by the kernel of its place on some processors.
	 */
	@Override
	protected float roundingByPlace() {
		return 1e-4f;
	}

	@Test
	void theDescriptionNamesTheWayAndTheLibraryOfProducts() {
		assertEquals("Deeplearning4j 1.0.0-M2.1, portable (" + MatrixProducts.best()
			.name() + ") convolutions, 2 threads", engine().description());
	}

	/** Each thread has a fixed part, whatever the others are at. */
	@Test
	void equalStepsOnAsManyThreadsGiveEqualBits() {
		for (final int threads : new int[] { 1, 3 }) {
			final Weights first = trained(threads);
			final Weights second = trained(threads);
			first.tensors().forEach(t -> assertArrayEquals(t.data(), second.get(t
				.name()).data(), t.name()));
		}
	}

	private static Weights trained(final int threads) {
		final NetworkSpec spec = Batches.spec("residual");
		try (TrainableNetwork network = engine(threads).create(spec,
			Batches.OPTIONS))
		{
			for (int step = 0; step < 3; step++)
				network.trainOnBatch(Batches.inputs(spec, 7, step), Batches.labels(spec,
					7), null, 7, 1e-3);
			return network.weights();
		}
	}

	@Test
	void moreThreadsThanImagesLearnTheSame() {
		final NetworkSpec spec = Batches.spec("residual");
		final float[] inputs = Batches.inputs(spec, 2, 1);
		try (TrainableNetwork one = engine(1).create(spec, Batches.OPTIONS);
				TrainableNetwork many = engine(5).create(spec, Batches.OPTIONS))
		{
			for (final TrainableNetwork network : new TrainableNetwork[] { one,
				many })
				network.trainOnBatch(inputs, Batches.labels(spec, 2), null, 2, 1e-4);
			assertArrayEquals(one.predict(inputs, 2), many.predict(inputs, 2), 1e-4f);
		}
	}

	@Test
	void moreThreadsTakeMoreMemory() {
		final NetworkSpec spec = Batches.spec("six-conv");
		final TrainingOptions options = Batches.OPTIONS;
		assertTrue(engine(3).trainingMemory(spec, options).fixedBytes() > engine(2)
			.trainingMemory(spec, options).fixedBytes());
		assertTrue(engine(3).predictionMemory(spec).fixedBytes() > engine(2)
			.predictionMemory(spec).fixedBytes());
	}
}


package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.engine.TrainingOptions;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Presets;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.Progress;

/** What every user of the engine may rely on. */
class Dl4jEngineTest {

	private final Dl4jEngine engine = new Dl4jEngine(2, Progress.none());

	@ParameterizedTest
	@ValueSource(strings = { "tiny", "lenet", "six-conv", "residual" })
	void weightsThatWereSavedAndLoadedPredictTheSame(final String preset) {
		final NetworkSpec spec = Batches.spec(preset);
		final float[] inputs = Batches.inputs(spec, 5, 1);
		try (TrainableNetwork trained = engine.create(spec, Batches.OPTIONS)) {
			for (int step = 0; step < 5; step++)
				trained.trainOnBatch(Batches.inputs(spec, 16, step), Batches.labels(
					spec, 16), null, 16, 1e-3);
			try (Network loaded = engine.load(spec, trained.weights())) {
				assertArrayEquals(trained.predict(inputs, 5), loaded.predict(inputs, 5),
					1e-5f);
			}
		}
	}

	@Test
	void predictionsDependNeitherOnBatchSizeNorOnOrder() {
		final NetworkSpec spec = Batches.spec("six-conv");
		final float[] inputs = Batches.inputs(spec, 64, 3);
		final int size = spec.input().size();
		try (TrainableNetwork network = engine.create(spec, Batches.OPTIONS)) {
			final float[] all = network.predict(inputs, 64);
			for (int row = 0; row < 64; row += 21) {
				final float[] one = new float[size];
				System.arraycopy(inputs, row * size, one, 0, size);
				assertRow(all, row, network.predict(one, 1), 0, spec.classes());
			}
			final float[] turned = new float[3 * size];
			for (int i = 0; i < 3; i++)
				System.arraycopy(inputs, i * size, turned, (2 - i) * size, size);
			final float[] three = network.predict(turned, 3);
			for (int i = 0; i < 3; i++)
				assertRow(all, i, three, 2 - i, spec.classes());
		}
	}

	private static void assertRow(final float[] expected, final int row,
		final float[] actual, final int actualRow, final int classes)
	{
		for (int c = 0; c < classes; c++)
			assertEquals(expected[row * classes + c], actual[actualRow * classes + c],
				1e-5f);
	}

	@Test
	void probabilitiesOfEachInputAddUpToOne() {
		final NetworkSpec spec = Batches.spec("lenet");
		try (TrainableNetwork network = engine.create(spec, Batches.OPTIONS)) {
			final float[] out = network.predict(Batches.inputs(spec, 3, 5), 3);
			for (int row = 0; row < 3; row++) {
				double sum = 0;
				for (int c = 0; c < spec.classes(); c++)
					sum += out[row * spec.classes() + c];
				assertEquals(1, sum, 1e-5);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "tiny", "residual" })
	void aNetworkLearnsAnEasyRule(final String preset) {
		final NetworkSpec spec = new NetworkSpec(Presets.named(preset),
			new InputShape(1, 16, 16), 2);
		try (TrainableNetwork network = engine.create(spec, Batches.OPTIONS)) {
			for (int step = 0; step < 60; step++)
				network.trainOnBatch(Batches.halves(32, step), Batches.halfLabels(32),
					null, 32, 3e-3);
			final float[] out = network.predict(Batches.halves(64, 999), 64);
			final int[] labels = Batches.halfLabels(64);
			int right = 0;
			for (int i = 0; i < 64; i++)
				if (out[2 * i + labels[i]] > 0.5) right++;
			assertTrue(right >= 62, right + " of 64 right");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "lenet", "six-conv" })
	void exactTrainingGivesTheSameWeightsBitForBit(final String preset) {
		final NetworkSpec spec = Batches.spec(preset);
		final TrainingOptions exact = new TrainingOptions(7, 1e-4, true);
		final Weights first = train(spec, exact);
		final Weights second = train(spec, exact);
		first.tensors().forEach(t -> assertArrayEquals(t.data(), second.get(t
			.name()).data(), 0f, t.name()));
	}

	private Weights train(final NetworkSpec spec, final TrainingOptions options) {
		try (TrainableNetwork network = engine.create(spec, options)) {
			for (int step = 0; step < 4; step++)
				network.trainOnBatch(Batches.inputs(spec, 16, step), Batches.labels(
					spec, 16), null, 16, 1e-3);
			return network.weights();
		}
	}

	@Test
	void aNetworkMayBeClosedTwice() {
		final NetworkSpec spec = Batches.spec("tiny");
		final TrainableNetwork network = engine.create(spec, Batches.OPTIONS);
		network.trainOnBatch(Batches.inputs(spec, 4, 1), Batches.labels(spec, 4),
			null, 4, 1e-3);
		network.close();
		network.close();
	}

	@Test
	void theDescriptionNamesTheLibraryAndTheWayItRuns() {
		assertTrue(engine.description().matches(
			"Deeplearning4j 1\\.0\\.0-M2\\.1, (oneDNN|plain) convolutions, 2 threads"),
			engine.description());
	}
}

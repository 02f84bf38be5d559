
package io.github.cnnclassifier.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.engine.dl4j.Batches;
import io.github.cnnclassifier.model.NetworkSpec;

/**
 * What every user of an engine that predicts may rely on. A test class of each
 * engine, and of each of its ways of computing, extends it.
 */
public abstract class PredictingContract {

	/** @return the engine under test, on more than one thread if it can */
	protected abstract Engine engine();

	/** The definition of each layer decides, whatever an engine does. */
	@ParameterizedTest
	@ValueSource(strings = { "tiny", "lenet", "six-conv", "residual" })
	void givenWeightsPredictWhatTheLayersAreDefinedToDo(final String preset) {
		final NetworkSpec spec = Batches.spec(preset);
		final float[] inputs = Batches.inputs(spec, 3, 1);
		try (Network network = network(spec);
				Network reference = new ReferenceEngine().load(spec, RandomWeights.of(
					spec, 4)))
		{
			assertArrayEquals(reference.predict(inputs, 3), network.predict(inputs,
				3), 1e-4f);
		}
	}

	@Test
	void predictionsDependNeitherOnBatchSizeNorOnOrder() {
		final NetworkSpec spec = Batches.spec("six-conv");
		final float[] inputs = Batches.inputs(spec, 22, 3);
		final int size = spec.input().size();
		try (Network network = network(spec)) {
			final float[] all = network.predict(inputs, 22);
			for (int row = 0; row < 22; row += 7) {
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
		try (Network network = network(spec)) {
			final float[] out = network.predict(Batches.inputs(spec, 3, 5), 3);
			assertEquals(3 * spec.classes(), out.length);
			for (int row = 0; row < 3; row++) {
				double sum = 0;
				for (int c = 0; c < spec.classes(); c++)
					sum += out[row * spec.classes() + c];
				assertEquals(1, sum, 1e-5);
			}
		}
	}

	@Test
	void inputsBeyondTheCountAreNotLookedAt() {
		final NetworkSpec spec = Batches.spec("tiny");
		try (Network network = network(spec)) {
			assertArrayEquals(network.predict(Batches.inputs(spec, 2, 5), 2), network
				.predict(Batches.inputs(spec, 4, 5), 2));
		}
	}

	@Test
	void weightsOfAnotherNetworkAreRefused() {
		final NetworkSpec spec = Batches.spec("tiny");
		assertThrows(IllegalArgumentException.class, () -> engine().load(spec,
			RandomWeights.of(Batches.spec("residual"), 1)));
	}

	@Test
	void aPredictingNetworkMayBeClosedTwice() {
		final Network network = network(Batches.spec("tiny"));
		network.close();
		network.close();
	}

	private Network network(final NetworkSpec spec) {
		return engine().load(spec, RandomWeights.of(spec, 4));
	}
}

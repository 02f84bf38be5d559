
package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.engine.TrainingOptions;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.Progress;

/** The loss, its weights, and what one step does with them. */
class LossTest {

	private static final NetworkSpec LINEAR = new NetworkSpec(new Architecture(
		"linear", List.of(new LayerSpec.Flatten(), new LayerSpec.Dense(0))),
		new InputShape(1, 2, 2), 3);
	private static final int[] LABELS = { 0, 2, 1 };
	private static final float[] WEIGHTS = { 0.5f, 2, 4 };

	private final Dl4jEngine engine = new Dl4jEngine(1, Progress.none());
	private final float[] inputs = Batches.inputs(LINEAR, 3, 11);

	@Test
	void theLossIsTheMeanCrossEntropy() {
		try (TrainableNetwork network = engine.create(LINEAR, Batches.OPTIONS)) {
			final double expected = loss(network, new float[] { 1, 1, 1 });
			assertEquals(expected, network.trainOnBatch(inputs, LABELS, null, 3,
				1e-3), 1e-5);
		}
	}

	@Test
	void sampleWeightsMakeTheLossAWeightedMean() {
		try (TrainableNetwork network = engine.create(LINEAR, Batches.OPTIONS)) {
			final double expected = loss(network, WEIGHTS);
			final double plain = loss(network, new float[] { 1, 1, 1 });
			assertTrue(Math.abs(expected - plain) > 1e-2);
			assertEquals(expected, network.trainOnBatch(inputs, LABELS, WEIGHTS, 3,
				1e-3), 1e-5);
		}
	}

	/** sum(w * -log p) / sum(w), with p as predicted: there is no dropout. */
	private double loss(final TrainableNetwork network, final float[] weights) {
		final float[] p = network.predict(inputs, 3);
		double sum = 0;
		double weight = 0;
		for (int i = 0; i < 3; i++) {
			sum -= weights[i] * Math.log(p[3 * i + LABELS[i]]);
			weight += weights[i];
		}
		return sum / weight;
	}

	@Test
	void aWeightOfTwoIsLikeTheSampleTwice() {
		final float[] twice = new float[12];
		System.arraycopy(inputs, 0, twice, 0, 4);
		System.arraycopy(inputs, 0, twice, 4, 8);
		try (TrainableNetwork weighted = engine.create(LINEAR, Batches.OPTIONS);
				TrainableNetwork doubled = engine.create(LINEAR, Batches.OPTIONS))
		{
			for (int step = 0; step < 5; step++) {
				final double a = weighted.trainOnBatch(inputs, new int[] { 0, 1 },
					new float[] { 2, 1 }, 2, 1e-2);
				final double b = doubled.trainOnBatch(twice, new int[] { 0, 0, 1 },
					null, 3, 1e-2);
				assertEquals(b, a, 1e-5);
			}
			assertClose(doubled.weights(), weighted.weights());
		}
	}

	private static void assertClose(final Weights expected,
		final Weights actual)
	{
		for (final Tensor t : expected.tensors())
			assertArrayEquals(t.data(), actual.get(t.name()).data(), 1e-5f, t.name());
	}

	/** Adam's first step: learning rate times the sign of the gradient. */
	@Test
	void theLearningRateOfEachStepIsObeyed() {
		try (TrainableNetwork network = engine.create(LINEAR, Batches.OPTIONS)) {
			final float[] before = network.weights().get("dense1.bias").data();
			network.trainOnBatch(inputs, LABELS, null, 3, 0.25);
			final float[] after = network.weights().get("dense1.bias").data();
			for (int i = 0; i < 3; i++)
				assertEquals(0.25, Math.abs(after[i] - before[i]), 1e-4);
			network.trainOnBatch(inputs, LABELS, null, 3, 1e-9);
			assertArrayEquals(after, network.weights().get("dense1.bias").data(),
				1e-7f);
		}
	}

	@Test
	void weightDecayShrinksWeightsButNeitherBiasesNorTheLoss() {
		final float[] zeros = new float[12];
		final TrainingOptions decaying = new TrainingOptions(42, 0.5, false);
		try (TrainableNetwork network = engine.create(LINEAR, decaying)) {
			final Tensor weight = network.weights().get("dense1.weight");
			network.setWeights(new Weights(List.of(weight, new Tensor("dense1.bias",
				new int[] { 3 }, new float[] { 1, 1, 1 }))));
			final float[] before = weight.data();
			final double loss = network.trainOnBatch(zeros, LABELS, null, 3, 0.1);
			assertEquals(Math.log(3), loss, 1e-5);
			final float[] after = network.weights().get("dense1.weight").data();
			for (int i = 0; i < before.length; i++)
				assertEquals(before[i] * (1 - 0.1 * 0.5), after[i], 1e-6);
			// Their gradient is rounding alone, which Adam makes a small step of.
			for (final float bias : network.weights().get("dense1.bias").data())
				assertEquals(1, bias, 0.02);
		}
	}

	@Test
	void inputThatIsNotANumberGivesALossThatIsNotANumber() {
		final NetworkSpec spec = Batches.spec("tiny");
		final float[] broken = Batches.inputs(spec, 4, 1);
		Arrays.fill(broken, Float.NaN);
		try (TrainableNetwork network = engine.create(spec, Batches.OPTIONS)) {
			final double loss = network.trainOnBatch(broken, Batches.labels(spec, 4),
				null, 4, 1e-3);
			assertTrue(Double.isNaN(loss), "loss " + loss);
		}
	}
}

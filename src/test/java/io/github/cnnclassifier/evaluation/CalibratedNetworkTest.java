
package io.github.cnnclassifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.engine.ReferenceEngine;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.Flatten;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Temperature;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.random.SeedTree;

/** A network whose logits are wrong by a factor, from weights to weights. */
class CalibratedNetworkTest {

	private static final int CLASSES = 4;
	private static final NetworkSpec SPEC = new NetworkSpec(new Architecture(
		"its input", List.of(new Flatten(), new Dense(0))), new InputShape(CLASSES,
			1, 1), CLASSES);

	/** Its logits are its input times the factor. */
	private static Weights weights(final double factor) {
		final float[] weight = new float[CLASSES * CLASSES];
		for (int c = 0; c < CLASSES; c++)
			weight[c * CLASSES + c] = (float) factor;
		return new Weights(List.of(new Tensor("dense1.weight", new int[] { CLASSES,
			CLASSES }, weight), new Tensor("dense1.bias", new int[] { CLASSES },
				new float[CLASSES])));
	}

	/** The classes are drawn by the probabilities of the input as it is. */
	private static List<LabeledPrediction> predictions(final Weights weights,
		final int count, final long seed)
	{
		final SplittableRandom random = new SeedTree(seed).random();
		final float[] inputs = new float[count * CLASSES];
		final int[] actual = new int[count];
		for (int i = 0; i < count; i++) {
			final double[] shares = new double[CLASSES];
			for (int c = 0; c < CLASSES; c++) {
				inputs[i * CLASSES + c] = (float) (2.5 * random.nextGaussian());
				shares[c] = Math.exp(inputs[i * CLASSES + c]);
			}
			double rest = random.nextDouble() * Arrays.stream(shares).sum();
			while (actual[i] < CLASSES - 1 && rest >= shares[actual[i]])
				rest -= shares[actual[i]++];
		}
		final List<LabeledPrediction> predictions = new ArrayList<>();
		try (Network network = new ReferenceEngine().load(SPEC, weights)) {
			final float[] probabilities = network.predict(inputs, count);
			for (int i = 0; i < count; i++)
				predictions.add(new LabeledPrediction("image " + i, actual[i],
					new Prediction(Arrays.copyOfRange(probabilities, i * CLASSES, (i +
						1) * CLASSES))));
		}
		return predictions;
	}

	private static Weights calibrated(final Weights weights, final int images) {
		final Temperature found = TemperatureFit.of(predictions(weights, images,
			1));
		return found.foldedInto(NetworkPlan.of(SPEC), weights);
	}

	private static double error(final List<LabeledPrediction> predictions) {
		return Reliability.of(predictions).expectedError();
	}

	@ParameterizedTest
	@ValueSource(doubles = { 3, 0.4 })
	void aNetworkWithTooLargeOrTooSmallLogitsIsCalibratedOnFreshImages(
		final double factor)
	{
		final Weights before = weights(factor);
		final Weights after = calibrated(before, 3000);
		final double plain = error(predictions(before, 10_000, 2));
		final double mended = error(predictions(after, 10_000, 2));
		assertTrue(plain > 0.08, "planted: " + plain);
		assertTrue(mended < 0.02, "calibrated: " + mended);
	}

	@Test
	void noAnswerChanges() {
		final List<LabeledPrediction> before = predictions(weights(3), 2000, 3);
		final List<LabeledPrediction> after = predictions(calibrated(weights(3),
			1000), 2000, 3);
		for (int i = 0; i < before.size(); i++)
			assertEquals(before.get(i).predicted(), after.get(i).predicted());
	}
}

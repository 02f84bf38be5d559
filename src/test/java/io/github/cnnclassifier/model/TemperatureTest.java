
package io.github.cnnclassifier.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.engine.RandomWeights;
import io.github.cnnclassifier.engine.ReferenceEngine;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.GlobalAveragePool;
import io.github.cnnclassifier.model.LayerSpec.Relu;
import io.github.cnnclassifier.random.SeedTree;

/** What a temperature changes, and what it leaves. */
class TemperatureTest {

	private static final NetworkSpec NETWORK = new NetworkSpec(new Architecture(
		"two dense layers", List.of(new Conv(4, 3, 1, 1, true), new Relu(),
			new GlobalAveragePool(), new Dense(5), new Relu(), new Dense(0))),
		new InputShape(1, 6, 6), 3);

	private static float[] predict(final Weights weights, final float[] inputs,
		final int count)
	{
		return new ReferenceEngine().load(NETWORK, weights).predict(inputs, count);
	}

	private static float[] images(final int count, final long seed) {
		final SplittableRandom random = new SeedTree(seed).random();
		final float[] images = new float[count * 36];
		for (int i = 0; i < images.length; i++)
			images[i] = (float) random.nextDouble(-3, 3);
		return images;
	}

	@Test
	void aNetworkWithItsWeightsDividedSaysWhatItsPredictionsDivideInto() {
		final NetworkPlan plan = NetworkPlan.of(NETWORK);
		for (int seed = 0; seed < 20; seed++) {
			final Weights weights = RandomWeights.of(NETWORK, seed);
			final float[] images = images(10, seed);
			final float[] before = predict(weights, images, 10);
			for (final double value : new double[] { 0.3, 0.9, 1.7, 4 }) {
				final Temperature temperature = new Temperature(value);
				final float[] after = predict(temperature.foldedInto(plan, weights),
					images, 10);
				for (int i = 0; i < 10; i++)
					assertArrayEquals(temperature.applyTo(row(before, i)).probabilities(),
						row(after, i).probabilities(), 1e-5f);
			}
		}
	}

	private static Prediction row(final float[] rows, final int i) {
		return new Prediction(Arrays.copyOfRange(rows, 3 * i, 3 * i + 3));
	}

	@Test
	void theLastLayerAloneIsDivided() {
		final Weights weights = RandomWeights.of(NETWORK, 1);
		final Weights folded = new Temperature(2).foldedInto(NetworkPlan.of(
			NETWORK), weights);
		assertEquals(weights.tensors().stream().map(Tensor::name).toList(), folded
			.tensors().stream().map(Tensor::name).toList());
		final int last = weights.tensors().size() - 2;
		for (int t = 0; t < last; t++)
			assertSame(weights.tensors().get(t), folded.tensors().get(t));
		for (int t = last; t < last + 2; t++) {
			final float[] data = weights.tensors().get(t).data();
			for (int i = 0; i < data.length; i++)
				assertEquals(data[i] / 2, folded.tensors().get(t).data()[i]);
		}
	}

	@Test
	void theOrderOfTheClassesStaysAndTheSumIsOne() {
		final SplittableRandom random = new SeedTree(2).random();
		for (int i = 0; i < 2000; i++) {
			final float[] probabilities = probabilities(random, 2 + i % 9);
			final Prediction before = new Prediction(probabilities);
			final Prediction after = new Temperature(Math.exp(random.nextDouble(-2.5,
				2.5))).applyTo(before);
			assertEquals(before.labelIndex(), after.labelIndex());
			double sum = 0;
			for (int c = 0; c < probabilities.length; c++) {
				sum += after.probabilities()[c];
				for (int d = 0; d < probabilities.length; d++)
					if (probabilities[c] > probabilities[d]) assertTrue(after
						.probabilities()[c] >= after.probabilities()[d]);
			}
			assertEquals(1, sum, 1e-5);
		}
	}

	private static float[] probabilities(final SplittableRandom random,
		final int classes)
	{
		final double[] shares = new double[classes];
		double sum = 0;
		for (int c = 0; c < classes; c++) {
			shares[c] = Math.exp(random.nextDouble(-12, 12));
			sum += shares[c];
		}
		final float[] probabilities = new float[classes];
		for (int c = 0; c < classes; c++)
			probabilities[c] = (float) (shares[c] / sum);
		return probabilities;
	}

	@Test
	void aboveOneAnswersAreLessSureAndBelowSurer() {
		final Prediction before = new Prediction(new float[] { 0.1f, 0.7f, 0.2f });
		assertTrue(new Temperature(2).applyTo(before).confidence() < 0.7f);
		assertTrue(new Temperature(0.5).applyTo(before).confidence() > 0.7f);
		assertSame(before, Temperature.NONE.applyTo(before));
	}

	@Test
	void aProbabilityOfZeroStaysFinite() {
		final Prediction after = new Temperature(3).applyTo(new Prediction(
			new float[] { 1, 0, 0 }));
		for (final float probability : after.probabilities())
			assertTrue(probability >= 0 && probability <= 1);
		assertEquals(0, after.labelIndex());
	}

	@Test
	void whatIsNoTemperatureIsRefused() {
		for (final double wrong : new double[] { 0, -1, Double.NaN,
			Double.POSITIVE_INFINITY })
			assertThrows(IllegalArgumentException.class, () -> new Temperature(
				wrong));
	}
}

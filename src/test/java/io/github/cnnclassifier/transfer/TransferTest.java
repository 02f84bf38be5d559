
package io.github.cnnclassifier.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.engine.RandomWeights;
import io.github.cnnclassifier.engine.ReferenceEngine;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.DatasetRecord;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.LayerSpec.BatchNorm;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.Flatten;
import io.github.cnnclassifier.model.LayerSpec.GlobalAveragePool;
import io.github.cnnclassifier.model.LayerSpec.Relu;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.TrainingImages;
import io.github.cnnclassifier.model.TrainingRecord;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.random.SeedTree;

class TransferTest {

	private static final int SIDE = 6;
	private static final List<LayerSpec> POOLED = List.of(new Conv(4, 3, 1, 1,
		false), new BatchNorm(), new Relu(), new GlobalAveragePool(), new Dense(0));
	private static final List<LayerSpec> BOUND = List.of(new Conv(2, 3, 1, 1,
		true), new Relu(), new Flatten(), new Dense(5), new Relu(), new Dense(0));

	private static Parent parent(final List<LayerSpec> layers,
		final int channels)
	{
		final ClassifierDescription description = new ClassifierDescription("old",
			new ClassLabels(List.of("a", "b", "c")), new Architecture("old", layers),
			new Preprocessing(SIDE, SIDE, channels, channels == 1 ? ChannelRule.GRAY
				: ChannelRule.AS_IS, new IntensityRange(0, 255)), PlanePolicy.EACH,
			TrainingImages.ofBitDepth(8), new TrainingRecord(1, Map.of(), 0, List
				.of(), new DatasetRecord("", "none", Map.of(), Map.of()), Map.of(),
				"2026-01-31T12:00:00Z"), Map.of());
		return new Parent("old.zip", "0123456789abcdef", new SavedClassifier(
			description, RandomWeights.of(description.networkSpec(), 5)));
	}

	private static float[] image(final int channels, final int side) {
		final SplittableRandom random = new SeedTree(2).random();
		final float[] values = new float[channels * side * side];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) random.nextDouble();
		return values;
	}

	private static float[] features(final NetworkSpec spec, final Weights weights,
		final float[] image)
	{
		try (Network network = new ReferenceEngine().load(spec, weights)) {
			return network.features(image, 1);
		}
	}

	private static float[] features(final Parent parent, final float[] image) {
		return features(parent.classifier().networkSpec(), parent.classifier()
			.weights(), image);
	}

	private static float[] features(final Transfer child, final float[] image) {
		return features(child.spec(), child.weights(), image);
	}

	@Test
	void asManyChannelsGiveTheFeaturesOfTheParentUnderAHeadForOtherClasses() {
		for (final int channels : new int[] { 1, 3 }) {
			final Parent parent = parent(POOLED, channels);
			final Transfer child = Transfer.of(parent, new InputShape(channels, SIDE,
				SIDE), 7);
			final float[] image = image(channels, SIDE);
			assertArrayEquals(features(parent, image), features(child, image));
			assertEquals(7, child.spec().classes());
		}
	}

	@Test
	void otherNumbersOfChannelsAreABagWhoseFeaturesStandInOrder() {
		final Parent parent = parent(POOLED, 1);
		final float[] image = image(3, SIDE);
		final float[] bag = features(Transfer.of(parent, new InputShape(3, SIDE,
			SIDE), 2), image);
		final int area = SIDE * SIDE;
		for (int c = 0; c < 3; c++)
			assertArrayEquals(features(parent, Arrays.copyOfRange(image, c * area,
				(c + 1) * area)), Arrays.copyOfRange(bag, c * 4, (c + 1) * 4), 1e-6f);
	}

	@Test
	void aParentOfThreeChannelsAnswersAsForTheSameChannelThreeTimes() {
		final Parent parent = parent(POOLED, 3);
		final float[] one = image(1, SIDE);
		final float[] three = new float[3 * one.length];
		for (int c = 0; c < 3; c++)
			System.arraycopy(one, 0, three, c * one.length, one.length);
		assertArrayEquals(features(parent, three), features(Transfer.of(parent,
			new InputShape(1, SIDE, SIDE), 2), one), 1e-5f);
	}

	@Test
	void channelsThatMayMeetGiveTheSameFeaturesAndThoseOfTheirMean() {
		final Parent parent = parent(POOLED, 1);
		final InputShape input = new InputShape(3, SIDE, SIDE);
		final float[] image = image(3, SIDE);
		final int area = SIDE * SIDE;
		final float[] mean = new float[area];
		for (int i = 0; i < area; i++)
			mean[i] = (image[i] + image[area + i] + image[2 * area + i]) / 3;
		final float[] met = features(Transfer.mixing(parent, input, 2), image);
		assertArrayEquals(features(Transfer.of(parent, input, 2), image), Arrays
			.copyOf(met, 12), 1e-6f);
		assertArrayEquals(features(parent, mean), Arrays.copyOfRange(met, 12, 16),
			1e-5f);
	}

	@Test
	void aChildOfSeveralChannelsCanBeAParentOfAnyOtherNumber() {
		final Parent parent = parent(POOLED, 1);
		final Transfer bag = Transfer.mixing(parent, new InputShape(3, SIDE, SIDE),
			3);
		final ClassifierDescription d = parent(POOLED, 3).classifier()
			.description();
		final Parent second = new Parent("bag.zip", "0", new SavedClassifier(
			new ClassifierDescription("bag", d.labels(), bag.spec().architecture(), d
				.preprocessing(), d.planes(), d.images(), d.training(), d.metrics()),
			bag.weights()));
		final float[] image = image(2, SIDE);
		assertArrayEquals(features(Transfer.of(parent, new InputShape(2, SIDE,
			SIDE), 2), image), features(Transfer.of(second, new InputShape(2, SIDE,
				SIDE), 2), image));
	}

	@Test
	void anotherSizeIsAllowedWhereTheLayersAreNotBoundToIt() {
		final float[] image = image(1, 9);
		assertEquals(4, features(Transfer.of(parent(POOLED, 1), new InputShape(1, 9,
			9), 2), image).length);
		final UserFailure bound = assertThrows(UserFailure.class, () -> Transfer.of(
			parent(BOUND, 1), new InputShape(1, 9, 9), 2));
		assertTrue(bound.getMessage().contains("old.zip"), bound.getMessage());
		assertTrue(bound.getMessage().contains("width and height"), bound
			.getMessage());
	}

	@Test
	void hiddenDenseLayersAreInherited() {
		final Parent parent = parent(BOUND, 1);
		final float[] image = image(1, SIDE);
		assertArrayEquals(features(parent, image), features(Transfer.of(parent,
			new InputShape(1, SIDE, SIDE), 4), image));
	}

	@Test
	void allButTheLastLayerIsInheritedAndTheHeadIsPutOnTop() {
		final Transfer child = Transfer.of(parent(POOLED, 1), new InputShape(1,
			SIDE, SIDE), 2);
		final List<String> names = new ArrayList<>(child.weights().tensors()
			.stream().map(t -> t.name()).toList());
		names.removeAll(child.inherited());
		assertEquals(List.of("dense1.weight", "dense1.bias"), names);
		final Weights headed = child.with(new LinearHead(new float[] { 1, 2, 3, 4,
			5, 6, 7, 8 }, new float[] { 9, 10 }));
		assertArrayEquals(new float[] { 9, 10 }, headed.get("dense1.bias").data());
		assertArrayEquals(child.weights().get("conv1.weight").data(), headed.get(
			"conv1.weight").data());
	}
}

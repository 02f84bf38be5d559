
package io.github.cnnclassifier.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.augment.Augmentations;
import io.github.cnnclassifier.dataset.prepare.SplitImages;
import io.github.cnnclassifier.dataset.prepare.TrainingSet;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.ReadAhead;

class BatchLoaderTest {

	private static final ClassWeights EQUAL = ClassWeights.of(ClassBalance.AUTO,
		MemoryImages.LABELS, new int[] { 1, 1 });

	private static BatchLoader loader(final int images, final int batchSize,
		final ClassWeights weights, final Augmentation augmentation,
		final long seed)
	{
		final TrainingSet training = MemoryImages.numbered(images, 2).training();
		return new BatchLoader(training, new InputShape(1, 2, 2),
			new TrainingSettings(1, batchSize, 0.01, augmentation, false, seed),
			weights);
	}

	private static List<Batch> batches(final BatchLoader loader,
		final int epoch)
	{
		final List<Batch> batches = new ArrayList<>();
		try (ReadAhead<Batch> ahead = loader.epoch(epoch, Progress.none())) {
			ahead.forEachRemaining(batches::add);
		}
		return batches;
	}

	/** @return the image of each sample, in order */
	private static List<Integer> images(final List<Batch> batches) {
		final List<Integer> images = new ArrayList<>();
		for (final Batch batch : batches)
			for (int i = 0; i < batch.count(); i++)
				images.add(Math.round(255 * batch.inputs()[4 * i]));
		return images;
	}

	@Test
	void everyImageComesOnceAnEpochWithItsLabel() {
		final List<Batch> batches = batches(loader(22, 5, EQUAL, Augmentation.NONE,
			1), 1);
		assertEquals(List.of(5, 5, 5, 5, 2), batches.stream().map(Batch::count)
			.toList());
		final List<Integer> images = images(batches);
		assertEquals(IntStream.range(0, 22).boxed().toList(), images.stream()
			.sorted().toList());
		final List<Integer> labels = new ArrayList<>();
		batches.forEach(b -> IntStream.of(b.labels()).forEach(labels::add));
		for (int i = 0; i < 22; i++)
			assertEquals(images.get(i) % 2, labels.get(i));
		batches.forEach(b -> assertNull(b.weights()));
	}

	@Test
	void eachEpochHasAnOrderOfItsOwn() {
		final BatchLoader loader = loader(22, 5, EQUAL, Augmentation.NONE, 1);
		final List<Integer> first = images(batches(loader, 1));
		assertNotEquals(IntStream.range(0, 22).boxed().toList(), first);
		assertNotEquals(first, images(batches(loader, 2)));
		assertNotEquals(first, images(batches(loader(22, 5, EQUAL,
			Augmentation.NONE, 2), 1)));
		assertEquals(first, images(batches(loader, 1)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "light", "microscopy", "strong" })
	void theSameSeedGivesTheSameAugmentedBatchesWhicheverThreadIsFirst(
		final String preset)
	{
		final Augmentation augmentation = Augmentations.resolve(preset);
		final List<Batch> expected = batches(loader(20, 3, EQUAL, augmentation, 7),
			3);
		for (int run = 0; run < 5; run++) {
			final List<Batch> again = batches(loader(20, 3, EQUAL, augmentation, 7),
				3);
			for (int b = 0; b < expected.size(); b++) {
				assertArrayEquals(expected.get(b).inputs(), again.get(b).inputs(), 0f);
				assertArrayEquals(expected.get(b).labels(), again.get(b).labels());
			}
		}
	}

	@Test
	void augmentationDiffersFromEpochToEpoch() {
		final BatchLoader loader = loader(20, 20, EQUAL, Augmentation.LIGHT, 7);
		assertNotEquals(sum(batches(loader, 1).get(0)), sum(batches(loader, 2).get(
			0)));
	}

	private static double sum(final Batch batch) {
		double sum = 0;
		for (final float v : batch.inputs())
			sum += v;
		return sum;
	}

	@ParameterizedTest
	@CsvSource({ "21,5,4", "22,5,5", "20,5,4", "3,2,1", "4,64,1", "3,1,3" })
	void aLoneLeftOverIsDropped(final int images, final int batchSize,
		final int batches)
	{
		final BatchLoader loader = loader(images, batchSize, EQUAL,
			Augmentation.NONE, 1);
		assertEquals(batches, loader.batchesPerEpoch());
		assertEquals(batches, batches(loader, 1).size());
	}

	@Test
	void samplesHaveTheWeightOfTheirClass() {
		final ClassWeights weights = ClassWeights.of(ClassBalance.AUTO,
			MemoryImages.LABELS, new int[] { 1, 9 });
		for (final Batch batch : batches(loader(12, 4, weights, Augmentation.NONE,
			1), 1))
			for (int i = 0; i < batch.count(); i++)
				assertEquals(weights.perClass()[batch.labels()[i]], batch.weights()[i]);
	}

	private static BatchLoader loader(final SplitImages images,
		final TrainingSettings settings)
	{
		return new BatchLoader(images.training(), new InputShape(1, 2, 2), settings,
			EQUAL);
	}

	private static TrainingSettings settings(final ClassBalance balance,
		final SoftLabels softLabels)
	{
		return new TrainingSettings(1, 4, 0.01, Augmentation.LIGHT, false, 3)
			.withClassBalance(balance).withSoftLabels(softLabels);
	}

	/** 3 of 23 images are of the second class. */
	private static SplitImages unequal() {
		final MemoryImages images = new MemoryImages(2);
		for (int i = 0; i < 23; i++)
			images.add(i < 20 ? 0 : 1, Side.TRAINING, new float[] { i, 255, 255, i });
		images.add(0, Side.VALIDATION, new float[] { 99, 255, 255, 99 });
		return images.split();
	}

	@Test
	void balancedBatchesHaveAsManyImagesOfEachClass() {
		final TrainingSettings balanced = settings(ClassBalance.SAMPLING,
			SoftLabels.NONE).augmentedBy(Augmentation.NONE);
		final BatchLoader loader = loader(unequal(), balanced);
		assertEquals(6, loader.batchesPerEpoch());
		final List<Batch> batches = batches(loader, 1);
		for (final Batch batch : batches) {
			final int second = IntStream.of(batch.labels()).sum();
			assertTrue(Math.abs(2 * second - batch.count()) <= 1, "of " + batch
				.count() + " images " + second);
		}
		final List<Integer> images = images(batches);
		// a rare one comes as often as the others of its class
		for (int i = 20; i < 23; i++)
			assertTrue(Collections.frequency(images, i) >= 3, images.toString());
		for (int i = 0; i < 20; i++)
			assertTrue(Collections.frequency(images, i) <= 1, images.toString());
		assertNotEquals(images, images(batches(loader, 2)));
	}

	/** A run that goes on begins with any epoch, in a loader of its own. */
	@ParameterizedTest
	@EnumSource(ClassBalance.class)
	void anEpochIsTheSameWhicheverWereBefore(final ClassBalance balance) {
		final TrainingSettings settings = settings(balance, new SoftLabels(0.1,
			0.3));
		final SplitImages images = unequal();
		final BatchLoader all = loader(images, settings);
		batches(all, 1);
		batches(all, 2);
		final List<Batch> third = batches(all, 3);
		final List<Batch> alone = batches(loader(images, settings), 3);
		assertEquals(third.size(), alone.size());
		for (int i = 0; i < third.size(); i++) {
			assertArrayEquals(third.get(i).inputs(), alone.get(i).inputs());
			assertArrayEquals(third.get(i).shares(), alone.get(i).shares());
		}
		assertFalse(Arrays.equals(third.get(0).shares(), batches(all, 4).get(0)
			.shares()));
	}
}

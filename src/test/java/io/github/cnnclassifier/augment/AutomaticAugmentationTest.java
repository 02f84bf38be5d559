
package io.github.cnnclassifier.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.random.SeedTree;

/** Images that have an up and down, a left and right, or neither. */
class AutomaticAugmentationTest {

	private static final int SIDE = 24;
	private static final int IMAGES = 40;

	/** Draws an image of a class. */
	private interface Painter {

		float value(int x, int y, int label, double[] drawn);
	}

	/** Six numbers from 0 to 1 are drawn for each image, and noise. */
	private static void paint(final AutomaticAugmentation automatic,
		final ImageSymmetries symmetries, final int images, final long seed,
		final Painter painter)
	{
		final SplittableRandom random = new SeedTree(seed).random();
		for (int i = 0; i < images; i++) {
			final double[] drawn = random.doubles(6).toArray();
			final float[] image = new float[SIDE * SIDE];
			for (int p = 0; p < image.length; p++)
				image[p] = painter.value(p % SIDE, p / SIDE, i % 2, drawn) +
					(float) random.nextDouble() * 0.3f;
			if (automatic != null) automatic.add(image, i % 2);
			if (symmetries != null) symmetries.add(image, i % 2);
		}
	}

	private static AutomaticAugmentation.Choice choice(final int images,
		final long seed, final Painter painter)
	{
		final AutomaticAugmentation automatic = new AutomaticAugmentation(1, SIDE,
			SIDE, 2);
		paint(automatic, null, images, seed, painter);
		return automatic.choose(new SeedTree(seed));
	}

	/** An ellipse in any direction, near a place; its shape tells the class. */
	private static Painter cells(final double centerX, final double centerY) {
		return (x, y, label, drawn) -> {
			final double angle = Math.PI * drawn[0];
			final double dx = x - centerX - 3 * (drawn[1] - 0.5);
			final double dy = y - centerY - 3 * (drawn[2] - 0.5);
			final double along = dx * Math.cos(angle) + dy * Math.sin(angle);
			final double across = dy * Math.cos(angle) - dx * Math.sin(angle);
			final double length = label == 0 ? 30 : 12;
			return (float) Math.exp(-along * along / length - across * across / 8);
		};
	}

	private static final Painter CELLS = cells((SIDE - 1) / 2.0, (SIDE - 1) /
		2.0);

	/** An L, shaky. */
	private static final Painter LETTERS = (x, y, label, drawn) -> {
		final int left = 6 + (int) (3 * drawn[0]);
		final int bottom = 16 + (int) (3 * drawn[1]);
		final boolean stem = Math.abs(x - left) <= 1 && y > 3 && y <= bottom;
		final boolean foot = Math.abs(y - bottom) <= 1 && x >= left && x < left +
			(label == 0 ? 8 : 12);
		return stem || foot ? 1 : 0;
	};

	/** A sky above a ground, with something anywhere in it. */
	private static final Painter PHOTOS = (x, y, label,
		drawn) -> (float) ((y < 8 + 8 * drawn[0] ? 1 : 0.3) - (Math.abs(x - 24 *
			drawn[1]) < 4 && Math.abs(y - 24 * drawn[2]) < 4 ? 0.5 : 0));

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void cellsMayBeTurnedAndMirrored(final int seed) {
		final AutomaticAugmentation.Choice choice = choice(IMAGES, seed, CELLS);
		assertEquals(Augmentation.MICROSCOPY, choice.augmentation(), choice
			.reason());
		assertTrue(choice.reason().startsWith(
			"Augmentation microscopy, chosen by " +
				"the images: turned and mirrored, the training images look like the " +
				"others"), choice.reason());
		assertTrue(choice.reason().endsWith(
			". Decide otherwise with augmentation=none, light, mirror or strong."),
			choice.reason());
	}

	/** Where somebody cut a cell out is no property of the cell. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4 })
	void cellsThatAreAllOffTheCenterMayBeTurnedToo(final int seed) {
		assertEquals(Augmentation.MICROSCOPY, choice(IMAGES, seed, cells(10, 13))
			.augmentation());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4 })
	void lettersMayNotBeMirrored(final int seed) {
		final AutomaticAugmentation.Choice choice = choice(IMAGES, seed, LETTERS);
		assertEquals(Augmentation.LIGHT, choice.augmentation(), choice.reason());
		assertTrue(choice.reason().contains(
			"the training images have a left and right"), choice.reason());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4 })
	void photosMayBeMirroredLeftToRight(final int seed) {
		final AutomaticAugmentation.Choice choice = choice(IMAGES, seed, PHOTOS);
		assertEquals(Augmentation.MIRROR, choice.augmentation(), choice.reason());
		assertTrue(choice.reason().contains("have an up and down"), choice
			.reason());
	}

	@Test
	void ofAHandfulOfImagesNothingIsBelieved() {
		final AutomaticAugmentation.Choice choice = choice(11, 1, CELLS);
		assertEquals(Augmentation.LIGHT, choice.augmentation());
		assertTrue(choice.reason().contains(
			"11 training images are too few to tell"), choice.reason());
	}

	@Test
	void theSameImagesAndSeedChooseTheSameForTheSameReason() {
		assertEquals(choice(IMAGES, 3, CELLS), choice(IMAGES, 3, CELLS));
	}

	/**
	 * The test is exact: under the null, a chance of 0.1 comes in 0.1 of cases.
	 */
	@Test
	void aSmallChanceIsAsRareAsItSays() {
		final int runs = 200;
		final long small = IntStream.range(0, runs).filter(run -> {
			final ImageSymmetries symmetries = new ImageSymmetries(1, SIDE, SIDE, 2);
			paint(null, symmetries, 20, 100 + run, CELLS);
			return symmetries.measure(new SeedTree(run)).get(Mirroring.LEFT_RIGHT)
				.chance() <= 0.1;
		}).count();
		// four standard deviations of 200 cases are 17
		assertTrue(small >= 3 && small <= 37, small + " of " + runs);
	}

	@Test
	void whatAllImagesOfAClassShareIsMeasured() {
		final ImageSymmetries symmetries = new ImageSymmetries(1, SIDE, SIDE, 2);
		paint(null, symmetries, IMAGES, 1, LETTERS);
		final Map<Mirroring, Asymmetry> found = symmetries.measure(new SeedTree(1));
		assertEquals(4, found.size());
		found.values().forEach(a -> assertTrue(a.isReal() && a.share() > 0.2 && a
			.share() <= 1, a.toString()));
	}

	/** The classes of these images only differ in their direction. */
	@Test
	void classesThatAreMirrorImagesOfEachOtherAreNoticed() {
		assertEquals(Augmentation.LIGHT, choice(IMAGES, 1, (x, y, label,
			drawn) -> LETTERS.value(label == 0 ? x : SIDE - 1 - x, y, 0, drawn))
			.augmentation());
	}

	@Test
	void imagesThatAreNotSquareHaveNoDiagonal() {
		final ImageSymmetries wide = new ImageSymmetries(3, 8, 20, 1);
		wide.add(new float[3 * 8 * 20], 0);
		assertFalse(wide.measure(new SeedTree(1)).containsKey(
			Mirroring.ROWS_COLUMNS));
	}

	@Test
	void imagesOfOneValueShareNothing() {
		final ImageSymmetries empty = new ImageSymmetries(1, SIDE, SIDE, 1);
		for (int i = 0; i < 20; i++)
			empty.add(new float[SIDE * SIDE], 0);
		empty.measure(new SeedTree(1)).values().forEach(a -> assertEquals(
			new Asymmetry(1, 0), a));
	}

	/** Between two colors a lens makes a shift that is none of the specimen. */
	@Test
	void colorsThatAreShiftedAgainstEachOtherAreNoUpAndDown() {
		final ImageSymmetries symmetries = new ImageSymmetries(2, SIDE, SIDE, 1);
		final SplittableRandom random = new SeedTree(5).random();
		for (int i = 0; i < IMAGES; i++) {
			final double[] drawn = random.doubles(6).toArray();
			final float[] image = new float[2 * SIDE * SIDE];
			for (int p = 0; p < image.length; p++) {
				final int y = p / SIDE % SIDE + (p < SIDE * SIDE ? 1 : -1);
				image[p] = CELLS.value(p % SIDE, y, 1, drawn) + (float) random
					.nextDouble() * 0.1f;
			}
			symmetries.add(image, 0);
		}
		assertFalse(symmetries.measure(new SeedTree(5)).get(Mirroring.UP_DOWN)
			.isReal());
	}
}

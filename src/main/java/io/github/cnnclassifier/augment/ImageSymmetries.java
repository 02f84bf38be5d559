
package io.github.cnnclassifier.augment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import io.github.cnnclassifier.random.SeedTree;

/**
 * Tells whether images look the same, as a population, when all of them are
 * mirrored or turned.
 * <p>
 * An exact test by sign flips. Where mirroring leaves the distribution of a
 * class as it is, the difference between an image and its mirror image is as
 * likely as its negative. So the mean difference of each class is compared with
 * those that arise when each difference gets a random sign; nothing is assumed
 * of the images but that they are independent. What shows only in single images
 * and not in the mean of a class is not found, such as two classes that are
 * mirror images of each other, turned in any direction.
 * <p>
 * Not thread-safe.
 */
final class ImageSymmetries {

	private static final int SIDE = SmallImage.SIDE;
	private static final int DRAWS = 999;

	/** Sums in another order differ that much. */
	private static final double ROUNDING = 1e-6;

	private final boolean isSquare;
	private final SmallImage small;
	private final List<List<float[]>> ofClass = new ArrayList<>();

	/**
	 * @param channels C of the images
	 * @param height H
	 * @param width W
	 * @param classes how many there are
	 */
	ImageSymmetries(final int channels, final int height, final int width,
		final int classes)
	{
		isSquare = height == width;
		small = new SmallImage(channels, height, width);
		for (int i = 0; i < classes; i++)
			ofClass.add(new ArrayList<>());
	}

	/**
	 * @param chw an image as the network sees it; only read
	 * @param label 0-based label index
	 */
	void add(final float[] chw, final int label) {
		ofClass.get(label).add(small.of(chw));
	}

	/** @return how many images were added */
	int images() {
		return ofClass.stream().mapToInt(List::size).sum();
	}

	/**
	 * @param seed of the random signs
	 * @return what was found for each mirroring that fits the shape of the images
	 */
	Map<Mirroring, Asymmetry> measure(final SeedTree seed) {
		final Map<Mirroring, Asymmetry> found = new EnumMap<>(Mirroring.class);
		for (final Mirroring mirroring : Mirroring.values()) {
			if (mirroring != Mirroring.ROWS_COLUMNS || isSquare) found.put(mirroring,
				measure(differences(mirroring), seed.child(mirroring.name()).random()));
		}
		return found;
	}

	/** Of each class that has images, of each image. */
	private List<float[][]> differences(final Mirroring mirroring) {
		return ofClass.stream().filter(images -> !images.isEmpty()).map(
			images -> images.stream().map(image -> difference(image, mirroring))
				.toArray(float[][]::new)).toList();
	}

	private static float[] difference(final float[] image,
		final Mirroring mirroring)
	{
		final float[] difference = new float[image.length];
		for (int i = 0; i < image.length; i++)
			difference[i] = image[i] - image[mirroring.source(i % SIDE, i / SIDE,
				SIDE)];
		return difference;
	}

	private static Asymmetry measure(final List<float[][]> differences,
		final SplittableRandom random)
	{
		final double observed = differences.stream().mapToDouble(
			ofOneClass -> common(ofOneClass, null)).sum();
		int asLarge = 1;
		double drawnSum = 0;
		for (int draw = 0; draw < DRAWS; draw++) {
			double drawn = 0;
			for (final float[][] ofOneClass : differences)
				drawn += common(ofOneClass, random);
			drawnSum += drawn;
			if (drawn >= observed * (1 - ROUNDING)) asLarge++;
		}
		double all = 0;
		for (final float[][] ofOneClass : differences) {
			for (final float[] difference : ofOneClass)
				all += squares(difference);
		}
		return new Asymmetry(asLarge / (DRAWS + 1.0), all > 0 ? (observed -
			drawnSum / DRAWS) / all : 0);
	}

	/**
	 * @param random gives each difference a sign; null leaves them as they are
	 * @return squared length of their sum, divided by their number
	 */
	private static double common(final float[][] differences,
		final SplittableRandom random)
	{
		final float[] sum = new float[SIDE * SIDE];
		long signs = -1;
		for (int i = 0; i < differences.length; i++) {
			if (random != null && i % Long.SIZE == 0) signs = random.nextLong();
			final float sign = (signs >>> i & 1) == 1 ? 1 : -1;
			final float[] difference = differences[i];
			for (int k = 0; k < sum.length; k++)
				sum[k] += sign * difference[k];
		}
		return squares(sum) / differences.length;
	}

	private static double squares(final float[] values) {
		double squares = 0;
		for (final float value : values)
			squares += (double) value * value;
		return squares;
	}
}


package io.github.cnnclassifier.benchmark.backbone;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import io.github.cnnclassifier.augment.Augmenter;
import io.github.cnnclassifier.random.SeedTree;

/**
 * Batches from several sets at once. What a batch holds depends on its number
 * and the seed alone, so that an interrupted run goes on with what it would
 * have seen.
 */
final class PictureBatches {

	/** Inputs N,1,H,W and the label index of each among all classes. */
	record Batch(float[] inputs, int[] labels) {
	}

	private static final double INVERTED = 0.25;
	private static final double LARGEST_STRETCH = 0.3;
	private static final double LARGEST_OFFSET = 0.3;

	private final List<PictureSet> sets;
	private final List<Augmenter> augmenters;
	private final double[] shares;
	private final int[] firstLabels;
	private final SeedTree seed;

	/** @param wishes how often each set is drawn, in proportion */
	PictureBatches(final List<PictureSet> sets, final List<Double> wishes,
		final SeedTree seed)
	{
		this.sets = sets;
		this.seed = seed;
		augmenters = sets.stream().map(s -> new Augmenter(s.augmentation()))
			.toList();
		shares = new double[sets.size()];
		firstLabels = new int[sets.size()];
		double total = 0;
		int labels = 0;
		for (int i = 0; i < shares.length; i++) {
			total += wishes.get(i);
			shares[i] = total;
			firstLabels[i] = labels;
			labels += sets.get(i).labels().size();
		}
		for (int i = 0; i < shares.length; i++)
			shares[i] /= total;
	}

	/** @return SET/CLASS by label index */
	List<String> labels() {
		final List<String> labels = new ArrayList<>();
		sets.forEach(s -> s.labels().forEach(l -> labels.add(s.name() + "/" + l)));
		return labels;
	}

	Batch of(final long number, final int size) {
		final float[] inputs = new float[size * Picture.AREA];
		final int[] labels = new int[size];
		final float[] augmented = new float[Picture.AREA];
		for (int i = 0; i < size; i++) {
			final SplittableRandom random = seed.child(number).child(i).random();
			final int s = draw(random.nextDouble());
			final PictureSet set = sets.get(s);
			final Picture picture = set.draw(random);
			labels[i] = firstLabels[s] + picture.label();
			final float[] gray = picture.gray(random);
			if (random.nextDouble() < INVERTED) invert(gray, set.mean());
			augmenters.get(s).apply(gray, 1, Picture.SIDE, Picture.SIDE, random,
				augmented);
			final double factor = Math.exp(LARGEST_STRETCH * (2 * random
				.nextDouble() - 1)) / set.deviation();
			final double offset = LARGEST_OFFSET * (2 * random.nextDouble() - 1);
			for (int p = 0; p < Picture.AREA; p++)
				inputs[i * Picture.AREA + p] = (float) ((augmented[p] - set.mean()) *
					factor + offset);
		}
		return new Batch(inputs, labels);
	}

	/** Bright on dark becomes dark on bright, around the same mean. */
	private static void invert(final float[] gray, final float mean) {
		for (int i = 0; i < gray.length; i++)
			gray[i] = 2 * mean - gray[i];
	}

	private int draw(final double share) {
		int set = 0;
		while (set < shares.length - 1 && share > shares[set])
			set++;
		return set;
	}
}


package io.github.cnnclassifier.augment;

import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;

import io.github.cnnclassifier.random.SeedTree;

/**
 * Changes images at random: first where things are, then what values they have.
 * Immutable and thread-safe.
 */
public final class Augmenter {

	private static final Set<Change> OF_PLACE = EnumSet.range(
		Change.FLIP_HORIZONTAL, Change.ELASTIC);

	private final Augmentation augmentation;
	private final boolean changesPlace;
	private final boolean changesValues;

	/** @param augmentation how far images are changed */
	public Augmenter(final Augmentation augmentation) {
		this.augmentation = augmentation;
		changesPlace = OF_PLACE.stream().anyMatch(augmentation::has);
		changesValues = !OF_PLACE.containsAll(augmentation.amounts().keySet());
	}

	/**
	 * @param chw input in the order C,H,W; only read
	 * @param channels C, all moved alike
	 * @param height H
	 * @param width W
	 * @param random advanced by the same number of draws whatever is drawn, so
	 *          that a change looks the same whichever others are made
	 * @param out receives the result, C,H,W; not the input array
	 */
	public void apply(final float[] chw, final int channels, final int height,
		final int width, final SplittableRandom random, final float[] out)
	{
		final AffineMap map = AffineMap.draw(augmentation, width, height, random);
		final SplittableRandom distortion = new SeedTree(random.nextLong())
			.random();
		final Exposure exposure = new Exposure(augmentation, random);
		if (changesPlace) new Warp(map, augmentation.has(Change.ELASTIC)
			? new ElasticField(augmentation.amount(Change.ELASTIC), width, height,
				distortion) : null, width, height).apply(chw, channels, out);
		else System.arraycopy(chw, 0, out, 0, channels * height * width);
		if (changesValues) exposure.apply(out, channels, height, width);
	}
}

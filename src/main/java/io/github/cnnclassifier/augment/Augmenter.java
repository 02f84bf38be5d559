
package io.github.cnnclassifier.augment;

import java.util.SplittableRandom;

/**
 * Applies one random affine map to an image. Immutable and thread-safe.
 */
public final class Augmenter {

	private final Augmentation augmentation;

	/** @param augmentation how far images are changed */
	public Augmenter(final Augmentation augmentation) {
		this.augmentation = augmentation;
	}

	/**
	 * @param chw input in the order C,H,W; only read
	 * @param channels C, all changed alike
	 * @param height H
	 * @param width W
	 * @param random advanced by the same number of draws whatever is drawn
	 * @param out receives the result, C,H,W; not the input array
	 */
	public void apply(final float[] chw, final int channels, final int height,
		final int width, final SplittableRandom random, final float[] out)
	{
		throw new UnsupportedOperationException();
	}
}

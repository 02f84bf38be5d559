
package io.github.cnnclassifier.augment;

/**
 * How different images look, as a population, from their mirror images.
 *
 * @param chance probability of a mean difference as large as theirs if there
 *          were none, 0.001 to 1
 * @param share part of what differs between an image and its mirror image that
 *          all images of a class have in common, about 0 if there is nothing,
 *          at most 1; may be slightly negative, as it is an estimate
 */
record Asymmetry(double chance, double share) {

	/**
	 * Both were chosen on images of cells, plankton, digits, clothes and photos,
	 * see docs/training.md.
	 */
	private static final double SMALLEST_CHANCE = 0.01;

	/** Light that falls from one side, or a lens, make up to half of it. */
	private static final double SMALLEST_SHARE = 0.04;

	/**
	 * @return whether the difference is neither chance nor too small to matter
	 */
	boolean isReal() {
		return chance <= SMALLEST_CHANCE && share >= SMALLEST_SHARE;
	}
}


package io.github.cnnclassifier.image;

/**
 * One axis of an image on its way to the input: some pixels in the middle are
 * taken, resampled, and some in the middle of these are kept.
 *
 * @param first 0-based index of the first pixel taken
 * @param taken pixels of the image, at least 1
 * @param resampled how many the taken ones become, at least 1
 * @param skipped resampled ones dropped at the beginning
 * @param kept resampled ones kept, at least 1
 */
record Span(int first, int taken, int resampled, int skipped, int kept) {

	/** All pixels become the target. */
	static Span whole(final int source, final int target) {
		return new Span(0, source, target, 0, target);
	}

	/** The middle ones become the target. */
	static Span middle(final int source, final int taken, final int target) {
		return new Span((source - taken) / 2, taken, target, 0, target);
	}

	/**
	 * Every pixel becomes {@code factor} pixels; at most the target, from the
	 * middle, are kept. A little more than needed is taken: the pixels beside the
	 * kept ones have a part in interpolation, and rounding to whole pixels shall
	 * not change the factor.
	 */
	static Span magnified(final int source, final double factor,
		final int target)
	{
		final long all = Math.max(1, Math.round(source * factor));
		if (all <= target) return whole(source, (int) all);
		int taken = (int) Math.min(source, Math.ceil(target / factor) + 2);
		// the middle of an odd number of pixels is no border between two
		if ((source - taken) % 2 != 0) taken++;
		final int resampled = (int) Math.max(target, Math.round(taken * factor));
		return new Span((source - taken) / 2, taken, resampled, (resampled -
			target) / 2, target);
	}

	boolean isIdentity(final int source) {
		return taken == source && resampled == source && kept == source;
	}
}


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
	 * Every pixel becomes {@code factor} pixels, all of them together a whole
	 * number; at most the target, from the middle, are kept. Of an odd rest one
	 * more is dropped at the end.
	 */
	static Span magnified(final int source, final double factor,
		final int target)
	{
		final int all = (int) Math.min(Integer.MAX_VALUE, Math.max(1, Math.round(
			source * factor)));
		return all <= target ? whole(source, all) : new Span(0, source, all, (all -
			target) / 2, target);
	}

	/** @return how many pixels of the image are in what is kept, at least 1 */
	int shown() {
		return (int) Math.max(1, Math.round((double) taken * kept / resampled));
	}

	boolean isIdentity(final int source) {
		return taken == source && resampled == source && kept == source;
	}
}

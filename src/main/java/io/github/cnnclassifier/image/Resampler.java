
package io.github.cnnclassifier.image;

/**
 * Stretches image planes to another size, each axis by itself: the average over
 * the covered area where an axis shrinks, linear interpolation between pixel
 * centers where it grows, the very same values where it stays. Sums are kept in
 * double precision; equal values always stay equal.
 * <p>
 * Immutable and thread-safe.
 */
public final class Resampler {

	private final int sourceWidth;
	private final int sourceHeight;
	private final boolean identity;
	private final Axis horizontal;
	private final Axis vertical;

	/**
	 * @param sourceWidth in pixels, at least 1
	 * @param sourceHeight in pixels, at least 1
	 * @param targetWidth in pixels, at least 1
	 * @param targetHeight in pixels, at least 1
	 */
	public Resampler(final int sourceWidth, final int sourceHeight,
		final int targetWidth, final int targetHeight)
	{
		this(Span.whole(sourceWidth, targetWidth), Span.whole(sourceHeight,
			targetHeight));
	}

	/** The source is what the spans take; the target is what they keep. */
	Resampler(final Span x, final Span y) {
		sourceWidth = x.taken();
		sourceHeight = y.taken();
		identity = x.isIdentity(sourceWidth) && y.isIdentity(sourceHeight);
		horizontal = Axis.of(x);
		vertical = Axis.of(y);
	}

	/** @return whether source and target have the same size */
	public boolean isIdentity() {
		return identity;
	}

	/**
	 * @param chw planes of the source size, order C,H,W; only read
	 * @param channels C
	 * @return a new array of planes of the target size
	 */
	public float[] resample(final float[] chw, final int channels) {
		if (isIdentity()) return chw.clone();
		final int targetWidth = horizontal.size();
		final int targetArea = targetWidth * vertical.size();
		final float[] out = new float[channels * targetArea];
		final double[] rows = new double[vertical.covered() * targetWidth];
		for (int c = 0; c < channels; c++) {
			narrow(chw, c * sourceWidth * sourceHeight, rows);
			flatten(rows, out, c * targetArea);
		}
		return out;
	}

	/** Resamples each row of one plane that has a part in the target. */
	private void narrow(final float[] chw, final int plane, final double[] rows) {
		final int targetWidth = horizontal.size();
		for (int y = 0; y < vertical.covered(); y++) {
			final int row = plane + (vertical.first[0] + y) * sourceWidth;
			for (int x = 0; x < targetWidth; x++) {
				final int first = row + horizontal.first[x];
				final double[] weights = horizontal.weights[x];
				double sum = 0;
				for (int k = 0; k < weights.length; k++) {
					sum += weights[k] * chw[first + k];
				}
				rows[y * targetWidth + x] = sum;
			}
		}
	}

	/** Combines the resampled rows into one plane of the target. */
	private void flatten(final double[] rows, final float[] out,
		final int plane)
	{
		final int targetWidth = horizontal.size();
		for (int y = 0; y < vertical.size(); y++) {
			final int first = (vertical.first[y] - vertical.first[0]) * targetWidth;
			final double[] weights = vertical.weights[y];
			for (int x = 0; x < targetWidth; x++) {
				double sum = 0;
				for (int k = 0; k < weights.length; k++) {
					sum += weights[k] * rows[first + k * targetWidth + x];
				}
				out[plane + y * targetWidth + x] = (float) sum;
			}
		}
	}

	/** For each target position the first source position and the weights. */
	private static final class Axis {

		private final int[] first;
		private final double[][] weights;

		private Axis(final int size) {
			first = new int[size];
			weights = new double[size][];
		}

		int size() {
			return first.length;
		}

		/** @return how many source positions have a part in the target */
		int covered() {
			final int last = size() - 1;
			return first[last] + weights[last].length - first[0];
		}

		static Axis of(final Span span) {
			return span.resampled() < span.taken() ? averaging(span) : interpolating(
				span);
		}

		/**
		 * On a common scale of source * target units, a source pixel is
		 * {@code target} units long and a target pixel {@code source}; overlaps are
		 * whole numbers.
		 */
		private static Axis averaging(final Span span) {
			final int source = span.taken();
			final int target = span.resampled();
			final Axis axis = new Axis(span.kept());
			for (int i = 0; i < axis.size(); i++) {
				final long begin = ((long) span.skipped() + i) * source;
				final long end = begin + source;
				final int first = (int) (begin / target);
				final int last = (int) ((end - 1) / target);
				final double[] weights = new double[last - first + 1];
				for (int j = first; j <= last; j++) {
					final long overlap = Math.min(end, (j + 1L) * target) - Math.max(
						begin, (long) j * target);
					weights[j - first] = (double) overlap / source;
				}
				axis.first[i] = first;
				axis.weights[i] = weights;
			}
			return axis;
		}

		private static Axis interpolating(final Span span) {
			final int source = span.taken();
			final int target = span.resampled();
			final Axis axis = new Axis(span.kept());
			for (int i = 0; i < axis.size(); i++) {
				// pixel centers lie half a pixel from the edge, in both sizes
				final long numerator = (2L * (span.skipped() + i) + 1) * source -
					target;
				final double position = Math.min(source - 1.0, Math.max(0, numerator /
					(2.0 * target)));
				final int first = (int) position;
				final double fraction = position - first;
				axis.first[i] = first;
				axis.weights[i] = fraction == 0 ? new double[] { 1 } : new double[] {
					1 - fraction, fraction };
			}
			return axis;
		}
	}
}

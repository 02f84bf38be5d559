
package io.github.cnnclassifier.engine.dl4j;

/**
 * The inner loops: one statement over arrays that are all read and written at
 * the same index, which is what Java's compiler vectorises.
 */
final class Loops {

	private Loops() {}

	/** a += b. */
	static void add(final float[] a, final float[] b, final int from,
		final int to)
	{
		for (int i = from; i < to; i++)
			a[i] += b[i];
	}

	/** a = max(a, b). */
	static void larger(final float[] a, final float[] b, final int n) {
		for (int i = 0; i < n; i++)
			a[i] = Math.max(a[i], b[i]);
	}

	/** a += b * factor. */
	static void addScaled(final float[] a, final float[] b, final float factor,
		final int n)
	{
		for (int i = 0; i < n; i++)
			a[i] += b[i] * factor;
	}

	/** a += b * c. */
	static void addProduct(final float[] a, final float[] b, final float[] c,
		final int n)
	{
		for (int i = 0; i < n; i++)
			a[i] += b[i] * c[i];
	}

	/** Repeats the first {@code period} values up to {@code n}. */
	static void repeat(final float[] a, final int period, final int n) {
		int done = period;
		while (done < n) {
			final int count = Math.min(done, n - done);
			System.arraycopy(a, 0, a, done, count);
			done += count;
		}
	}
}

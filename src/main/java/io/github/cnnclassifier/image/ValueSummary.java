
package io.github.cnnclassifier.image;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What one pass over the values of one channel tells.
 * <p>
 * Immutable and thread-safe.
 *
 * @param min smallest value; NaN if any value is not a number, and then the
 *          other figures say nothing
 * @param max largest value
 * @param sum of all values
 * @param maxCount how many values are equal to the largest one
 * @param next largest value below the largest one; negative infinity if all
 *          values are equal
 * @param nextCount how many values are equal to {@code next}
 */
public record ValueSummary(float min, float max, double sum, long maxCount,
		float next, long nextCount)
{

	private static final int BYTE_VALUES = 1 << Byte.SIZE;

	/**
	 * @param image any
	 * @return the figures of the values of each channel, in order
	 */
	public static List<ValueSummary> of(final SampleImage image) {
		final int area = image.width() * image.height();
		return IntStream.range(0, image.channels()).mapToObj(c -> image.pixels()
			.summary(c * area, area)).toList();
	}

	/** Counting how often each value occurs is faster than comparing. */
	static ValueSummary of(final byte[] unsigned, final int from,
		final int count)
	{
		final int[] counts = counts(unsigned, from, count);
		long sum = 0;
		int min = -1;
		int max = -1;
		int next = -1;
		for (int v = 0; v < counts.length; v++) {
			if (counts[v] == 0) continue;
			sum += (long) v * counts[v];
			if (min < 0) min = v;
			next = max;
			max = v;
		}
		return new ValueSummary(min, max, sum, counts[max], next < 0
			? Float.NEGATIVE_INFINITY : next, next < 0 ? 0 : counts[next]);
	}

	/**
	 * In several tables: neighbors are often equal, and with a single one each
	 * would have to wait until the one before is counted.
	 */
	private static int[] counts(final byte[] unsigned, final int from,
		final int count)
	{
		final int[] a = new int[BYTE_VALUES];
		final int[] b = new int[BYTE_VALUES];
		final int[] c = new int[BYTE_VALUES];
		final int[] d = new int[BYTE_VALUES];
		final int end = from + count;
		int i = from;
		for (; i < end - 3; i += 4) {
			a[unsigned[i] & 0xff]++;
			b[unsigned[i + 1] & 0xff]++;
			c[unsigned[i + 2] & 0xff]++;
			d[unsigned[i + 3] & 0xff]++;
		}
		for (; i < end; i++) {
			a[unsigned[i] & 0xff]++;
		}
		for (int v = 0; v < BYTE_VALUES; v++) {
			a[v] += b[v] + c[v] + d[v];
		}
		return a;
	}

	static ValueSummary of(final float[] values, final int from,
		final int count)
	{
		double sum = 0;
		float min = Float.POSITIVE_INFINITY;
		float max = Float.NEGATIVE_INFINITY;
		float next = Float.NEGATIVE_INFINITY;
		long maxCount = 0;
		long nextCount = 0;
		for (int i = from; i < from + count; i++) {
			final float v = values[i];
			sum += v;
			min = Math.min(min, v);
			if (v < next) continue;
			if (v == max) maxCount++;
			else if (v > max) {
				next = max;
				nextCount = maxCount;
				max = v;
				maxCount = 1;
			}
			else if (v == next) nextCount++;
			else {
				next = v;
				nextCount = 1;
			}
		}
		return new ValueSummary(min, max, sum, maxCount, next, nextCount);
	}
}

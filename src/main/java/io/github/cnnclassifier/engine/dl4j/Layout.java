
package io.github.cnnclassifier.engine.dl4j;

import java.util.Arrays;
import java.util.List;

import io.github.cnnclassifier.model.NetworkPlan.Step;
import io.github.cnnclassifier.model.ParameterShape;

/**
 * How a stored weight tensor and the native one differ: seen as three axes, two
 * of them may change places. It may be blocks one after the other for each of
 * which this holds.
 */
final class Layout {

	private final int first;
	private final int second;
	private final int third;
	private final boolean lastToFront;
	private final int blocks;

	private Layout(final int first, final int second, final int third,
		final boolean lastToFront, final int blocks)
	{
		this.first = first;
		this.second = second;
		this.third = third;
		this.lastToFront = lastToFront;
		this.blocks = blocks;
	}

	private static Layout unchanged(final int size) {
		return new Layout(1, 1, size, false, 1);
	}

	/**
	 * @param flattened what was flattened into the input of this dense layer;
	 *          null if it is no such layer
	 * @return for a kernel O,I,Y,X to Y,X,I,O, for one of C,1,Y,X to Y,X,C; for
	 *         the rows of such a dense layer C,H,W to H,W,C; otherwise no change
	 */
	static Layout of(final Step step, final ParameterShape parameter,
		final Flattened flattened)
	{
		final int[] s = parameter.shape();
		if (s.length == 4) return new Layout(s[0], s[1], s[2] * s[3], true, 1);
		if (flattened != null && s.length == 2) return flattened.layout(s[1]);
		return unchanged(s.length == 2 ? s[0] * s[1] : s[0]);
	}

	/**
	 * @param size of a row
	 * @param flattened what was flattened into the row; null if nothing was
	 * @return for such a row C,H,W to H,W,C; otherwise no change
	 */
	static Layout ofRow(final int size, final Flattened flattened) {
		return flattened == null ? unchanged(size) : flattened.layout(1);
	}

	/**
	 * What was flattened into one row.
	 *
	 * @param image C,H,W
	 * @param images how many of them, one after the other
	 */
	record Flattened(List<Integer> image, int images) {

		private Layout layout(final int valuesEach) {
			return new Layout(image.get(0), image.get(1) * image.get(2), valuesEach,
				false, images);
		}
	}

	/** @return a copy of many rows in the order in which they are stored */
	float[] rowsToStored(final float[] rows, final int count) {
		final float[] stored = new float[rows.length];
		final int size = rows.length / count;
		for (int start = 0; start < rows.length; start += size)
			System.arraycopy(toStored(Arrays.copyOfRange(rows, start, start + size)),
				0, stored, start, size);
		return stored;
	}

	/** @return a copy in native order */
	float[] toNative(final float[] stored) {
		return copy(stored, true);
	}

	/** @return a copy in the order in which weights are stored */
	float[] toStored(final float[] values) {
		return copy(values, false);
	}

	private float[] copy(final float[] from, final boolean toNative) {
		final float[] to = new float[from.length];
		final int size = first * second * third;
		for (int block = 0; block < blocks; block++)
			copy(from, to, block * size, toNative);
		return to;
	}

	private void copy(final float[] from, final float[] to, final int start,
		final boolean toNative)
	{
		int stored = start;
		for (int i = 0; i < first; i++) {
			for (int j = 0; j < second; j++) {
				for (int k = 0; k < third; k++, stored++) {
					final int other = start + (lastToFront ? (k * second + j) * first + i
						: (j * first + i) * third + k);
					if (toNative) to[other] = from[stored];
					else to[stored] = from[other];
				}
			}
		}
	}
}

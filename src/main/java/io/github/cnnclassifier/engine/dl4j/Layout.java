
package io.github.cnnclassifier.engine.dl4j;

import java.util.Arrays;
import java.util.List;

import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.NetworkPlan.Step;
import io.github.cnnclassifier.model.ParameterShape;

/**
 * How a stored weight tensor and the native one differ: seen as three axes, two
 * of them may change places.
 */
final class Layout {

	private final int first;
	private final int second;
	private final int third;
	private final boolean lastToFront;

	private Layout(final int first, final int second, final int third,
		final boolean lastToFront)
	{
		this.first = first;
		this.second = second;
		this.third = third;
		this.lastToFront = lastToFront;
	}

	/**
	 * @param flattened C,H,W of the image that was flattened into the input of
	 *          this dense layer; null if it is no such layer
	 * @return for a kernel O,I,Y,X to Y,X,I,O; for the rows of such a dense layer
	 *         C,H,W to H,W,C; otherwise no change
	 */
	static Layout of(final Step step, final ParameterShape parameter,
		final List<Integer> flattened)
	{
		final int[] s = parameter.shape();
		if (step.layer() instanceof Conv && s.length == 4) return new Layout(s[0],
			s[1], s[2] * s[3], true);
		if (flattened != null && s.length == 2) return new Layout(flattened.get(0),
			flattened.get(1) * flattened.get(2), s[1], false);
		return new Layout(1, 1, s.length == 2 ? s[0] * s[1] : s[0], false);
	}

	/**
	 * @param size of a row
	 * @param flattened C,H,W of the image that was flattened into the row; null
	 *          if there is none
	 * @return for such a row C,H,W to H,W,C; otherwise no change
	 */
	static Layout ofRow(final int size, final List<Integer> flattened) {
		return flattened == null ? new Layout(1, 1, size, false) : new Layout(
			flattened.get(0), flattened.get(1) * flattened.get(2), 1, false);
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
		int stored = 0;
		for (int i = 0; i < first; i++) {
			for (int j = 0; j < second; j++) {
				for (int k = 0; k < third; k++, stored++) {
					final int other = lastToFront ? (k * second + j) * first + i : (j *
						first + i) * third + k;
					if (toNative) to[other] = from[stored];
					else to[stored] = from[other];
				}
			}
		}
		return to;
	}
}

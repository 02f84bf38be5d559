
package io.github.cnnclassifier.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Finds the images behind a number of an evaluation: exactly as many as the
 * number says. Sorted once, so that a choice among many images takes no time.
 * Immutable and thread-safe.
 */
public final class ChosenImages {

	private final int[] actual;
	private final int[] predicted;
	private final int[] bar;
	/** Positions of the predictions, the surest first. */
	private final int[] surestFirst;

	/** @param predictions in any order; may be empty */
	public ChosenImages(final List<LabeledPrediction> predictions) {
		final int count = predictions.size();
		actual = new int[count];
		predicted = new int[count];
		bar = new int[count];
		final float[] confidence = new float[count];
		for (int i = 0; i < count; i++) {
			final LabeledPrediction p = predictions.get(i);
			actual[i] = p.actual();
			predicted[i] = p.predicted();
			confidence[i] = p.prediction().probabilities()[predicted[i]];
			bar[i] = ConfidenceHistogram.barOf(confidence[i]);
		}
		surestFirst = surestFirst(confidence);
	}

	/** Numbers are sorted far faster than objects that hold them. */
	private static int[] surestFirst(final float[] confidence) {
		final long[] keys = new long[confidence.length];
		for (int i = 0; i < keys.length; i++) {
			// bits of floats from 0 on are in the order of the floats
			final long rank = Integer.MAX_VALUE - Float.floatToIntBits(confidence[i]);
			keys[i] = rank << Integer.SIZE | i;
		}
		Arrays.sort(keys);
		return LongStream.of(keys).mapToInt(key -> (int) key).toArray();
	}

	/**
	 * @param choice which images
	 * @return their positions among the predictions, the surest first, equals in
	 *         the order of the predictions; a new array
	 */
	public int[] of(final ImageChoice choice) {
		return IntStream.of(surestFirst).filter(i -> fits(choice.actual(),
			actual[i]) && (choice.predicted() == ImageChoice.OTHER
				? predicted[i] != actual[i] : fits(choice.predicted(), predicted[i])) &&
			fits(choice.bar(), bar[i])).toArray();
	}

	private static boolean fits(final int wanted, final int found) {
		return wanted == ImageChoice.ANY || wanted == found;
	}
}

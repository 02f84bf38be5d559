
package io.github.cnnclassifier.transfer;

import java.util.List;

/**
 * A last layer for somebody who is labeling: fitted to a few labeled rows of
 * features, again and again, in milliseconds. A new fit begins where the former
 * one ended. Immutable and thread-safe.
 */
public final class LiveHead {

	/**
	 * Of all weights together, for each of the labeled rows: with few rows the
	 * weights are held small, with many hardly.
	 */
	private static final double PENALTY = 10;
	private static final int MOST_STEPS = 60;
	/** What is shown has four decimals at most. */
	private static final double TOLERANCE = 1e-4;

	/** F,K and then K. */
	private final double[] solution;
	private final float[] weights;
	private final int features;
	private final int classes;

	private LiveHead(final double[] solution, final int features,
		final int classes)
	{
		this.solution = solution;
		this.features = features;
		this.classes = classes;
		weights = new float[solution.length];
		for (int i = 0; i < weights.length; i++)
			weights[i] = (float) solution[i];
	}

	/**
	 * Rows of a rare class weigh more, by the root of how rare it is: whoever
	 * confirms whole groups at once does not label the classes as often as they
	 * are.
	 *
	 * @param rows features of the labeled ones, of about mean 0 and deviation 1,
	 *          all of one length; only read
	 * @param labels 0-based label of each row; each of them at least once
	 * @param classes how many labels there are, at least 2
	 * @param former where to begin; null, or one of other features or classes, to
	 *          begin at nothing
	 * @return the head; the same for the same rows, but for what a former one
	 *         leaves behind the last digit that counts
	 */
	public static LiveHead fit(final List<float[]> rows, final int[] labels,
		final int classes, final LiveHead former)
	{
		final int[] counts = new int[classes];
		for (final int label : labels)
			counts[label]++;
		final double[] shares = new double[labels.length];
		for (int i = 0; i < shares.length; i++)
			shares[i] = 1 / Math.sqrt(counts[labels[i]]);
		final int features = rows.get(0).length;
		final SoftmaxRegression regression = new SoftmaxRegression(rows.toArray(
			float[][]::new), labels, shares, classes);
		final double[] at = former != null && former.features == features &&
			former.classes == classes ? former.solution.clone() : regression.origin();
		regression.fit(PENALTY / labels.length, at, MOST_STEPS, TOLERANCE);
		return new LiveHead(at, features, classes);
	}

	/**
	 * @param row of features, as those it was fitted to
	 * @return the probability of each label, sum 1; a new array
	 */
	public float[] probabilities(final float[] row) {
		final float[] scores = new float[classes];
		System.arraycopy(weights, features * classes, scores, 0, classes);
		for (int f = 0; f < features; f++) {
			final float value = row[f];
			final int from = f * classes;
			for (int k = 0; k < classes; k++)
				scores[k] += value * weights[from + k];
		}
		float most = scores[0];
		for (final float score : scores)
			most = Math.max(most, score);
		float sum = 0;
		for (int k = 0; k < classes; k++) {
			scores[k] = (float) Math.exp(scores[k] - most);
			sum += scores[k];
		}
		for (int k = 0; k < classes; k++)
			scores[k] /= sum;
		return scores;
	}
}

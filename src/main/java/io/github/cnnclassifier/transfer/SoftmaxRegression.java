
package io.github.cnnclassifier.transfer;

import java.util.Arrays;

/**
 * Multinomial logistic regression with an L2 penalty: the minimum over weights
 * W and biases b of
 *
 * <pre>
 * sum(w_i * crossEntropy(softmax(W x_i + b), y_i)) / sum(w_i) + strength / 2 * |W|^2
 * </pre>
 *
 * which is convex, so that the result does not depend on a seed or an order.
 * scikit-learn's {@code LogisticRegression} finds the same with C = 1 /
 * (strength * sum(w_i)).
 */
final class SoftmaxRegression {

	private static final int MOST_STEPS = 300;
	private static final double TOLERANCE = 1e-5;

	private final float[][] columns;
	private final int[] labels;
	private final double[] shares;
	private final int classes;
	private final int rows;

	/**
	 * @param features one row for each example, all of the same length
	 * @param labels 0-based label index of each row
	 * @param rowWeights weight of each row, above 0
	 * @param classes number of classes
	 */
	SoftmaxRegression(final float[][] features, final int[] labels,
		final double[] rowWeights, final int classes)
	{
		this.labels = labels;
		this.classes = classes;
		rows = features.length;
		// by column, so that the loops over rows are simple and fast
		columns = new float[features[0].length][rows];
		for (int i = 0; i < rows; i++) {
			for (int f = 0; f < columns.length; f++)
				columns[f][i] = features[i][f];
		}
		double sum = 0;
		for (final double weight : rowWeights)
			sum += weight;
		shares = new double[rows];
		for (int i = 0; i < rows; i++)
			shares[i] = rowWeights[i] / sum;
	}

	/**
	 * @param strength of the penalty, above 0
	 * @param start F * K weights, then K biases, where the search begins; changed
	 *          into the solution
	 */
	void fit(final double strength, final double[] start) {
		fit(strength, start, MOST_STEPS, TOLERANCE);
	}

	/**
	 * @param strength of the penalty, above 0
	 * @param start where the search begins; changed into where it ends
	 * @param mostSteps after which it ends at the latest
	 * @param tolerance largest part of the gradient that counts as 0
	 */
	void fit(final double strength, final double[] start, final int mostSteps,
		final double tolerance)
	{
		Lbfgs.minimize((at, gradient) -> value(strength, at, gradient), start,
			mostSteps, tolerance);
	}

	/** @return where a search begins that knows nothing */
	double[] origin() {
		return new double[(columns.length + 1) * classes];
	}

	private double value(final double strength, final double[] at,
		final double[] gradient)
	{
		final int weights = columns.length * classes;
		final double[][] errors = new double[classes][rows];
		for (int k = 0; k < classes; k++) {
			final double[] scores = errors[k];
			Arrays.fill(scores, at[weights + k]);
			for (int f = 0; f < columns.length; f++) {
				final double weight = at[f * classes + k];
				final float[] column = columns[f];
				for (int i = 0; i < rows; i++)
					scores[i] += weight * column[i];
			}
		}
		double value = toErrors(errors);
		for (int k = 0; k < classes; k++) {
			final double[] error = errors[k];
			double sum = 0;
			for (int i = 0; i < rows; i++)
				sum += error[i];
			gradient[weights + k] = sum;
			for (int f = 0; f < columns.length; f++) {
				final int w = f * classes + k;
				gradient[w] = dot(columns[f], error) + strength * at[w];
				value += strength / 2 * at[w] * at[w];
			}
		}
		return value;
	}

	/** Turns scores into what the loss changes by, and returns the loss. */
	private double toErrors(final double[][] scores) {
		final double[] row = new double[classes];
		double loss = 0;
		for (int i = 0; i < rows; i++) {
			for (int k = 0; k < classes; k++)
				row[k] = scores[k][i];
			Softmax.of(row);
			loss -= shares[i] * Math.log(Math.max(Double.MIN_NORMAL, row[labels[i]]));
			for (int k = 0; k < classes; k++)
				scores[k][i] = shares[i] * (row[k] - (k == labels[i] ? 1 : 0));
		}
		return loss;
	}

	/** With four sums, which a processor can keep going at once. */
	private static double dot(final float[] a, final double[] b) {
		double s0 = 0;
		double s1 = 0;
		double s2 = 0;
		double s3 = 0;
		int i = 0;
		for (; i + 3 < b.length; i += 4) {
			s0 += a[i] * b[i];
			s1 += a[i + 1] * b[i + 1];
			s2 += a[i + 2] * b[i + 2];
			s3 += a[i + 3] * b[i + 3];
		}
		for (; i < b.length; i++)
			s0 += a[i] * b[i];
		return s0 + s1 + s2 + s3;
	}
}

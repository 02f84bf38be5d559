
package io.github.cnnclassifier.transfer;

import java.util.Arrays;
import java.util.stream.IntStream;

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
	/** Of these a part of the columns stays in the cache of a processor. */
	private static final int ROWS_IN_PART = 512;
	private static final int COLUMNS_IN_PART = 8;
	/** Multiplications of a look, above which several threads are faster. */
	private static final int WORK_OF_MANY = 1 << 20;
	private static final Watch UNWATCHED = look -> {};

	/** Sees the search at work. */
	@FunctionalInterface
	interface Watch {

		/** @param number of the looks at the function before this one */
		void look(int number);
	}

	/** Of the rows or columns. */
	@FunctionalInterface
	private interface Part {

		void compute(int from, int to);
	}

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
		fit(strength, start, UNWATCHED);
	}

	/**
	 * @param strength of the penalty, above 0
	 * @param start where the search begins; changed into the solution
	 * @param watch sees each look, and may end the fit by an exception
	 */
	void fit(final double strength, final double[] start, final Watch watch) {
		fit(strength, start, MOST_STEPS, TOLERANCE, watch);
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
		fit(strength, start, mostSteps, tolerance, UNWATCHED);
	}

	private void fit(final double strength, final double[] start,
		final int mostSteps, final double tolerance, final Watch watch)
	{
		final double[][] errors = new double[classes][rows];
		final int[] looks = new int[1];
		Lbfgs.minimize((at, gradient) -> {
			watch.look(looks[0]++);
			return value(strength, at, gradient, errors);
		}, start, mostSteps, tolerance);
	}

	/** @return where a search begins that knows nothing */
	double[] origin() {
		return new double[(columns.length + 1) * classes];
	}

	/** @param errors K,N; used up */
	private double value(final double strength, final double[] at,
		final double[] gradient, final double[][] errors)
	{
		final int weights = columns.length * classes;
		final double[] losses = new double[rows];
		inParts(rows, ROWS_IN_PART, (from, to) -> {
			addScores(at, errors, from, to);
			toErrors(errors, losses, from, to);
		});
		double value = 0;
		for (final double loss : losses)
			value -= loss;
		inParts(columns.length, COLUMNS_IN_PART, (from, to) -> addGradient(strength,
			at, errors, gradient, from, to));
		for (int k = 0; k < classes; k++) {
			double sum = 0;
			for (final double error : errors[k])
				sum += error;
			gradient[weights + k] = sum;
			for (int f = 0; f < columns.length; f++) {
				final int w = f * classes + k;
				value += strength / 2 * at[w] * at[w];
			}
		}
		return value;
	}

	/**
	 * On the cores of the machine where that pays. A part uses nothing of what
	 * another one makes, so that the result is the same bit for bit on any number
	 * of them.
	 */
	private void inParts(final int count, final int size, final Part part) {
		final IntStream parts = IntStream.range(0, (count + size - 1) / size);
		final boolean pays = (long) rows * columns.length * classes >= WORK_OF_MANY;
		(pays ? parts.parallel() : parts).forEach(p -> part.compute(p * size, Math
			.min(count, (p + 1) * size)));
	}

	private void addScores(final double[] at, final double[][] scores,
		final int from, final int to)
	{
		for (int k = 0; k < classes; k++) {
			final double[] of = scores[k];
			Arrays.fill(of, from, to, at[columns.length * classes + k]);
			for (int f = 0; f < columns.length; f++) {
				final double weight = at[f * classes + k];
				final float[] column = columns[f];
				for (int i = from; i < to; i++)
					of[i] += weight * column[i];
			}
		}
	}

	/** Turns scores into what the loss changes by. */
	private void toErrors(final double[][] scores, final double[] losses,
		final int from, final int to)
	{
		final double[] row = new double[classes];
		for (int i = from; i < to; i++) {
			for (int k = 0; k < classes; k++)
				row[k] = scores[k][i];
			Softmax.of(row);
			losses[i] = shares[i] * Math.log(Math.max(Double.MIN_NORMAL,
				row[labels[i]]));
			for (int k = 0; k < classes; k++)
				scores[k][i] = shares[i] * (row[k] - (k == labels[i] ? 1 : 0));
		}
	}

	private void addGradient(final double strength, final double[] at,
		final double[][] errors, final double[] gradient, final int from,
		final int to)
	{
		for (int k = 0; k < classes; k++) {
			for (int f = from; f < to; f++) {
				final int w = f * classes + k;
				gradient[w] = dot(columns[f], errors[k]) + strength * at[w];
			}
		}
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

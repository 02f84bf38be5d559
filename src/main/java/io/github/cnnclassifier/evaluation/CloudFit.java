
package io.github.cnnclassifier.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import io.github.cnnclassifier.image.RoundingNoise;
import io.github.cnnclassifier.model.Cloud;
import io.github.cnnclassifier.random.SeedTree;

/**
 * Fits a {@link Cloud} to numbers of images: one center for each class, the
 * directions in which images differ most, and how much images of one class
 * differ along them, which is taken as the same for all classes.
 */
final class CloudFit {

	/** Of the search for directions; the result need not be exact. */
	private static final int ROUNDS = 15;
	/** Values that a round may look at, so that wide features take seconds. */
	private static final int MOST_VALUES = 1 << 21;
	private static final int FEWEST_ROWS = 100;
	private static final double NEGLIGIBLE = 1e-9;
	/** Of the largest variance: no smaller one is believed. */
	private static final double SMALLEST_SHARE = 1e-4;

	private final List<float[]> rows;
	private final List<Integer> labels;
	private final int length;
	private final double[] origin;
	/** Of the classes that have images. */
	private final List<double[]> means = new ArrayList<>();
	/** Of each class, which of the means; below 0 for none. */
	private final int[] meanOf;

	private CloudFit(final List<float[]> rows, final List<Integer> labels) {
		this.rows = rows;
		this.labels = labels;
		length = rows.get(0).length;
		origin = new double[length];
		final int classes = 1 + labels.stream().mapToInt(l -> l).max()
			.orElseThrow();
		meanOf = new int[classes];
		final double[][] sums = new double[classes][length];
		final int[] counts = new int[classes];
		for (int i = 0; i < rows.size(); i++) {
			final int label = labels.get(i);
			counts[label]++;
			for (int k = 0; k < length; k++) {
				sums[label][k] += rows.get(i)[k];
				origin[k] += rows.get(i)[k] / (double) rows.size();
			}
		}
		for (int c = 0; c < classes; c++) {
			meanOf[c] = counts[c] == 0 ? -1 : means.size();
			if (counts[c] == 0) continue;
			for (int k = 0; k < length; k++)
				sums[c][k] /= counts[c];
			means.add(sums[c]);
		}
	}

	/**
	 * @param rows numbers of at least one image
	 * @param labels 0-based label index of each
	 * @param most directions
	 * @param leastDeviation within a class, in the unit of the numbers: no
	 *          smaller one is believed; 0 for any
	 * @return where they lie
	 */
	static Cloud of(final List<float[]> rows, final List<Integer> labels,
		final int most, final double leastDeviation)
	{
		final CloudFit fit = new CloudFit(rows, labels);
		final double[][] basis = most < fit.length ? fit.mostVaried(most) : fit
			.axes();
		final SymmetricEigen within = SymmetricEigen.of(fit.within(basis,
			leastDeviation));
		final double[][] directions = product(within.vectors(), basis);
		for (int j = 0; j < directions.length; j++)
			scale(directions[j], 1 / Math.sqrt(within.values()[j]));
		return fit.cloud(directions);
	}

	private double[][] axes() {
		final double[][] axes = new double[length][length];
		for (int i = 0; i < length; i++)
			axes[i][i] = 1;
		return axes;
	}

	/** By repeated multiplication with the covariance, from random directions. */
	private double[][] mostVaried(final int count) {
		final SplittableRandom random = new SeedTree(length).random();
		double[][] directions = new double[count][length];
		for (final double[] direction : directions) {
			for (int k = 0; k < length; k++)
				direction[k] = random.nextDouble() - 0.5;
		}
		orthonormalize(directions, random);
		final int step = Math.max(1, Math.min(rows.size() / FEWEST_ROWS,
			(int) ((long) rows.size() * length / MOST_VALUES)));
		for (int round = 0; round < ROUNDS; round++) {
			final double[][] next = new double[count][length];
			for (int i = 0; i < rows.size(); i += step)
				addProjection(rows.get(i), directions, next);
			orthonormalize(next, random);
			directions = next;
		}
		return directions;
	}

	private void addProjection(final float[] row, final double[][] directions,
		final double[][] sums)
	{
		for (int j = 0; j < directions.length; j++) {
			double along = 0;
			for (int k = 0; k < length; k++)
				along += directions[j][k] * (row[k] - origin[k]);
			for (int k = 0; k < length; k++)
				sums[j][k] += along * (row[k] - origin[k]);
		}
	}

	/** Where images vary in fewer directions, the others are any. */
	private static void orthonormalize(final double[][] directions,
		final SplittableRandom random)
	{
		final double largest = Math.sqrt(dot(directions[0], directions[0]));
		for (int j = 0; j < directions.length; j++) {
			subtractEarlier(directions, j);
			while (Math.sqrt(dot(directions[j], directions[j])) <= NEGLIGIBLE * Math
				.max(largest, Double.MIN_NORMAL))
			{
				for (int k = 0; k < directions[j].length; k++)
					directions[j][k] = (random.nextDouble() - 0.5) * Math.max(1, largest);
				subtractEarlier(directions, j);
			}
			scale(directions[j], 1 / Math.sqrt(dot(directions[j], directions[j])));
		}
	}

	/** Twice, since the first time rounding leaves something. */
	private static void subtractEarlier(final double[][] directions,
		final int j)
	{
		for (int time = 0; time < 2; time++) {
			for (int i = 0; i < j; i++) {
				final double along = dot(directions[i], directions[j]);
				for (int k = 0; k < directions[j].length; k++)
					directions[j][k] -= along * directions[i][k];
			}
		}
	}

	/**
	 * The covariance within classes along the directions of a basis. What few
	 * images say of the relation of two directions is believed in part only.
	 */
	private double[][] within(final double[][] basis,
		final double leastDeviation)
	{
		final int count = basis.length;
		final double[][] covariance = new double[count][count];
		final double[] difference = new double[length];
		for (int i = 0; i < rows.size(); i++) {
			final double[] mean = means.get(meanOf[labels.get(i)]);
			for (int k = 0; k < length; k++)
				difference[k] = rows.get(i)[k] - mean[k];
			final double[] along = product(basis, difference);
			for (int p = 0; p < count; p++) {
				for (int q = 0; q < count; q++)
					covariance[p][q] += along[p] * along[q];
			}
		}
		final int freedom = Math.max(1, rows.size() - means.size());
		final double believed = freedom / (double) (freedom + count);
		double largest = 0;
		for (int p = 0; p < count; p++)
			largest = Math.max(largest, covariance[p][p] / freedom);
		final double noise = RoundingNoise.of(largestNumber());
		final double least = leastDeviation * leastDeviation + Math.max(
			Float.MIN_NORMAL, Math.max(noise * noise, SMALLEST_SHARE * largest));
		for (int p = 0; p < count; p++) {
			for (int q = 0; q < count; q++)
				covariance[p][q] *= (p == q ? 1 : believed) / freedom;
			covariance[p][p] += least;
		}
		return covariance;
	}

	private double largestNumber() {
		double largest = 0;
		for (final double number : origin)
			largest = Math.max(largest, Math.abs(number));
		return largest;
	}

	private Cloud cloud(final double[][] directions) {
		final int count = directions.length;
		final float[] flat = new float[count * length];
		final float[] centers = new float[means.size() * count];
		for (int j = 0; j < count; j++) {
			for (int k = 0; k < length; k++)
				flat[j * length + k] = (float) directions[j][k];
		}
		for (int c = 0; c < means.size(); c++) {
			final double[] from = means.get(c).clone();
			for (int k = 0; k < length; k++)
				from[k] -= origin[k];
			final double[] along = product(directions, from);
			for (int j = 0; j < count; j++)
				centers[c * count + j] = (float) along[j];
		}
		final float[] start = new float[length];
		for (int k = 0; k < length; k++)
			start[k] = (float) origin[k];
		return new Cloud(start, flat, centers);
	}

	private static double[] product(final double[][] matrix,
		final double[] vector)
	{
		final double[] product = new double[matrix.length];
		for (int i = 0; i < matrix.length; i++)
			product[i] = dot(matrix[i], vector);
		return product;
	}

	private static double[][] product(final double[][] a, final double[][] b) {
		final double[][] product = new double[a.length][b[0].length];
		for (int i = 0; i < a.length; i++) {
			for (int j = 0; j < b.length; j++) {
				for (int k = 0; k < b[0].length; k++)
					product[i][k] += a[i][j] * b[j][k];
			}
		}
		return product;
	}

	private static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int k = 0; k < a.length; k++)
			sum += a[k] * b[k];
		return sum;
	}

	private static void scale(final double[] vector, final double factor) {
		for (int k = 0; k < vector.length; k++)
			vector[k] *= factor;
	}
}

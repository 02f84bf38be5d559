
package io.github.cnnclassifier.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;

/**
 * Fits a head to features. How strongly its weights are held small is chosen by
 * folds of the images themselves: each image, with all its views, is predicted
 * by a head that did not see it.
 */
final class HeadFit {

	/**
	 * What came of it.
	 *
	 * @param head fitted to all images
	 * @param strength of the penalty that was chosen
	 * @param loss mean cross-entropy of images left out, in nats, each class
	 *          counting as the weights say
	 * @param accuracy of images left out, the mean over classes, 0 to 1
	 */
	record Fitted(LinearHead head, double strength, double loss,
			double accuracy)
	{
	}

	/** From strong to weak, so that each search begins near its end. */
	private static final double[] STRENGTHS = { 1, 0.3, 0.1, 0.03, 0.01, 0.003,
		0.001 };
	private static final int FOLDS = 5;
	/** More views cost time here and hardly change which strength is best. */
	private static final int VIEWS_IN_FOLDS = 2;

	private final FeatureTable table;
	private final float[] classWeights;
	private final float[][] rows;
	private final float[] means;
	private final float[] deviations;

	/**
	 * @param table features to fit to; every class has an image
	 * @param classWeights of the loss, by label index
	 */
	HeadFit(final FeatureTable table, final float[] classWeights) {
		this.table = table;
		this.classWeights = classWeights;
		means = new float[table.length()];
		deviations = new float[table.length()];
		rows = standardized();
	}

	/** Every feature gets mean 0 and deviation 1, so that all cost alike. */
	private float[][] standardized() {
		final float[][] from = table.features();
		final float[][] to = new float[from.length][means.length];
		for (int f = 0; f < means.length; f++) {
			double sum = 0;
			double squares = 0;
			for (final float[] row : from)
				sum += row[f];
			final double mean = sum / from.length;
			for (final float[] row : from)
				squares += (row[f] - mean) * (row[f] - mean);
			means[f] = (float) mean;
			deviations[f] = (float) Math.sqrt(squares / from.length);
			for (int i = 0; i < from.length; i++)
				// a feature that is always the same tells nothing
				to[i][f] = deviations[f] > 0 ? (from[i][f] - means[f]) / deviations[f]
					: 0;
		}
		return to;
	}

	/**
	 * @param seed divides images into folds
	 * @param progress asked for cancellation between fits
	 * @return the head with the best strength
	 */
	Fitted fit(final SeedTree seed, final Progress progress) {
		final int[] folds = folds(seed);
		final double[] losses = new double[STRENGTHS.length];
		final double[] accuracies = new double[STRENGTHS.length];
		for (int fold = 0; fold < FOLDS; fold++) {
			final int left = fold;
			if (Arrays.stream(folds).noneMatch(f -> f == left)) continue;
			final SoftmaxRegression regression = regression(Math.min(table.views(),
				VIEWS_IN_FOLDS), image -> folds[image] != left);
			final double[] at = regression.origin();
			for (int s = 0; s < STRENGTHS.length; s++) {
				progress.checkCanceled();
				regression.fit(STRENGTHS[s], at);
				score(at, image -> folds[image] == left, s, losses, accuracies);
			}
		}
		final double total = IntStream.range(0, table.images()).mapToDouble(
			i -> classWeights[table.labels()[i]]).sum();
		final int best = IntStream.range(0, STRENGTHS.length).boxed().min(Comparator
			.comparingDouble(s -> losses[s])).orElseThrow();
		final SoftmaxRegression all = regression(table.views(), image -> true);
		final double[] at = all.origin();
		all.fit(STRENGTHS[best], at);
		return new Fitted(head(at), STRENGTHS[best], losses[best] / total,
			accuracies[best] / classes());
	}

	private int classes() {
		return classWeights.length;
	}

	/** The images of each class are spread evenly over the folds. */
	private int[] folds(final SeedTree seed) {
		final int[] folds = new int[table.images()];
		for (int k = 0; k < classes(); k++) {
			final int label = k;
			final SeedTree order = seed.child(k);
			final List<Integer> images = IntStream.range(0, folds.length).filter(
				i -> table.labels()[i] == label).boxed().sorted(Comparator
					.comparingLong(i -> order.child(i).seed())).toList();
			// a class with one image must be seen to be predicted at all
			for (int i = 0; i < images.size(); i++)
				folds[images.get(i)] = images.size() == 1 ? -1 : i % FOLDS;
		}
		return folds;
	}

	private SoftmaxRegression regression(final int views,
		final IntPredicate included)
	{
		final List<float[]> examples = new ArrayList<>();
		final List<Integer> labels = new ArrayList<>();
		for (int image = 0; image < table.images(); image++) {
			if (!included.test(image)) continue;
			for (int v = 0; v < views; v++) {
				examples.add(rows[image * table.views() + v]);
				labels.add(table.labels()[image]);
			}
		}
		final int[] indices = labels.stream().mapToInt(l -> l).toArray();
		return new SoftmaxRegression(examples.toArray(float[][]::new), indices,
			Arrays.stream(indices).mapToDouble(l -> classWeights[l]).toArray(),
			classes());
	}

	private void score(final double[] at, final IntPredicate included,
		final int strength, final double[] losses, final double[] accuracies)
	{
		final int[] counts = new int[classes()];
		for (final int label : table.labels())
			counts[label]++;
		for (int image = 0; image < table.images(); image++) {
			if (!included.test(image)) continue;
			final double[] scores = scores(at, rows[image * table.views()]);
			final int label = table.labels()[image];
			if (best(scores) == label) accuracies[strength] += 1.0 / counts[label];
			losses[strength] -= classWeights[label] * Math.log(Math.max(
				Double.MIN_NORMAL, Softmax.of(scores)[label]));
		}
	}

	private double[] scores(final double[] at, final float[] row) {
		final double[] scores = Arrays.copyOfRange(at, row.length * classes(),
			at.length);
		for (int f = 0; f < row.length; f++) {
			for (int k = 0; k < scores.length; k++)
				scores[k] += at[f * scores.length + k] * row[f];
		}
		return scores;
	}

	private static int best(final double[] scores) {
		int best = 0;
		for (int k = 1; k < scores.length; k++) {
			if (scores[k] > scores[best]) best = k;
		}
		return best;
	}

	/** The same for features as the network gives them. */
	private LinearHead head(final double[] at) {
		final int classes = classes();
		final float[] weight = new float[means.length * classes];
		final double[] bias = Arrays.copyOfRange(at, weight.length, at.length);
		for (int f = 0; f < means.length; f++) {
			for (int k = 0; k < classes; k++) {
				final double scaled = deviations[f] > 0 ? at[f * classes + k] /
					deviations[f] : 0;
				weight[f * classes + k] = (float) scaled;
				bias[k] -= scaled * means[f];
			}
		}
		final float[] rounded = new float[classes];
		for (int k = 0; k < classes; k++)
			rounded[k] = (float) bias[k];
		return new LinearHead(weight, rounded);
	}
}

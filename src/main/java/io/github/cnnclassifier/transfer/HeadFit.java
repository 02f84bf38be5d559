
package io.github.cnnclassifier.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;

/**
 * Fits a head to features. How strongly its weights are held small is chosen by
 * folds of the images themselves: each image, with all its views and all that
 * belongs together with it, is predicted by a head that did not see it.
 */
final class HeadFit {

	/**
	 * What came of it.
	 *
	 * @param head fitted to all images
	 * @param strength of the penalty that it was fitted with: the chosen one, or
	 *          weaker where fewer images have chosen it than it was fitted to
	 * @param leftOut how good that strength is; empty if no image could be left
	 *          out
	 */
	record Fitted(LinearHead head, double strength, Optional<LeftOut> leftOut) {
	}

	/**
	 * What heads said of images that were left out.
	 *
	 * @param images how many
	 * @param loss mean cross-entropy, in nats, each class counting as the weights
	 *          say
	 * @param accuracy the mean over their classes, 0 to 1
	 */
	record LeftOut(int images, double loss, double accuracy) {
	}

	/** From strong to weak, so that each search begins near its end. */
	private static final double[] STRENGTHS = { 1, 0.3, 0.1, 0.03, 0.01, 0.003,
		0.001 };
	/** Where nothing tells which one is best: the middle. */
	private static final double WITHOUT_FOLDS = 0.03;
	/** More views cost time in folds and hardly change what is best. */
	private static final int VIEWS_IN_FOLDS = 2;
	/** So many tell well enough what is best. */
	private static final int MOST_ROWS_IN_FOLDS = 6000;
	/**
	 * Multiplications of a look at all rows of the folds, up to which it takes
	 * seconds to leave out one fold after the other; beyond, one fold is left
	 * out, which then has very many images.
	 */
	private static final long WORK_OF_ALL_FOLDS = 20_000_000;

	private final FeatureTable table;
	private final float[] classWeights;
	private final FeatureScaling scaling;
	private final float[][] rows;

	/**
	 * @param table features to fit to; every class has an image
	 * @param classWeights of the loss, by label index
	 */
	HeadFit(final FeatureTable table, final float[] classWeights) {
		this.table = table;
		this.classWeights = classWeights;
		scaling = FeatureScaling.of(table.features());
		rows = Arrays.stream(table.features()).map(scaling::scaled).toArray(
			float[][]::new);
	}

	/**
	 * @param seed divides images into folds
	 * @param progress shows each step, and is asked for cancellation before it
	 * @return the head with the best strength; the same for the same seed on any
	 *         number of cores
	 * @throws CanceledException if the user stopped
	 */
	Fitted fit(final SeedTree seed, final Progress progress) {
		final InnerFolds folds = new InnerFolds(table.labels(), table.units(),
			MOST_ROWS_IN_FOLDS, seed);
		final int views = Math.max(1, Math.min(Math.min(table.views(),
			VIEWS_IN_FOLDS), MOST_ROWS_IN_FOLDS / folds.images()));
		final int tried = tried(folds, views);
		final HeadProgress shown = new HeadProgress(progress, (double) tried *
			STRENGTHS.length * folds.images() * views + rows.length);
		final float[] weights = folds.scaled(classWeights);
		final Answers[] answers = new Answers[STRENGTHS.length];
		final double[][] ends = new double[STRENGTHS.length][];
		for (int s = 0; s < STRENGTHS.length; s++)
			answers[s] = new Answers(weights);
		for (int f = 0; f < tried; f++) {
			final int fold = f;
			final SoftmaxRegression regression = regression(views, image -> folds
				.isLearned(image, fold), weights);
			final int[] leftOut = folds.leftOut(fold);
			final double[] at = regression.origin();
			for (int s = 0; s < STRENGTHS.length; s++) {
				regression.fit(STRENGTHS[s], at, shown.fit("part " + (fold + 1) +
					" of " + tried + " left out, penalty " + STRENGTHS[s], folds
						.images() * views));
				for (final int image : leftOut)
					answers[s].add(table.labels()[image], probabilities(at, image));
				ends[s] = at.clone();
			}
		}
		final int best = best(answers);
		final SoftmaxRegression all = regression(table.views(), image -> true,
			classWeights);
		// what some images say is near what all of them say; as the loss is a mean,
		// a penalty that weighs as much against more images is a smaller number
		final double[] at = ends[best] == null ? all.origin() : ends[best];
		final double strength = STRENGTHS[best] * ((double) folds.images() / table
			.images());
		all.fit(strength, at, shown.fit("all images, penalty " + STRENGTHS[best],
			rows.length));
		return new Fitted(scaling.unscaled(at, classes()), strength, answers[best]
			.result());
	}

	private int tried(final InnerFolds folds, final int views) {
		final long work = (long) folds.images() * views * scaling.length() *
			classes();
		return work <= WORK_OF_ALL_FOLDS ? folds.count() : Math.min(1, folds
			.count());
	}

	private static int best(final Answers[] answers) {
		if (answers[0].result().isEmpty()) return IntStream.range(0,
			STRENGTHS.length).filter(s -> STRENGTHS[s] == WITHOUT_FOLDS).findFirst()
			.orElseThrow();
		return IntStream.range(0, STRENGTHS.length).boxed().min(Comparator
			.comparingDouble(s -> answers[s].loss)).orElseThrow();
	}

	private int classes() {
		return classWeights.length;
	}

	private SoftmaxRegression regression(final int views,
		final IntPredicate included, final float[] weights)
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
			Arrays.stream(indices).mapToDouble(l -> weights[l]).toArray(), classes());
	}

	/** Of the unchanged image. */
	private double[] probabilities(final double[] at, final int image) {
		final float[] row = rows[image * table.views()];
		final double[] scores = Arrays.copyOfRange(at, row.length * classes(),
			at.length);
		for (int f = 0; f < row.length; f++) {
			for (int k = 0; k < scores.length; k++)
				scores[k] += at[f * scores.length + k] * row[f];
		}
		return Softmax.of(scores);
	}

	/** What heads of one strength say of images that were left out. */
	private static final class Answers {

		private final float[] weights;
		private final int[] counts;
		private final int[] right;
		private double loss;
		private double weight;

		/** @param weights by label index */
		Answers(final float[] weights) {
			this.weights = weights;
			counts = new int[weights.length];
			right = new int[weights.length];
		}

		void add(final int label, final double[] probabilities) {
			int best = 0;
			for (int k = 1; k < probabilities.length; k++) {
				if (probabilities[k] > probabilities[best]) best = k;
			}
			counts[label]++;
			if (best == label) right[label]++;
			loss -= weights[label] * Math.log(Math.max(Double.MIN_NORMAL,
				probabilities[label]));
			weight += weights[label];
		}

		/** @return empty if there are none */
		Optional<LeftOut> result() {
			return IntStream.range(0, counts.length).filter(k -> counts[k] > 0)
				.mapToDouble(k -> (double) right[k] / counts[k]).average().stream()
				.mapToObj(accuracy -> new LeftOut(Arrays.stream(counts).sum(), loss /
					weight, accuracy)).findFirst();
		}
	}
}

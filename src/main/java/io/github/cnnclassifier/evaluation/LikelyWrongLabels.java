
package io.github.cnnclassifier.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.model.ClassLabels;

/**
 * Finds labels that are likely wrong, from predictions of images that the
 * networks were not trained on. An image that was predicted several times, in
 * repeats, counts once, with the mean of its probabilities. The list ends where
 * half of it could be false alarms; with the same predictions it is the same.
 */
public final class LikelyWrongLabels {

	/**
	 * The mean score of the list. Scores are a little too sure, so that half of
	 * such a list can be false alarms.
	 */
	private static final double LEAST_MEAN = 0.65;

	/** An image with all that was said of it. */
	private static final class Image {

		private final String name;
		private final String group;
		private final int given;
		private final double[] sum;
		private int answers;

		private Image(final HeldOutPrediction first, final int classes) {
			name = first.labeled().name();
			group = first.group();
			given = first.labeled().actual();
			sum = new double[classes];
		}

		private void add(final HeldOutPrediction held) {
			final float[] probabilities = held.labeled().prediction().probabilities();
			for (int c = 0; c < sum.length; c++)
				sum[c] += probabilities[c];
			answers++;
		}

		private double[] mean() {
			final double[] mean = new double[sum.length];
			for (int c = 0; c < mean.length; c++)
				mean[c] = sum[c] / answers;
			return mean;
		}
	}

	/** A list may give one image two classes, one of which is wrong. */
	private record Key(String name, int given) {

		private static Key of(final HeldOutPrediction held) {
			return new Key(held.labeled().name(), held.labeled().actual());
		}
	}

	/** A candidate, before it has a rank. */
	private record Doubt(Image image, int suggested, double score,
			double margin)
	{
	}

	private LikelyWrongLabels() {}

	/**
	 * @param labels of all predictions
	 * @param predictions each by a network that was trained without the image,
	 *          with one probability per class; may be empty
	 * @return the likeliest first; empty if no label is doubtful
	 */
	public static List<LikelyWrongLabel> of(final ClassLabels labels,
		final List<HeldOutPrediction> predictions)
	{
		final Map<Key, Image> images = new LinkedHashMap<>();
		predictions.forEach(held -> images.computeIfAbsent(Key.of(held),
			unused -> new Image(held, labels.size())).add(held));
		if (images.isEmpty()) return List.of();
		return ranked(doubts(List.copyOf(images.values())));
	}

	/** In the order of the images. */
	private static List<Doubt> doubts(final List<Image> images) {
		final double[][] means = images.stream().map(Image::mean).toArray(
			double[][]::new);
		final LabelNoise noise = LabelNoise.of(means, images.stream().mapToInt(
			image -> image.given).toArray());
		final List<Doubt> doubts = new ArrayList<>();
		for (int i = 0; i < means.length; i++) {
			final double[] q = noise.classes(i);
			final int given = images.get(i).given;
			final int best = bestBut(q, given);
			if (q[best] > q[given]) doubts.add(new Doubt(images.get(i), best, noise
				.wrong(i), means[i][best] - means[i][given]));
		}
		return doubts;
	}

	private static int bestBut(final double[] values, final int without) {
		int best = without == 0 ? 1 : 0;
		for (int c = 0; c < values.length; c++)
			if (c != without && values[c] > values[best]) best = c;
		return best;
	}

	private static List<LikelyWrongLabel> ranked(final List<Doubt> doubts) {
		// The sort is stable: equal ones stay in the order of the images.
		final List<Doubt> sorted = doubts.stream().sorted(Comparator
			.comparingDouble(Doubt::score).thenComparingDouble(Doubt::margin)
			.reversed()).toList();
		final List<LikelyWrongLabel> ranked = new ArrayList<>();
		double sum = 0;
		for (final Doubt doubt : sorted) {
			sum += doubt.score();
			if (sum < LEAST_MEAN * (ranked.size() + 1)) break;
			ranked.add(new LikelyWrongLabel(ranked.size() + 1, doubt.image().name,
				doubt.image().group, doubt.image().given, doubt.suggested(), doubt
					.score()));
		}
		return ranked;
	}
}

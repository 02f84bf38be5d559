
package io.github.cnnclassifier.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.github.cnnclassifier.model.Cloud;
import io.github.cnnclassifier.model.UnlikeScore;

/**
 * Finds what tells how unlike the training images an image is: where training
 * images lie, and how far from there images lie that the network did not learn
 * from. The limits are such that about 97 % of these are within all of them.
 */
public final class UnlikeFit {

	/**
	 * What came of it.
	 *
	 * @param score empty if there is none
	 * @param statement how it came about, or why there is none, in words
	 */
	public record Result(Optional<UnlikeScore> score, String statement) {
	}

	/** Of images like the training images, that are within the limits. */
	private static final double SHARE = 0.97;
	/** Images that limits can be taken from. */
	private static final int FEWEST = 40;
	private static final int FOLDS = 5;
	/** Of a statistic, within a class: a change by 2 % is nothing. */
	private static final double LEAST_DEVIATION = 0.02;
	private static final double SMALLEST_LIMIT = 1e-6;

	/** How an image lies: beside features, outside of them, statistics. */
	private static final int MEASURES = 3;

	private UnlikeFit() {}

	/**
	 * @param features of one image
	 * @param classes of the classifier
	 * @return whether a score of so many would have a reasonable size
	 */
	public static boolean isPossible(final int features, final int classes) {
		return mostDirections(features, classes) > 0;
	}

	private static int mostDirections(final int length, final int classes) {
		final int size = UnlikeScore.MOST_NUMBERS / 2;
		return Math.min(Cloud.MOST_DIRECTIONS, (size - length) / (length +
			classes));
	}

	/**
	 * @param training images that the network learned from
	 * @param unseen others of the same classes, from which limits are taken; if
	 *          they are few, each fifth of the training images is measured beside
	 *          the others as well, and the limits are at least what the unseen
	 *          reach
	 * @return what tells how unlike an image is, if the images are enough
	 */
	public static Result of(final ImageNumbers training,
		final ImageNumbers unseen)
	{
		final int count = training.size() + unseen.size();
		if (training.size() == 0 || count < FEWEST) return tooFew(count);
		final Clouds clouds = Clouds.of(training);
		final List<double[]> measured = clouds.measure(unseen);
		if (unseen.size() >= FEWEST) return new Result(Optional.of(clouds.within(
			limits(measured))), told(unseen.size(), "validation images"));
		final List<double[]> all = crossFitted(training);
		all.addAll(measured);
		if (all.isEmpty()) return new Result(Optional.empty(),
			"not told: there are no validation images, and each class has a single " +
				"training image or group");
		final double[] limits = limits(all);
		final double farthest = measured.stream().mapToDouble(m -> ratio(m, limits))
			.max().orElse(0);
		scale(limits, Math.max(1, farthest));
		return new Result(Optional.of(clouds.within(limits)), told(all.size(),
			"images; few of them are validation images, the others were learned " +
				"from, so it may be too strict"));
	}

	/**
	 * Without the images that the network learned from: where others of their
	 * kind lie, and limits from each fifth of them beside the others.
	 *
	 * @param unseen images that the network did not learn from
	 * @return what tells how unlike an image is, if the images are enough
	 */
	public static Result ofUnseen(final ImageNumbers unseen) {
		if (unseen.size() < FEWEST) return tooFew(unseen.size());
		final List<double[]> measured = crossFitted(unseen);
		if (measured.isEmpty()) return new Result(Optional.empty(),
			"not told: each class has a single image or group");
		return new Result(Optional.of(Clouds.of(unseen).within(limits(measured))),
			told(measured.size(),
				"images that were not learned from, each fifth of " +
					"them beside the others"));
	}

	private static Result tooFew(final int count) {
		return new Result(Optional.empty(), "not told: " + count +
			" images are too few, " + FEWEST + " are needed");
	}

	/**
	 * Of a network that learned from all images, so that none is left to take
	 * limits from: they are taken from each fifth of the images beside the
	 * others, and made wider as those of an earlier network were beside images
	 * that it had not learned from. Where each class has a single image, they
	 * stay as they were.
	 *
	 * @param all images that the network learned from
	 * @param first score of the earlier network
	 * @param training what the earlier network learned from, by its features
	 * @return what tells how unlike an image is
	 */
	public static Result ofAll(final ImageNumbers all, final UnlikeScore first,
		final ImageNumbers training)
	{
		final double[] unseen = { first.featureLimit(), first.restLimit(), first
			.statisticsLimit() };
		final List<double[]> before = crossFitted(training);
		final List<double[]> measured = crossFitted(all);
		if (before.isEmpty() || measured.isEmpty()) return new Result(Optional.of(
			Clouds.of(all).within(unseen)),
			"told; limits of a first run, as each class had a single training image");
		final double[] seen = limits(before);
		final double[] limits = limits(measured);
		for (int j = 0; j < MEASURES; j++)
			limits[j] *= Math.max(1, unseen[j] / seen[j]);
		return new Result(Optional.of(Clouds.of(all).within(limits)), told(all
			.size(), "images, as wide as a first run needed them"));
	}

	private static String told(final int images, final String which) {
		return String.format(Locale.ROOT, "told; limits that hold %.0f %% of %d %s",
			100 * SHARE, images, which);
	}

	/**
	 * Each fifth of the images of each class, beside the others; what belongs
	 * together is in one of them. Nothing where each class has a single one.
	 */
	private static List<double[]> crossFitted(final ImageNumbers images) {
		final int[] folds = new int[images.size()];
		final int[] next = new int[1 + images.labels().stream().mapToInt(l -> l)
			.max().orElse(0)];
		final Map<String, Integer> foldOf = new HashMap<>();
		for (int i = 0; i < folds.length; i++) {
			final int label = images.labels().get(i);
			folds[i] = foldOf.computeIfAbsent(images.units().get(i),
				unit -> next[label]++ % FOLDS);
		}
		final List<double[]> measured = new ArrayList<>();
		for (int fold = 0; fold < FOLDS; fold++) {
			final int left = fold;
			final ImageNumbers others = images.where(i -> folds[i] != left);
			if (others.size() > 0) measured.addAll(Clouds.of(others).measure(images
				.where(i -> folds[i] == left)));
		}
		return measured;
	}

	/** Equally wide in each measure, as far as these images are concerned. */
	private static double[] limits(final List<double[]> measured) {
		final double[] limits = new double[MEASURES];
		for (int j = 0; j < MEASURES; j++) {
			final int measure = j;
			limits[j] = Math.max(SMALLEST_LIMIT, quantile(measured.stream()
				.mapToDouble(m -> m[measure]).toArray()));
		}
		scale(limits, quantile(measured.stream().mapToDouble(m -> ratio(m, limits))
			.toArray()));
		return limits;
	}

	private static double ratio(final double[] measured, final double[] limits) {
		double ratio = 0;
		for (int j = 0; j < MEASURES; j++)
			ratio = Math.max(ratio, measured[j] / limits[j]);
		return ratio;
	}

	private static void scale(final double[] limits, final double factor) {
		for (int j = 0; j < MEASURES; j++)
			limits[j] = Math.max(SMALLEST_LIMIT, limits[j] * factor);
	}

	/** What the next image of the kind will not pass, with that share. */
	private static double quantile(final double[] values) {
		Arrays.sort(values);
		final int rank = (int) Math.ceil(SHARE * (values.length + 1));
		return values[Math.min(values.length, rank) - 1];
	}

	/** Where images lie. */
	private record Clouds(Cloud features, Cloud statistics) {

		static Clouds of(final ImageNumbers images) {
			return new Clouds(cloud(images.features(), images.labels(), 0), cloud(
				images.statistics(), images.labels(), LEAST_DEVIATION));
		}

		private static Cloud cloud(final List<float[]> rows,
			final List<Integer> labels, final double leastDeviation)
		{
			final int classes = (int) labels.stream().distinct().count();
			return CloudFit.of(rows, labels, mostDirections(rows.get(0).length,
				classes), leastDeviation);
		}

		/** @return one row for each image */
		List<double[]> measure(final ImageNumbers images) {
			final List<double[]> measured = new ArrayList<>();
			for (int i = 0; i < images.size(); i++) {
				final Cloud.Place place = features.place(images.features().get(i));
				measured.add(new double[] { place.distance(), place.rest(), statistics
					.place(images.statistics().get(i)).distance() });
			}
			return measured;
		}

		UnlikeScore within(final double[] limits) {
			return new UnlikeScore(features, statistics, (float) limits[0],
				(float) limits[1], (float) limits[2]);
		}
	}
}


package io.github.cnnclassifier.tuning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a study has found, in words.
 *
 * @param winner the settings to use: the default ones if nothing is better than
 *          these beyond noise
 * @param text whole sentences
 */
public record Verdict(Setting winner, String text) {

	/**
	 * Half the width of a 95 % interval, in standard errors, of 1 to 3
	 * differences together (Bonferroni): the best of three is also the luckiest
	 * of them.
	 */
	private static final double[] NORMAL = { 1.96, 2.24, 2.39 };
	/** The same of Student's distribution with 1 to 10 degrees of freedom. */
	private static final double[][] STUDENT = { { 12.71, 4.30, 3.18, 2.78, 2.57,
		2.45, 2.36, 2.31, 2.26, 2.23 }, { 25.45, 6.21, 4.18, 3.50, 3.16, 2.97, 2.84,
			2.75, 2.69, 2.63 }, { 38.19, 7.65, 4.86, 3.96, 3.53, 3.29, 3.13, 3.02,
				2.93, 2.87 } };
	private static final int FEWEST_REPEATS = 2;

	/**
	 * A setting beside the default one.
	 *
	 * @param trainings what is known of it that it was not chosen for
	 * @param margin of noise; NaN if that cannot be told
	 */
	private record Rival(Setting setting, List<Score> trainings,
			double difference, double margin)
	{

		private boolean isBetter() {
			return difference > margin;
		}
	}

	/**
	 * Where images stand alone.
	 *
	 * @param done the trials of a study, in order
	 * @param objective what counts
	 * @return what they say
	 */
	public static Verdict of(final List<FinishedTrial> done,
		final Objective objective)
	{
		return of(done, objective, Map.of());
	}

	/**
	 * @param done the trials of a study, in order
	 * @param objective what counts
	 * @param groups for each class the group of each image in the order of
	 *          {@link Score#right}, an empty name for one that stands alone; of a
	 *          class that is missing or has another number of answers, all stand
	 *          alone
	 * @return what they say
	 */
	public static Verdict of(final List<FinishedTrial> done,
		final Objective objective, final Map<String, List<String>> groups)
	{
		final Optional<FinishedTrial> first = done.stream().filter(t -> t.is(
			Trial.Purpose.DEFAULT)).findFirst();
		if (first.isEmpty()) return new Verdict(Setting.DEFAULT,
			"Nothing was tried. The default settings stay.");
		final List<Setting> finalists = Repeats.finalists(done, objective);
		// the first one may have failed where another seed has not
		if (Comparison.defaults(done).isEmpty()) return withoutDefault(first.get(),
			finalists);
		if (finalists.isEmpty()) return new Verdict(Setting.DEFAULT,
			"No other settings were trained to their end, so the default settings " +
				"stay. Give the search a larger budget.");
		final List<Rival> rivals = new Comparison(done, objective, groups).rivals(
			finalists);
		if (rivals.isEmpty()) return new Verdict(Setting.DEFAULT, "The best " +
			"settings of the search, " + finalists.get(0) +
			", could not be repeated " +
			"with other seeds often enough to tell them from chance, so the default " +
			"settings stay. Give the search a larger budget.");
		final Rival best = rivals.stream().max(Comparator.comparing(Rival::isBetter)
			.thenComparingDouble(Rival::difference)).orElseThrow();
		return told(best, rivals, Comparison.defaults(done), objective);
	}

	private static Verdict withoutDefault(final FinishedTrial first,
		final List<Setting> finalists)
	{
		final String why = first.result().reason().replaceFirst("\\.$", "");
		if (finalists.isEmpty()) return new Verdict(Setting.DEFAULT,
			"The default settings could not be trained to their end (" + why +
				"), and nothing else was. Mend that, or give the search a larger budget.");
		return new Verdict(finalists.get(0), "The default settings could not be " +
			"trained to their end (" + why + "), so nothing can be compared with " +
			"them. The best of the others are " + finalists.get(0) + ".");
	}

	private static Verdict told(final Rival best, final List<Rival> rivals,
		final List<Score> defaults, final Objective objective)
	{
		final String figures = String.format(Locale.ROOT,
			"%s, with a %s of %s; the default settings have %s. That is %.1f points " +
				"%s, and the noise between trainings and of so few images is %.1f points.",
			best.setting(), objective.words(), told(best.trainings(), objective),
			told(defaults, objective), 100 * Math.abs(best.difference()), best
				.difference() < 0 ? "worse" : "better", 100 * best.margin());
		if (best.isBetter()) return new Verdict(best.setting(),
			"Better than the default settings beyond noise are " + figures);
		return new Verdict(Setting.DEFAULT,
			"Nothing beats the default settings beyond noise, so these stay. The best " +
				"of the " + rivals.size() +
				" that were repeated with other seeds are " + figures);
	}

	/** @return such as "0.912 in the mean of 3 trainings (0.905 to 0.917)" */
	private static String told(final List<Score> scores,
		final Objective objective)
	{
		final double[] figures = scores.stream().mapToDouble(objective::of).sorted()
			.toArray();
		return String.format(Locale.ROOT,
			"%.3f in the mean of %d trainings (%.3f to %.3f)", mean(scores,
				objective), figures.length, figures[0], figures[figures.length - 1]);
	}

	private static double mean(final List<Score> scores,
		final Objective objective)
	{
		return scores.stream().mapToDouble(objective::of).average().orElse(
			Double.NaN);
	}

	/** Differences with their noise, which has two sources. */
	private static final class Comparison {

		private final List<FinishedTrial> done;
		private final Objective objective;
		private final Map<String, List<String>> groups;

		private Comparison(final List<FinishedTrial> done,
			final Objective objective, final Map<String, List<String>> groups)
		{
			this.done = done;
			this.objective = objective;
			this.groups = groups;
		}

		/** All of them count: the default settings were not chosen. */
		private static List<Score> defaults(final List<FinishedTrial> done) {
			return done.stream().filter(t -> t.isFinished() && !t.is(
				Trial.Purpose.SEARCH) && t.trial().setting().isDefault()).map(t -> t
					.result().score()).toList();
		}

		private List<Score> repeats(final Setting setting) {
			return done.stream().filter(t -> t.isFinished() && t.is(
				Trial.Purpose.REPEAT) && t.trial().setting().equals(setting)).map(t -> t
					.result().score()).toList();
		}

		private List<Rival> rivals(final List<Setting> finalists) {
			final List<Score> defaults = defaults(done);
			final List<List<Score>> all = new ArrayList<>(List.of(defaults));
			finalists.forEach(s -> all.add(repeats(s)));
			final List<Rival> rivals = new ArrayList<>();
			final List<Setting> repeated = finalists.stream().filter(s -> repeats(s)
				.size() >= FEWEST_REPEATS).toList();
			for (final Setting setting : repeated) {
				final List<Score> own = repeats(setting);
				final double seeds = errorOfSeeds(all, repeated.size()) * Math.sqrt(
					1.0 / own.size() + 1.0 / defaults.size());
				rivals.add(new Rival(setting, own, mean(own, objective) - mean(defaults,
					objective), Math.hypot(NORMAL[repeated.size() - 1] * errorOfImages(
						own, defaults), seeds)));
			}
			return rivals;
		}

		/** Of one training, already times its part of Student's distribution. */
		private double errorOfSeeds(final List<List<Score>> all,
			final int differences)
		{
			final double[] student = STUDENT[differences - 1];
			double squares = 0;
			int freedom = 0;
			for (final List<Score> scores : all) {
				if (scores.isEmpty()) continue;
				final double mean = mean(scores, objective);
				for (final Score score : scores)
					squares += Math.pow(objective.of(score) - mean, 2);
				freedom += scores.size() - 1;
			}
			if (freedom == 0) return Double.POSITIVE_INFINITY;
			return Math.sqrt(squares / freedom) * (freedom > student.length
				? NORMAL[differences - 1] : student[freedom - 1]);
		}

		/**
		 * Both have answered the same images: what counts is how the answers to
		 * each differ, and those to the images of one group together. Answers that
		 * do not differ at all are still those to so few: one more image or group
		 * could have made the largest step that one of them makes.
		 */
		private double errorOfImages(final List<Score> own,
			final List<Score> defaults)
		{
			final Map<String, String> classes = own.get(0).right();
			final double images = classes.values().stream().mapToInt(String::length)
				.sum();
			final Map<String, Double> steps = new HashMap<>();
			final Map<String, Double> sums = new HashMap<>();
			double alone = 0;
			for (final Map.Entry<String, String> c : classes.entrySet()) {
				final int n = c.getValue().length();
				final double weight = objective == Objective.ACCURACY ? n / images
					: 1.0 / classes.size();
				final double[] differences = differences(c.getKey(), n, own, defaults);
				final double mean = Arrays.stream(differences).sum() / n;
				for (int i = 0; i < n; i++) {
					final String unit = unit(c.getKey(), n, i);
					steps.merge(unit, weight / n, Double::sum);
					sums.merge(unit, weight / n * (differences[i] - mean), Double::sum);
				}
				alone += weight * weight * variance(differences) / n;
			}
			final double variance = steps.size() == images ? alone : ofGroups(sums);
			return Math.max(steps.values().stream().mapToDouble(step -> step).max()
				.orElse(0), Math.sqrt(variance));
		}

		private String unit(final String label, final int images, final int image) {
			final List<String> of = groups.getOrDefault(label, List.of());
			final String group = of.size() == images ? of.get(image) : "";
			return group.isEmpty() ? "image " + image + " of " + label : "group " +
				group;
		}

		/** Of the sum of all; one group tells nothing. */
		private static double ofGroups(final Map<String, Double> sums) {
			final double units = sums.size();
			return units < 2 ? Double.POSITIVE_INFINITY : units / (units - 1) * sums
				.values().stream().mapToDouble(sum -> sum * sum).sum();
		}

		private static double[] differences(final String label, final int images,
			final List<Score> own, final List<Score> defaults)
		{
			final double[] differences = new double[images];
			for (int i = 0; i < images; i++)
				differences[i] = share(own, label, i) - share(defaults, label, i);
			return differences;
		}

		private static double variance(final double[] differences) {
			double sum = 0;
			double squares = 0;
			for (final double difference : differences) {
				sum += difference;
				squares += difference * difference;
			}
			final int n = differences.length;
			return n < 2 ? 1 : (squares - sum * sum / n) / (n - 1);
		}

		/** @return of the trainings that answered an image rightly */
		private static double share(final List<Score> scores, final String label,
			final int image)
		{
			return scores.stream().filter(s -> s.right().getOrDefault(label, "")
				.startsWith("1", image)).count() / (double) scores.size();
		}
	}
}

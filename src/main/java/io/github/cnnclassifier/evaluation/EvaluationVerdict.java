
package io.github.cnnclassifier.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether a classifier works, in plain words. Every number in it is one of the
 * evaluation.
 *
 * @param kind what comes out
 * @param text whole sentences
 * @param weak 0-based labels of the classes that are told to be weak, the worst
 *          first; copied
 */
public record EvaluationVerdict(Kind kind, String text, List<Integer> weak) {

	/** What comes out. */
	public enum Kind {

			/** It is better than guessing, beyond doubt, and no class is weak. */
			WORKS("It works."),

			/** It is better than guessing, beyond doubt; some classes are weak. */
			WORKS_IN_PART("It works, but not equally well for every class."),

			/** The same, but some classes are known by few images only. */
			TOO_FEW(
				"It works, but of some classes there are too few images to tell."),

			/** It may be no better than guessing. */
			UNCLEAR("It is not clear that it works."),

			/** It was judged by images that it has learned from. */
			NOT_JUDGED("Nobody knows yet how well it works.");

		private final String words;

		Kind(final String words) {
			this.words = words;
		}

		/** @return a sentence */
		public String words() {
			return words;
		}
	}

	/** Fewer images of a class say little of it. */
	static final int FEW = 5;
	/** A class of which less is found is weak. */
	static final double LOW_RECALL = 0.75;
	/** More classes are counted, not named. */
	static final int MOST_NAMED = 3;

	/** Copies the list. */
	public EvaluationVerdict {
		weak = List.copyOf(weak);
	}

	/**
	 * @param evaluation of a side
	 * @param images what its images are for people, in one word, such as "hidden"
	 * @param side what they are in a word, for the numbers of images of a class,
	 *          such as "test"
	 * @return the verdict
	 */
	public static EvaluationVerdict of(final Evaluation evaluation,
		final String images, final String side)
	{
		final EvaluationResult result = evaluation.result();
		final Figures figures = result.figures();
		final long right = result.matrix().correct();
		final Interval interval = figures.accuracyInterval();
		final List<Integer> weak = weak(figures);
		final List<String> sentences = new ArrayList<>();
		sentences.add(right + " of " + figures.n() + " " + images + (figures
			.n() == 1 ? " image" : " images") + " right: " + percent(figures
				.accuracy()) + " % (" + percent(interval.low()) + " to " + percent(
					interval.high()) + " %).");
		final long present = figures.classes().stream().filter(
			ClassFigures::recallDefined).count();
		final boolean beyondGuessing = present > 1 && interval.low() > figures
			.guessing();
		sentences.add(present > 1 ? (beyondGuessing ? "Guessing"
			: "That is not clearly better than guessing") + ": always '" +
			mostFrequent(figures) + "' would be right for " + percent(figures
				.guessing()) + " %."
			: "All of them are of one class, so that nothing is known of the others.");
		if (!weak.isEmpty()) sentences.add("Weak: " + weak.stream().limit(
			MOST_NAMED).map(c -> weakness(result, c, side)).collect(Collectors
				.joining("; ")) + (weak.size() > MOST_NAMED ? "; and " + (weak.size() -
					MOST_NAMED) + " more" : "") + ".");
		final List<String> missing = figures.classes().stream().filter(c -> !c
			.recallDefined()).map(c -> "'" + c.label() + "'").toList();
		if (present > 1 && !missing.isEmpty()) sentences.add("There is no " +
			images + " image of " + missing.stream().limit(MOST_NAMED).collect(
				Collectors.joining(", ")) + (missing.size() > MOST_NAMED ? " and " +
					(missing.size() - MOST_NAMED) + " more classes" : "") + ".");
		evaluation.alarm().ifPresent(sentences::add);
		return new EvaluationVerdict(evaluation.trained() > 0 ? Kind.NOT_JUDGED
			: beyondGuessing ? ofClasses(figures, weak) : Kind.UNCLEAR, String.join(
				" ", sentences), weak);
	}

	private static Kind ofClasses(final Figures figures,
		final List<Integer> weak)
	{
		if (weak.isEmpty()) return Kind.WORKS;
		return weak.stream().anyMatch(c -> figures.classes().get(c)
			.recall() < LOW_RECALL) ? Kind.WORKS_IN_PART : Kind.TOO_FEW;
	}

	private static String mostFrequent(final Figures figures) {
		return figures.classes().stream().max(Comparator.comparingLong(
			ClassFigures::support)).orElseThrow().label();
	}

	private static List<Integer> weak(final Figures figures) {
		final List<ClassFigures> classes = figures.classes();
		return IntStream.range(0, classes.size()).filter(c -> classes.get(c)
			.recallDefined() && (classes.get(c).recall() < LOW_RECALL || classes.get(
				c).support() < FEW)).boxed().sorted(Comparator.comparingDouble(
					c -> classes.get(c).recall())).toList();
	}

	private static String weakness(final EvaluationResult result, final int label,
		final String side)
	{
		final ClassFigures figures = result.figures().classes().get(label);
		final long support = figures.support();
		final long found = result.matrix().count(label, label);
		final boolean few = support < FEW;
		final boolean low = figures.recall() < LOW_RECALL;
		return figures.label() + (low ? ", " + found + " of " + support + " found" +
			mistaken(result, label) : "") + (few ? ", only " + support + " " + side +
				(support == 1 ? " image" : " images") + ": get more of these" : "");
	}

	private static String mistaken(final EvaluationResult result,
		final int label)
	{
		final ConfusionMatrix matrix = result.matrix();
		final int other = IntStream.range(0, matrix.classes()).filter(
			c -> c != label).boxed().max(Comparator.comparingLong(c -> matrix.count(
				label, c))).orElseThrow();
		final long count = matrix.count(label, other);
		return count < 2 ? "" : ", " + count + " taken for " + result.labels().name(
			other);
	}

	/** Only what is all or nothing is 100 or 0. */
	private static String percent(final double share) {
		final String whole = String.format(Locale.ROOT, "%.0f", 100 * share);
		if (whole.equals("100") && share < 1) return String.format(Locale.ROOT,
			"%.1f", Math.min(99.9, 100 * share));
		if (whole.equals("0") && share > 0) return String.format(Locale.ROOT,
			"%.1f", Math.max(0.1, 100 * share));
		return whole;
	}
}

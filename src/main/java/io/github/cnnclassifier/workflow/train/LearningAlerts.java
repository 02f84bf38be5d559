
package io.github.cnnclassifier.workflow.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.cnnclassifier.evaluation.ClassFigures;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.report.ReportWarnings;

/**
 * What a person should know of a training while it lasts, in plain words. Pure:
 * the same images and epochs give the same sentences.
 */
public final class LearningAlerts {

	/** What is wrong. */
	public enum Kind {

			/** There are too few images to learn from, or to judge by. */
			FEW_IMAGES,

			/** A class is never the answer. */
			NEVER_PREDICTED,

			/** The images that are learned from are known by heart. */
			OVER_FITTING,

			/** For long no epoch was better than the best one. */
			NOT_BETTER,

			/** A loss is no number. */
			NOT_FINITE
	}

	/**
	 * Something that is worth knowing.
	 *
	 * @param kind what is wrong
	 * @param text whole sentences
	 */
	public record Alert(Kind kind, String text) {
	}

	/** Fewer images of a class teach little. */
	static final int FEW_TO_LEARN = 10;
	/** With fewer, one image more or less that is right moves the figure much. */
	static final int FEW_TO_JUDGE = 30;
	/** In so many epochs in a row a class is not the answer. */
	static final int NEVER_IN = 3;
	/** So many times the lowest loss, or it is no more than a wobble. */
	private static final double RISEN = 1.1;
	/** Epochs without a better one; of long runs a third. */
	static final int LONG = 10;
	private static final int PART_OF_RUN = 3;
	/** More names are not read. */
	private static final int MOST_NAMES = 10;

	private LearningAlerts() {}

	/**
	 * @param labels of the classes
	 * @param training how many images each class learns from
	 * @param validation how many images of each class judge
	 * @return what is to be said before anything is learned; may be empty
	 */
	public static List<Alert> ofImages(final List<String> labels,
		final int[] training, final int[] validation)
	{
		final List<Alert> alerts = new ArrayList<>();
		final List<String> few = IntStream.range(0, labels.size()).filter(
			c -> training[c] < FEW_TO_LEARN).mapToObj(c -> quoted(labels.get(c)) +
				" (" + training[c] + ")").toList();
		if (!few.isEmpty()) alerts.add(new Alert(Kind.FEW_IMAGES,
			"Too few images: fewer than " + FEW_TO_LEARN + " teach the class " +
				names(few) + ". Get more of " + (few.size() == 1 ? "it" : "these") +
				"."));
		final int judging = IntStream.of(validation).sum();
		if (judging > 0 && judging < FEW_TO_JUDGE) alerts.add(new Alert(
			Kind.FEW_IMAGES, String.format(Locale.ROOT,
				"Only %d %s that nothing is learned from %s how good an epoch is: each " +
					"one moves the figure by %.0f %%.", judging, judging == 1 ? "image"
						: "images", judging == 1 ? "tells" : "tell", 100.0 / judging)));
		final List<String> unjudged = IntStream.range(0, labels.size()).filter(
			c -> judging > 0 && validation[c] == 0).mapToObj(c -> quoted(labels.get(
				c))).toList();
		if (!unjudged.isEmpty()) alerts.add(new Alert(Kind.FEW_IMAGES,
			"No image tells how well the training gets on with the class " + names(
				unjudged) + "."));
		return alerts;
	}

	/**
	 * @param epochs that have ended, in order
	 * @param most how many there are at most; 0 if nobody knows
	 * @return what is to be said after the last one; may be empty
	 */
	public static List<Alert> ofEpochs(final List<EpochSummary> epochs,
		final int most)
	{
		final List<Alert> alerts = new ArrayList<>();
		if (epochs.isEmpty()) return alerts;
		addNotFinite(epochs.get(epochs.size() - 1), alerts);
		addNeverPredicted(epochs, alerts);
		final List<EpochSummary> run = epochs.stream().filter(e -> !e.isHead())
			.toList();
		if (run.isEmpty()) return alerts;
		addOverFitting(run, alerts);
		addNotBetter(run, most, alerts);
		return alerts;
	}

	private static void addNotFinite(final EpochSummary last,
		final List<Alert> alerts)
	{
		final EpochFigures figures = last.figures();
		if (Double.isInfinite(figures.trainingLoss()) || Double.isInfinite(figures
			.validationLoss()) || Double.isNaN(figures.validationLoss()) && last
				.validation().isPresent()) alerts.add(new Alert(Kind.NOT_FINITE, String
					.format(Locale.ROOT,
						"The loss of epoch %d is no number any more: the learning rate of " +
							"%s is probably too high.", figures.epoch(), figures
								.learningRate())));
	}

	private static void addNeverPredicted(final List<EpochSummary> epochs,
		final List<Alert> alerts)
	{
		if (epochs.size() < NEVER_IN) return;
		final List<EpochSummary> last = epochs.subList(epochs.size() - NEVER_IN,
			epochs.size());
		final List<ClassFigures> now = last.get(NEVER_IN - 1).classes();
		final List<String> never = IntStream.range(0, now.size()).filter(c -> now
			.get(c).support() > 0 && last.stream().allMatch(e -> e.classes()
				.size() == now.size() && e.classes().get(c).predicted() == 0)).mapToObj(
					c -> quoted(now.get(c).label())).toList();
		if (!never.isEmpty()) alerts.add(new Alert(Kind.NEVER_PREDICTED, "For " +
			NEVER_IN + " epochs no image was taken for the class " + names(never) +
			": the network does not tell " + (never.size() == 1 ? "it" : "these") +
			" from the others yet. If that stays so, more images of " + (never
				.size() == 1 ? "it" : "them") +
			", or 'sampling' as class balance, help."));
	}

	private static void addOverFitting(final List<EpochSummary> run,
		final List<Alert> alerts)
	{
		final EpochFigures last = run.get(run.size() - 1).figures();
		final EpochFigures lowest = run.stream().map(EpochSummary::figures).reduce(
			last, (a, b) -> b.validationLoss() < a.validationLoss() ? b : a);
		final double training = last.trainingLoss();
		final double validation = last.validationLoss();
		// no number is told by another alert
		if (Double.isFinite(validation) && ReportWarnings.isOverFitted(training,
			validation) && validation >= RISEN * lowest.validationLoss()) alerts.add(
				new Alert(Kind.OVER_FITTING, String.format(Locale.ROOT,
					"Over-fitting: the images that are learned from are known by heart " +
						"(loss %.2f), the others are not (%.2f, and %.2f in epoch %d). More " +
						"images, stronger augmentation or a smaller network help.",
					training, validation, lowest.validationLoss(), lowest.epoch())));
	}

	private static void addNotBetter(final List<EpochSummary> run, final int most,
		final List<Alert> alerts)
	{
		final int last = run.get(run.size() - 1).figures().epoch();
		final int best = run.stream().filter(EpochSummary::best).mapToInt(e -> e
			.figures().epoch()).max().orElse(0);
		if (best == 0 || last - best < Math.max(LONG, most / PART_OF_RUN)) return;
		alerts.add(new Alert(Kind.NOT_BETTER, "For " + (last - best) +
			" epochs none was better than epoch " + best + " on the images that " +
			"nothing is learned from. The last epochs of a run often bring most, as " +
			"the learning rate falls; who stops now keeps epoch " + best + "."));
	}

	private static String names(final List<String> quoted) {
		return quoted.stream().limit(MOST_NAMES).collect(Collectors.joining(", ")) +
			(quoted.size() > MOST_NAMES ? " and " + (quoted.size() - MOST_NAMES) +
				" more" : "");
	}

	private static String quoted(final String label) {
		return "'" + label + "'";
	}
}

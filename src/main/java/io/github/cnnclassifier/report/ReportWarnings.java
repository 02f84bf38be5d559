
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.github.cnnclassifier.evaluation.CalibrationError;
import io.github.cnnclassifier.evaluation.ClassFigures;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.Figures;
import io.github.cnnclassifier.evaluation.Interval;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.EpochFigures;

/** What makes figures doubtful, in whole sentences that say what to do. */
public final class ReportWarnings {

	/** Fewer images of a class say little about it. */
	static final int FEW_IMAGES = 10;

	/** Fewer groups say little about other groups. */
	private static final int FEW_GROUPS = 5;
	/** An interval that is wider leaves open how good a classifier is. */
	private static final double WIDE = 0.1;
	/** So many times as many images of a class as of another one. */
	private static final double IMBALANCE = 10;
	/** Confidences that are further from the accuracy mislead. */
	private static final double UNCALIBRATED = 0.05;
	/** From there on, the images that were learned from are known by heart. */
	private static final double GAP = 0.3;
	private static final double GAP_RATIO = 2;
	/** More names are not read. */
	private static final int MOST_NAMES = 10;
	private static final String STOPPED = "stopped at";

	private ReportWarnings() {}

	/** @return of the numbers of images; may be empty */
	static List<String> of(final EvaluationResult result) {
		final List<String> warnings = new ArrayList<>();
		final Figures figures = result.figures();
		final List<ClassFigures> present = figures.classes().stream().filter(
			ClassFigures::recallDefined).toList();
		addInterval(figures, present.size(), warnings);
		addNames("Never predicted: %s. The network does not tell " +
			"such a class from the others.", present.stream().filter(c -> !c
				.precisionDefined()).toList(), warnings);
		addImbalance(present, warnings);
		addCalibration(result.confidence().error(), warnings);
		addNames("Fewer than " + FEW_IMAGES +
			" images here, so that the figures of the class say little: %s.", figures
				.classes().stream().filter(c -> c.support() < FEW_IMAGES).toList(),
			warnings);
		return warnings;
	}

	private static void addInterval(final Figures figures, final int classes,
		final List<String> warnings)
	{
		final Interval interval = figures.accuracyInterval();
		final double width = interval.high() - interval.low();
		final boolean single = classes == 1 && figures.classes().size() > 1;
		if (single) warnings.add("All images are of one class: the figures say " +
			"nothing of the others.");
		else if (figures.classes().size() > 1 && interval.low() <= figures
			.guessing()) warnings.add("The accuracy is not clearly above " + Decimals
				.four(figures.guessing()) + ", the share that is right if the answer " +
				"is always the most frequent class.");
		if (width > WIDE) warnings.add(String.format(Locale.ROOT,
			"Few images: with %d of them, the accuracy is known no better than from " +
				"%.2f to %.2f, an interval %.2f wide at 95 %%. About %d would make it " +
				"half as wide.", figures.n(), interval.low(), interval.high(), width,
			4 * figures.n()));
	}

	private static void addCalibration(final CalibrationError error,
		final List<String> warnings)
	{
		if (error.value() >= UNCALIBRATED && error.interval().low() > error
			.byChance()) warnings.add("The confidence is not what it says: it is " +
				Decimals.four(error.value()) + " away from the accuracy in the mean " +
				"(expected calibration error; by chance it would be " + Decimals.four(
					error.byChance()) + ").");
	}

	private static void addImbalance(final List<ClassFigures> present,
		final List<String> warnings)
	{
		final Comparator<ClassFigures> bySupport = Comparator.comparingLong(
			ClassFigures::support);
		final ClassFigures most = present.stream().max(bySupport).orElseThrow();
		final ClassFigures fewest = present.stream().min(bySupport).orElseThrow();
		if (most.support() >= IMBALANCE * fewest.support()) warnings.add(
			"Strong imbalance: " + named(most) + " beside " + named(fewest) +
				" images. The accuracy is mostly that of frequent classes; balanced " +
				"accuracy and macro F1 count each class the same.");
	}

	private static void addNames(final String sentence,
		final List<ClassFigures> classes, final List<String> warnings)
	{
		if (classes.isEmpty()) return;
		final List<String> names = classes.stream().limit(MOST_NAMES).map(
			ReportWarnings::named).toList();
		warnings.add(sentence.replace("%s", String.join(", ", names) + (classes
			.size() > MOST_NAMES ? " and " + (classes.size() - MOST_NAMES) + " more"
				: "")));
	}

	private static String named(final ClassFigures figures) {
		return "\u201c" + figures.label() + "\u201d (" + figures.support() + ")";
	}

	/**
	 * @param description of a model
	 * @return of its training: that it was stopped early, or knows its own images
	 *         too well; may be empty
	 */
	public static List<String> ofTraining(
		final ClassifierDescription description)
	{
		final List<String> warnings = new ArrayList<>();
		final String end = description.training().settings().getOrDefault(
			"training", "");
		if (end.startsWith(STOPPED)) warnings.add("The training was " + end +
			": going on may make the model better.");
		final List<EpochFigures> history = description.training().history();
		if (history.isEmpty()) return warnings;
		final EpochFigures last = history.get(history.size() - 1);
		final double training = last.trainingLoss();
		final double validation = last.validationLoss();
		if (isOverFitted(training, validation)) warnings.add(String.format(
			Locale.ROOT,
			"Over-fitting: in the last epoch of the model the loss is %.2f on " +
				"training images and %.2f on validation images. More images, " +
				"stronger augmentation or a smaller network narrow the gap.", training,
			validation));
		return warnings;
	}

	/**
	 * @param training loss on the images that were learned from
	 * @param validation loss on others
	 * @return whether they are so far apart that the former are known by heart;
	 *         false where either is not known
	 */
	public static boolean isOverFitted(final double training,
		final double validation)
	{
		return validation - training >= GAP && validation >= GAP_RATIO * training;
	}

	/**
	 * @param groups that images come from which belong together
	 * @param what they judge, such as "evaluated images"
	 * @return that they are few; empty if they are not
	 */
	public static List<String> ofGroups(final int groups, final String what) {
		return groups >= FEW_GROUPS ? List.of() : List.of("The " + what +
			" come from " + (groups == 1 ? "a single group" : groups + " groups") +
			" only, so that little is known of other groups, and intervals are too " +
			"narrow. More groups help, more images of the same ones do not.");
	}
}

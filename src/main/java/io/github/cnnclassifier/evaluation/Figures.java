
package io.github.cnnclassifier.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

import io.github.cnnclassifier.model.ClassLabels;

/**
 * How good a classifier was on a set of images. Averages are those of
 * scikit-learn with {@code zero_division=0}: over the classes that appear in
 * the truth or among the predictions (its default label set), where 0/0 counts
 * as 0. Immutable.
 *
 * @param n number of images, at least 1
 * @param accuracy share of images that were classified correctly
 * @param accuracyInterval 95 % interval of the accuracy: Wilson's, unless
 *          images depend on each other
 * @param balancedAccuracy mean recall over the classes that have images
 * @param macro every class counts the same
 * @param micro every image counts the same; with one class per image all three
 *          equal the accuracy
 * @param weighted classes count by their support
 * @param mcc Matthews correlation coefficient, -1 to 1; 0 if truth or
 *          predictions are of one class only
 * @param undefinedPrecision number of averaged classes that were never
 *          predicted
 * @param undefinedRecall number of averaged classes without images
 * @param classes one per class of the classifier, in the order of its labels;
 *          also those that do not appear
 */
public record Figures(long n, double accuracy, Interval accuracyInterval,
		double balancedAccuracy, Averages macro, Averages micro, Averages weighted,
		double mcc, int undefinedPrecision, int undefinedRecall,
		List<ClassFigures> classes)
{

	/** Copies the list. */
	public Figures {
		classes = List.copyOf(classes);
	}

	/**
	 * @param labels of the classifier
	 * @param matrix with as many classes, at least one image
	 * @return its figures
	 * @throws IllegalArgumentException if there is no image, or if the numbers of
	 *           classes differ
	 */
	public static Figures of(final ClassLabels labels,
		final ConfusionMatrix matrix)
	{
		if (labels.size() != matrix.classes()) throw new IllegalArgumentException(
			"Expected a matrix of " + labels.size() + " classes, got " + matrix
				.classes());
		final long n = matrix.total();
		if (n == 0) throw new IllegalArgumentException(
			"Expected at least one image to evaluate, got none.");
		final List<ClassFigures> classes = IntStream.range(0, labels.size())
			.mapToObj(i -> ClassFigures.of(labels.name(i), matrix, i)).toList();
		final List<ClassFigures> appearing = classes.stream().filter(
			ClassFigures::appears).toList();
		final double accuracy = (double) matrix.correct() / n;
		final double balanced = classes.stream().filter(ClassFigures::recallDefined)
			.mapToDouble(ClassFigures::recall).average().orElseThrow();
		return new Figures(n, accuracy, Interval.wilson(matrix.correct(), n),
			balanced, Averages.macro(appearing), new Averages(accuracy, accuracy,
				accuracy), Averages.bySupport(appearing), mcc(matrix, n),
			(int) appearing.stream().filter(c -> !c.precisionDefined()).count(),
			(int) appearing.stream().filter(c -> !c.recallDefined()).count(),
			classes);
	}

	/**
	 * @param interval of the accuracy, for images that are not independent of
	 *          each other
	 * @return these figures with that interval
	 */
	Figures within(final Interval interval) {
		return new Figures(n, accuracy, interval, balancedAccuracy, macro, micro,
			weighted, mcc, undefinedPrecision, undefinedRecall, classes);
	}

	/**
	 * @return the share of images that always answering the most frequent class
	 *         would get right, above 0 and at most 1: what an accuracy has to
	 *         beat
	 */
	public double guessing() {
		return (double) classes.stream().mapToLong(ClassFigures::support).max()
			.orElse(0) / n;
	}

	/**
	 * @param labels of some of the classes
	 * @return the mean recall of those that have images; NaN if none has
	 */
	public double balancedAccuracy(final Collection<String> labels) {
		return classes.stream().filter(c -> c.recallDefined() && labels.contains(c
			.label())).mapToDouble(ClassFigures::recall).average().orElse(Double.NaN);
	}

	/** The multi-class form, after Gorodkin (2004). */
	private static double mcc(final ConfusionMatrix matrix, final double n) {
		double both = 0;
		double actual = 0;
		double predicted = 0;
		for (int i = 0; i < matrix.classes(); i++) {
			final double row = matrix.rowSum(i);
			final double column = matrix.columnSum(i);
			both += row * column;
			actual += row * row;
			predicted += column * column;
		}
		final double spread = (n * n - actual) * (n * n - predicted);
		return spread == 0 ? 0 : (matrix.correct() * n - both) / Math.sqrt(spread);
	}
}


package io.github.cnnclassifier.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import io.github.cnnclassifier.model.ClassLabels;

/**
 * All that there is to say of the predictions of one side: which side it was,
 * the figures with their intervals, and the curves. Immutable; all is found on
 * construction, which of 100,000 images takes seconds.
 */
public final class Evaluation {

	private final EvaluatedSide side;
	private final List<EvaluatedImage> images;
	private final EvaluationResult result;
	private final FigureValues values;
	private final FigureIntervals intervals;
	private final List<ClassCurves> curves;

	/**
	 * @param labels of the classifier
	 * @param side which images these are
	 * @param images at least one, each with one probability per class; copied
	 * @throws IllegalArgumentException if there is no image, or one has another
	 *           number of classes
	 */
	public Evaluation(final ClassLabels labels, final EvaluatedSide side,
		final List<EvaluatedImage> images)
	{
		this.side = side;
		this.images = List.copyOf(images);
		final EvaluationResult plain = new EvaluationResult(labels, this.images
			.stream().map(EvaluatedImage::labeled).toList());
		final List<String> units = this.images.stream().map(EvaluatedImage::unit)
			.toList();
		final GroupBootstrap bootstrap = GroupBootstrap.of(units);
		final DrawnFigures figures = new DrawnFigures(labels, plain.predictions(),
			bootstrap);
		values = figures.all();
		intervals = FigureIntervals.of(figures, values, bootstrap);
		result = plain.within(intervals.of(Figure.ACCURACY).orElseThrow(), units);
		curves = IntStream.range(0, labels.size()).mapToObj(c -> figures.ranked(c)
			.curves(labels.name(c))).toList();
	}

	/** @return which images were evaluated */
	public EvaluatedSide side() {
		return side;
	}

	/** @return the images in the order given; unmodifiable */
	public List<EvaluatedImage> images() {
		return images;
	}

	/**
	 * @return predictions, matrix and figures; the interval of the accuracy knows
	 *         of groups
	 */
	public EvaluationResult result() {
		return result;
	}

	/** @return where the figures lie, at 95 % */
	public FigureIntervals intervals() {
		return intervals;
	}

	/** @return of each class against the rest, in the order of the labels */
	public List<ClassCurves> curves() {
		return curves;
	}

	/**
	 * @param figure of all images
	 * @return its value; empty if it is 0/0, or has no meaning for so few classes
	 */
	public OptionalDouble value(final Figure figure) {
		return defined(figure.of(values));
	}

	/**
	 * @param figure of a class
	 * @param label 0-based
	 * @return its value; empty if it is 0/0
	 */
	public OptionalDouble value(final ClassFigure figure, final int label) {
		return defined(figure.of(values, label));
	}

	private static OptionalDouble defined(final double value) {
		return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(
			value);
	}

	/**
	 * @return how many figures are 0/0: of each class precision, recall, F1, area
	 *         under ROC and average precision, and of all images kappa and
	 *         Matthews correlation coefficient
	 */
	public int undefined() {
		return values.undefined();
	}

	/** @return how many of the images the classifier has learned from */
	public int trained() {
		return (int) images.stream().filter(EvaluatedImage::trained).count();
	}

	/**
	 * @return why the figures are too good, a sentence for people; empty if the
	 *         classifier has not learned from any of the images, as far as known
	 */
	public Optional<String> alarm() {
		final int trained = trained();
		return trained == 0 ? Optional.empty() : Optional.of(trained + " of the " +
			images.size() + (images.size() == 1 ? " evaluated image was"
				: " evaluated images were") +
			" used to train the model: the figures are too good.");
	}
}

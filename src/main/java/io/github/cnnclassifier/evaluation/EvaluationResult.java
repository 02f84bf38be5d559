
package io.github.cnnclassifier.evaluation;

import java.util.List;

import io.github.cnnclassifier.model.ClassLabels;

/**
 * The outcome of applying a classifier to images whose classes are known.
 * Immutable; the figures are computed once, on construction.
 */
public final class EvaluationResult {

	private final ClassLabels labels;
	private final List<LabeledPrediction> predictions;
	private final ConfusionMatrix matrix;
	private final Figures figures;
	private final double crossEntropy;

	/**
	 * @param labels of the classifier
	 * @param predictions at least one, each with one probability per class;
	 *          copied, the order is kept
	 * @throws IllegalArgumentException if there is no prediction, or one has
	 *           another number of classes
	 */
	public EvaluationResult(final ClassLabels labels,
		final List<LabeledPrediction> predictions)
	{
		this.labels = labels;
		this.predictions = List.copyOf(predictions);
		for (final LabeledPrediction p : this.predictions) {
			if (p.prediction().probabilities().length != labels.size())
				throw new IllegalArgumentException("Expected " + labels.size() +
					" probabilities for " + p.name() + ", got " + p.prediction()
						.probabilities().length);
		}
		this.matrix = ConfusionMatrix.of(labels.size(), this.predictions.stream()
			.mapToInt(LabeledPrediction::actual).toArray(), this.predictions.stream()
				.mapToInt(LabeledPrediction::predicted).toArray());
		this.figures = Figures.of(labels, matrix);
		this.crossEntropy = this.predictions.stream().mapToDouble(p -> p
			.prediction().crossEntropy(p.actual())).average().orElseThrow();
	}

	private EvaluationResult(final EvaluationResult other,
		final Figures figures)
	{
		this.labels = other.labels;
		this.predictions = other.predictions;
		this.matrix = other.matrix;
		this.figures = figures;
		this.crossEntropy = other.crossEntropy;
	}

	/** @return this with another interval of the accuracy */
	EvaluationResult within(final Interval interval) {
		return new EvaluationResult(this, figures.within(interval));
	}

	/** @return the classes of the classifier, in its order */
	public ClassLabels labels() {
		return labels;
	}

	/** @return all predictions in the order given; unmodifiable */
	public List<LabeledPrediction> predictions() {
		return predictions;
	}

	/** @return rows actual, columns predicted */
	public ConfusionMatrix matrix() {
		return matrix;
	}

	/** @return accuracy, averages and the figures of each class */
	public Figures figures() {
		return figures;
	}

	/**
	 * @return mean cross-entropy loss in nats, without class weights; a
	 *         probability of 0 counts as 1.2e-7
	 */
	public double crossEntropy() {
		return crossEntropy;
	}
}

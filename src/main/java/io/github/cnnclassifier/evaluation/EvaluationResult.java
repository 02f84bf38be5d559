
package io.github.cnnclassifier.evaluation;

import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.model.ClassLabels;

/**
 * The outcome of applying a classifier to images whose classes are known.
 * Immutable; the figures are computed once, on construction or when they are
 * first asked for. Thread-safe.
 */
public final class EvaluationResult {

	private final ClassLabels labels;
	private final List<LabeledPrediction> predictions;
	private final ConfusionMatrix matrix;
	private final Figures figures;
	private final double crossEntropy;
	private final Optional<List<String>> units;
	private ConfidenceFigures confidence;

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
		this.units = Optional.empty();
	}

	private EvaluationResult(final EvaluationResult other, final Figures figures,
		final List<String> units)
	{
		this.labels = other.labels;
		this.predictions = other.predictions;
		this.matrix = other.matrix;
		this.figures = figures;
		this.crossEntropy = other.crossEntropy;
		this.units = Optional.of(List.copyOf(units));
	}

	/**
	 * @param interval of the accuracy
	 * @param names of each prediction one that those share which are not
	 *          independent of each other
	 * @return this for predictions that depend on each other
	 */
	EvaluationResult within(final Interval interval, final List<String> names) {
		return new EvaluationResult(this, figures.within(interval), names);
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
	 * Computed when it is first asked for, since it takes long.
	 *
	 * @return what the confidence of the predictions is worth
	 */
	public synchronized ConfidenceFigures confidence() {
		if (confidence == null) confidence = ConfidenceFigures.of(predictions,
			units);
		return confidence;
	}

	/**
	 * @return mean cross-entropy loss in nats, without class weights; a
	 *         probability of 0 counts as 1.2e-7
	 */
	public double crossEntropy() {
		return crossEntropy;
	}
}

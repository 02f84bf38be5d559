
package io.github.cnnclassifier.workflow.train;

import java.util.Locale;
import java.util.Set;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.evaluation.EvaluatedSide;
import io.github.cnnclassifier.evaluation.Evaluation;
import io.github.cnnclassifier.evaluation.EvaluationVerdict;
import io.github.cnnclassifier.evaluation.Figures;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.Predictions;
import io.github.cnnclassifier.workflow.StackNames;

/** How good the network that a training keeps is on the validation side. */
final class ValidationFigures {

	private final Engine engine;
	private final Progress progress;

	/**
	 * @param engine predicts
	 * @param progress told how good it is
	 */
	ValidationFigures(final Engine engine, final Progress progress) {
		this.engine = engine;
		this.progress = progress;
	}

	/**
	 * @param request of the training
	 * @param data its images
	 * @param trained what it keeps
	 * @return the same with its figures
	 */
	TrainClassifier.Result of(final TrainClassifier.Request request,
		final TrainingData data, final Learning.Trained trained)
	{
		try (Network network = engine.load(trained.spec(), trained.weights())) {
			final Evaluation validation = evaluated(new Classifier(new ClassLabels(
				data.labels()), data.preprocessing(), network, trained.settings()
					.batchSize(), null), data, stacks(request, data));
			progress.message(besideGuessing(validation.result().figures()));
			final EvaluationVerdict verdict = EvaluationVerdict.of(validation,
				"validation", "validation");
			progress.message(verdict.kind().words() + " " + verdict.text());
			return new TrainClassifier.Result(request.model(), trained.result(),
				validation, data.split().leak(), data.survey().failed());
		}
	}

	/** @return of the images of a training, those that get one answer */
	static StackNames stacks(final TrainClassifier.Request request,
		final TrainingData data)
	{
		return StackNames.of(request.planes(), data.survey().images().samples());
	}

	private static Evaluation evaluated(final Classifier classifier,
		final TrainingData data, final StackNames stacks)
	{
		final Predictions predictions = Predictions.of(classifier, data.sides()
			.validation().samples(), stacks, Progress.none());
		return new Evaluation(classifier.labels(), new EvaluatedSide(
			"validation side",
			"images that were not learned from, and on which the " +
				"best epoch was chosen"), predictions.images(data.survey().samples(),
					stacks, data.grouping(), Set.of()));
	}

	private static String besideGuessing(final Figures figures) {
		return String.format(Locale.ROOT,
			"Right on images not learned from: %.0f %%; guessing (always the most " +
				"frequent class): %.0f %%.", 100 * figures.accuracy(), 100 * figures
					.guessing());
	}
}


package io.github.cnnclassifier.workflow.tune;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.Figures;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.tuning.Score;
import io.github.cnnclassifier.tuning.Setting;
import io.github.cnnclassifier.tuning.Trial;
import io.github.cnnclassifier.tuning.TrialTraining;
import io.github.cnnclassifier.workflow.train.Recipe;
import io.github.cnnclassifier.workflow.train.ValidatedTraining;

/** Trains with the settings of trials and judges by the validation side. */
final class TrialsOnImages implements TrialTraining {

	private static final String SEED = "seed";

	private final ValidatedTraining training;
	private final Function<Map<String, String>, Recipe> choices;
	private final TrainingListener listener;
	private final Progress study;

	/**
	 * @param training on the images
	 * @param choices of keys and their values, all others as the user has them
	 * @param listener watches each training
	 * @param study shows and cancels between trainings
	 */
	TrialsOnImages(final ValidatedTraining training,
		final Function<Map<String, String>, Recipe> choices,
		final TrainingListener listener, final Progress study)
	{
		this.training = training;
		this.choices = choices;
		this.listener = listener;
		this.study = study;
	}

	@Override
	public double work(final Setting setting, final double share) {
		try {
			return training.work(choices.apply(TunedKeys.keys(setting)), share,
				study);
		}
		catch (final UserFailure e) {
			// keys that exclude each other: told when it is trained
			return 0;
		}
	}

	@Override
	public Learned train(final Trial trial, final Progress progress)
		throws IOException
	{
		final Map<String, String> keys = new LinkedHashMap<>(TunedKeys.keys(trial
			.setting()));
		keys.put(SEED, Long.toString(trial.seed()));
		final ValidatedTraining.Validated validated = training.train(choices.apply(
			keys), trial.share(), listener, progress);
		return new Learned(score(validated.validation()), validated.result()
			.history(), validated.isWhole());
	}

	private static Score score(final EvaluationResult validation) {
		final Figures figures = validation.figures();
		final Map<String, StringBuilder> answers = new TreeMap<>();
		for (final LabeledPrediction p : validation.predictions())
			answers.computeIfAbsent(validation.labels().name(p.actual()),
				label -> new StringBuilder()).append(p.correct() ? '1' : '0');
		final Map<String, String> right = new TreeMap<>();
		answers.forEach((label, text) -> right.put(label, text.toString()));
		return new Score(figures.accuracy(), figures.balancedAccuracy(), figures
			.macro().f1(), validation.crossEntropy(), right);
	}
}

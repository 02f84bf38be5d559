
package io.github.cnnclassifier.workflow.tune;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.archive.ModelFileStore;
import io.github.cnnclassifier.archive.ResumeFile;
import io.github.cnnclassifier.failure.ExistingFile;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.tuning.Setting;
import io.github.cnnclassifier.workflow.Tools;
import io.github.cnnclassifier.workflow.train.InterruptedTraining;
import io.github.cnnclassifier.workflow.train.LearnFrom;
import io.github.cnnclassifier.workflow.train.ModelNotes;
import io.github.cnnclassifier.workflow.train.Recipe;
import io.github.cnnclassifier.workflow.train.ResumeTraining;
import io.github.cnnclassifier.workflow.train.SplitOptions;
import io.github.cnnclassifier.workflow.train.TrainClassifier;

/** The model of the winner, trained when the study is at its end. */
final class WinnerTraining {

	/** The setting of a model file that says which search it comes from. */
	private static final String SETTING = "tuning";

	private final Tools tools;
	private final TuneClassifier.Request request;
	private final Path model;
	private final TrainingListener listener;
	private final Progress progress;

	/**
	 * @param tools of the host
	 * @param request of a study with a model
	 * @param listener watches the training
	 * @param progress shows and cancels
	 */
	WinnerTraining(final Tools tools, final TuneClassifier.Request request,
		final TrainingListener listener, final Progress progress)
	{
		this.tools = tools;
		this.request = request;
		this.model = request.images().model().orElseThrow();
		this.listener = listener;
		this.progress = progress;
	}

	/**
	 * Before the study, which may take long.
	 *
	 * @throws UserFailure if the model cannot be written, or stands for something
	 *           that may not be replaced
	 */
	void requirePossible() throws IOException {
		final boolean interrupted = Files.exists(ResumeFile.of(model));
		// its training goes on in the end
		final boolean goesOn = interrupted && request.resume();
		final boolean isEnd = request.resume() && origin().isPresent();
		ModelFileStore.requireWritable(model, request.overwrite() || goesOn ||
			isEnd);
		if (interrupted && !request.overwrite() && !goesOn) throw new ExistingFile(
			interrupted() + " Choose another name for model, set overwrite=true to " +
				"drop it, or resume=true if it is that of this study.", model);
	}

	/**
	 * @return which search the model is of; empty if of none, or there is none
	 */
	private Optional<String> origin() {
		if (!Files.isRegularFile(model)) return Optional.empty();
		try {
			return Optional.ofNullable(ModelArchive.describe(model).training()
				.settings().get(SETTING));
		}
		catch (final UserFailure e) {
			// another kind of file, which is no end of anything
			return Optional.empty();
		}
	}

	private String interrupted() {
		return "A training of '" + model + "' was interrupted and can go on with " +
			"'Resume CNN Training...'; it is kept in '" + ResumeFile.of(model) + "'.";
	}

	/**
	 * @param winner of the study
	 * @param refused whether guessed groups were refused; they are not asked for
	 *          again
	 * @param rule by which the images were grouped
	 * @param study by which this one is known again
	 * @return the model; a training that was interrupted goes on, and one that
	 *         has ended is not repeated
	 * @throws UserFailure if one was interrupted that is not that of the winner,
	 *           or the model is of something else
	 */
	Path train(final Setting winner, final boolean refused, final String rule,
		final String study) throws IOException
	{
		final String origin = "the winner of a search (" + study + "): " + winner;
		final TrainClassifier.Request training = training(winner, refused,
			new ModelNotes(Map.of(SETTING, origin), Map.of()));
		if (isThere(origin)) return model;
		if (request.resume() && Files.exists(ResumeFile.of(model))) {
			if (new InterruptedTraining(model).isOf(training, rule)) {
				progress.message("Going on with the training of '" + model + "' with " +
					winner + ".");
				return new ResumeTraining(tools, listener, progress).run(
					new ResumeTraining.Request(model, Optional.of(request.images()
						.images()), ResumeTraining.AS_BEFORE)).training().model();
			}
			if (!request.overwrite()) throw new ExistingFile(interrupted() +
				" It is not one with " + winner +
				", so it cannot go on here. Choose another name for model, or set " +
				"overwrite=true to drop it.", model);
		}
		progress.message("Training '" + model + "' with " + winner + ".");
		// an answer about groups is known
		return new TrainClassifier(tools, listener, progress).run(training).model();
	}

	/** What a training that is going on has left is not the end. */
	private boolean isThere(final String origin) {
		final Optional<String> found = origin();
		if (!request.resume() || found.isEmpty() || Files.exists(ResumeFile.of(
			model))) return false;
		if (found.get().equals(origin)) {
			progress.message("The model '" + model + "' is there already.");
			return true;
		}
		if (!request.overwrite()) throw new ExistingFile("The model '" + model +
			"' exists already, and is not that of the winner of this study as it is " +
			"now. Choose another name for model, or set overwrite=true to replace " +
			"it.", model);
		return false;
	}

	private TrainClassifier.Request training(final Setting winner,
		final boolean refused, final ModelNotes notes)
	{
		final SplitOptions wished = request.images().division();
		final Recipe choices = request.choices().apply(TunedKeys.keys(winner));
		return new TrainClassifier.Request(request.images().images(), request
			.images().exclude(), refused ? wished.ungrouped() : wished, choices
				.input(), request.images().planes(), choices.start(), choices.network(),
			choices.training(), LearnFrom.TRAINING, model, request.overwrite(),
			request.images().cacheFolder(), request.images().corrections(), Optional
				.empty(), notes);
	}
}


package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.prepare.TrainingSet;
import io.github.cnnclassifier.dataset.prepare.ValidationSet;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.DatasetRecord;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.TrainingRecord;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.StopReason;
import io.github.cnnclassifier.training.TrainingResult;
import io.github.cnnclassifier.workflow.StoredSplit;

/**
 * A second run on the images of the training and the validation side together,
 * with what the first one has found. Nothing is chosen in it, so it needs no
 * validation; nobody can say how much better it is.
 */
final class FitToAll {

	private final Engine engine;
	private final TrainingData data;
	private final UnlikeScoring unlike;
	private final ModelNotes notes;
	private final Progress progress;

	/**
	 * @param unlike that has scored the first model, if anything has
	 * @param notes for the second one
	 */
	FitToAll(final Engine engine, final TrainingData data,
		final UnlikeScoring unlike, final ModelNotes notes, final Progress progress)
	{
		this.engine = engine;
		this.data = data;
		this.unlike = unlike;
		this.notes = notes;
		this.progress = progress;
	}

	/** Learns once more, with nothing to choose. */
	@FunctionalInterface
	interface SecondFit {

		/** @return what was learned; empty if the user stopped it */
		Optional<Weights> learn(TrainingSet all, ValidationSet none)
			throws IOException;
	}

	/**
	 * The file has the first model until the second one is ready, and keeps it if
	 * the user stops one of the runs.
	 *
	 * @param model the file
	 * @param first what it holds
	 * @param result of the run that it comes from
	 * @param second learns the weights of a network of the same layers
	 * @return whether the second one is ready
	 */
	boolean replace(final Path model, final SavedClassifier first,
		final TrainingResult result, final SecondFit second) throws IOException
	{
		if (result.stopReason() == StopReason.CANCELED) {
			tellStopped();
			return false;
		}
		progress.message("Now once more, on training and validation images " +
			"together. The figures above are of the first run and stay with the " +
			"model.");
		final TrainingSet all = data.sides().trainingAndValidation();
		final Optional<Weights> learned = learned(second, all);
		if (learned.isEmpty()) {
			tellStopped();
			return false;
		}
		ModelArchive.write(model, unlike.added(new SavedClassifier(described(first
			.description(), result.kept().epoch(), all), learned.get()), first
				.weights()), engine);
		progress.message("The model has now learned from " + all.samples().size() +
			" images.");
		return true;
	}

	private Optional<Weights> learned(final SecondFit second,
		final TrainingSet all) throws IOException
	{
		try {
			return second.learn(all, data.sides().noValidation());
		}
		catch (final CanceledException e) {
			return Optional.empty();
		}
	}

	private void tellStopped() {
		progress.message(
			"Stopped by the user: the model of the first run is kept, " +
				"which has not learned from the validation images.");
	}

	/**
	 * @param first what is said of the first model
	 * @param epochs of the second run
	 * @param learnedFrom by the second run
	 * @return what is to be said of the second model
	 */
	private ClassifierDescription described(final ClassifierDescription first,
		final int epochs, final TrainingSet learnedFrom)
	{
		final TrainingRecord record = first.training();
		final Map<String, String> settings = new LinkedHashMap<>(record.settings());
		settings.put(StoredSplit.LEARN_FROM, LearnFrom.ALL.label());
		settings.put("validation figures",
			"those of a first run, which learned from the training images alone; a " +
				"second one of " + epochs +
				" epochs learned from training and validation images");
		final TrainingRecord changed = new TrainingRecord(record.seed(), settings,
			record.epochs(), record.history(), dataset(record.dataset(), learnedFrom
				.samples()), record.versions(), record.date());
		return notes.addedTo(first.with(changed));
	}

	private DatasetRecord dataset(final DatasetRecord first,
		final SampleList samples)
	{
		final int[] counts = samples.classCounts();
		final Map<String, Integer> learnedFrom = new LinkedHashMap<>();
		for (int i = 0; i < counts.length; i++)
			learnedFrom.put(data.labels().get(i), counts[i]);
		return new DatasetRecord(first.fingerprint(), first.description() +
			"; in the end those that validate were learned from, too", first.split(),
			learnedFrom, first.grouping(), first.before());
	}
}


package io.github.cnnclassifier.workflow.crossvalidate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.archive.ModelFileStore;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.dataset.split.SplitFractions;
import io.github.cnnclassifier.evaluation.CrossValidationResult;
import io.github.cnnclassifier.evaluation.Figure;
import io.github.cnnclassifier.evaluation.Interval;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.workflow.Existing;
import io.github.cnnclassifier.workflow.StoredSplit;
import io.github.cnnclassifier.workflow.Tools;
import io.github.cnnclassifier.workflow.train.InterruptedTraining;
import io.github.cnnclassifier.workflow.train.LearnFrom;
import io.github.cnnclassifier.workflow.train.ModelNotes;
import io.github.cnnclassifier.workflow.train.Recipe;
import io.github.cnnclassifier.workflow.train.ResumeTraining;
import io.github.cnnclassifier.workflow.train.SplitOptions;
import io.github.cnnclassifier.workflow.train.TrainClassifier;

/**
 * The model for use, after a cross-validation: trained as each fold was, and
 * then once more on all images. Its own figures are those of the folds.
 */
final class FinalModel {

	/** The setting of a model file that says where its figures come from. */
	private static final String SETTING = "cross-validation";

	private final Tools tools;
	private final CrossValidate.Request request;
	private final Progress progress;

	FinalModel(final Tools tools, final CrossValidate.Request request,
		final Progress progress)
	{
		this.tools = tools;
		this.request = request;
		this.progress = progress;
	}

	/**
	 * Finds out before the folds what {@link #train} would complain about.
	 *
	 * @throws UserFailure if the file cannot be written, or may not be
	 */
	void requireWritable() throws IOException {
		final Path model = request.model().orElseThrow();
		if (request.existing() != Existing.CONTINUED) new InterruptedTraining(model)
			.requireReplaceable(request.existing() == Existing.REPLACED);
		else if (isInterrupted()) requireOwnTraining(model);
		else if (!Files.exists(model)) ModelFileStore.requireWritable(model, false);
		else if (origin(model).isEmpty()) throw notTheEnd(model, "a");
	}

	/** A model that has learned from all images was trained to its end. */
	private static boolean isWhole(final ClassifierDescription description) {
		return StoredSplit.learnedFrom(description).contains(Side.VALIDATION);
	}

	/** Only a run that is continued goes on with a training of its model. */
	private boolean isInterrupted() {
		return request.existing() == Existing.CONTINUED && new InterruptedTraining(
			request.model().orElseThrow()).isThere();
	}

	private void requireOwnTraining(final Path model) throws IOException {
		ModelFileStore.requireWritable(model, true);
		if (!new InterruptedTraining(model).isOf(training(request.groups(),
			ModelNotes.NONE))) throw new UserFailure("A training of '" + model +
				"' was interrupted that is not the end of this cross-validation; it " +
				"can go on with 'Resume CNN Training...'. Choose another name for " +
				"model; with resume=true the finished folds stay.");
	}

	private static UserFailure notTheEnd(final Path model, final String which) {
		return new UserFailure("The model '" + model +
			"' exists already, and is not the end of " + which +
			" cross-validation. Delete it or choose another name; with resume=true " +
			"the finished folds stay.");
	}

	/** @return where the figures come from; empty if from no cross-validation */
	private static Optional<String> origin(final Path model) {
		try {
			return Optional.of(ModelArchive.describe(model)).filter(
				FinalModel::isWhole).map(description -> description.training()
					.settings().get(SETTING));
		}
		catch (final UserFailure e) {
			// another kind of file, which is no end of anything
			return Optional.empty();
		}
	}

	/**
	 * Trains, and writes the file; goes on where that was interrupted.
	 *
	 * @param grouping that the folds kept to
	 * @param figures of the folds
	 * @param leak why they are too good, whole sentences; empty if they are not
	 * @throws CanceledException if the user stopped it; it can be continued
	 */
	void train(final Grouping grouping, final CrossValidationResult figures,
		final String leak) throws IOException
	{
		final Path model = request.model().orElseThrow();
		final String origin = origin(figures) + (leak.isEmpty() ? "" : "; " + leak);
		final boolean goesOn = isInterrupted();
		if (!goesOn && request.existing() == Existing.CONTINUED && Files.exists(
			model))
		{
			if (!Optional.of(origin).equals(origin(model))) throw notTheEnd(model,
				"this");
			progress.message("The model '" + model + "' is there already.");
			return;
		}
		final ModelNotes notes = notes(figures, origin);
		final SavedClassifier saved;
		try {
			saved = trained(model, grouping, notes, goesOn);
		}
		catch (final CanceledException e) {
			progress.message("Stopped by the user: the figures are finished and " +
				"kept; resume=true goes on with the model.");
			throw e;
		}
		// one that goes on was begun with the figures of its time
		if (!origin.equals(saved.description().training().settings().get(SETTING)))
			ModelArchive.write(model, new SavedClassifier(notes.addedTo(saved
				.description()), saved.weights(), saved.unlike()), tools.engine());
		progress.message("How good the model is, says the cross-validation: " +
			origin + ".");
	}

	/** @throws CanceledException if it was stopped, whatever there is already */
	private SavedClassifier trained(final Path model, final Grouping grouping,
		final ModelNotes notes, final boolean goesOn) throws IOException
	{
		if (goesOn) {
			progress.message("Now on with the model for use, from all images.");
			new ResumeTraining(tools, new TrainingListener() {}, progress).run(
				new ResumeTraining.Request(model, Optional.of(request.images()),
					ResumeTraining.AS_BEFORE));
		}
		else {
			progress.message("Now the model for use, from all images.");
			new TrainClassifier(tools, new TrainingListener() {}, progress).run(
				training(groups(grouping), notes));
		}
		final SavedClassifier saved = ModelArchive.read(model, tools.engine());
		// a training that is stopped ends well, with the model of its first run
		if (!isWhole(saved.description())) throw new CanceledException();
		return saved;
	}

	/** Groups that were guessed may have been refused. */
	private GroupingRule groups(final Grouping grouping) {
		return grouping.rule().equals(GroupingRule.NONE) ? GroupingRule.parse(
			GroupingRule.NONE) : request.groups();
	}

	private TrainClassifier.Request training(final GroupingRule groups,
		final ModelNotes notes)
	{
		final Recipe recipe = request.recipe();
		return new TrainClassifier.Request(request.images(), request.exclude(),
			new SplitOptions(groups, request.allowLeak(), Optional.empty(),
				SplitFractions.WITHOUT_TEST), recipe.input(), request.planes(), recipe
					.start(), recipe.network(), recipe.training(), LearnFrom.ALL, request
						.model().orElseThrow(), request.existing() == Existing.REPLACED,
			request.cacheFolder(), request.corrections(), Optional.empty(), notes);
	}

	private String origin(final CrossValidationResult figures) {
		return String.format(Locale.ROOT,
			"accuracy %.4f (95 %% interval %.4f to %.4f), balanced accuracy %.4f " +
				"(%.4f to %.4f), in %d folds of the same images, groups: %s", figures
					.pooled().figures().accuracy(), figures.interval(Figure.ACCURACY)
						.low(), figures.interval(Figure.ACCURACY).high(), figures.pooled()
							.figures().balancedAccuracy(), figures.interval(
								Figure.BALANCED_ACCURACY).low(), figures.interval(
									Figure.BALANCED_ACCURACY).high(), figures.folds().size(),
			request.folds().leavesGroupsOut() ? "left out one by one"
				: "kept together");
	}

	private static ModelNotes notes(final CrossValidationResult figures,
		final String origin)
	{
		final Map<String, Double> metrics = new LinkedHashMap<>();
		put(metrics, "accuracy", figures.pooled().figures().accuracy(), figures
			.interval(Figure.ACCURACY));
		put(metrics, "balancedAccuracy", figures.pooled().figures()
			.balancedAccuracy(), figures.interval(Figure.BALANCED_ACCURACY));
		put(metrics, "macroF1", figures.pooled().figures().macro().f1(), figures
			.interval(Figure.MACRO_F1));
		return new ModelNotes(Map.of(SETTING, origin), metrics);
	}

	private static void put(final Map<String, Double> metrics, final String name,
		final double value, final Interval interval)
	{
		final String prefix = "crossValidation." + name;
		metrics.put(prefix, value);
		metrics.put(prefix + ".low95", interval.low());
		metrics.put(prefix + ".high95", interval.high());
	}
}


package io.github.cnnclassifier.workflow.crossvalidate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.dataset.split.SplitFractions;
import io.github.cnnclassifier.evaluation.CrossValidationResult;
import io.github.cnnclassifier.evaluation.Interval;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.TrainingRecord;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.workflow.Existing;
import io.github.cnnclassifier.workflow.Tools;
import io.github.cnnclassifier.workflow.train.LearnFrom;
import io.github.cnnclassifier.workflow.train.Recipe;
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

	/** @return whether the file is the end of a cross-validation already */
	boolean isDone() {
		try {
			return ModelArchive.describe(request.model().orElseThrow()).training()
				.settings().containsKey(SETTING);
		}
		catch (final UserFailure e) {
			// another kind of file, which is no end of anything
			return false;
		}
	}

	/**
	 * Trains, and writes the file.
	 *
	 * @param grouping that the folds kept to
	 * @param figures of the folds
	 */
	void train(final Grouping grouping, final CrossValidationResult figures)
		throws IOException
	{
		final Path model = request.model().orElseThrow();
		if (request.existing() == Existing.CONTINUED && model.toFile().exists()) {
			progress.message("The model '" + model + "' is there already.");
			return;
		}
		progress.message("Now the model for use, from all images.");
		final Recipe recipe = request.recipe();
		// groups that were guessed may have been refused
		final GroupingRule groups = grouping.rule().equals(GroupingRule.NONE)
			? GroupingRule.parse(GroupingRule.NONE) : request.groups();
		new TrainClassifier(tools, new TrainingListener() {}, progress).run(
			new TrainClassifier.Request(request.images(), request.exclude(),
				new SplitOptions(groups, request.allowLeak(), Optional.empty(),
					SplitFractions.WITHOUT_TEST), recipe.input(), request.planes(), recipe
						.start(), recipe.network(), recipe.training(), LearnFrom.ALL, model,
				request.existing() == Existing.REPLACED, request.cacheFolder()));
		final SavedClassifier saved = ModelArchive.read(model, tools.engine());
		final String origin = origin(figures);
		ModelArchive.write(model, new SavedClassifier(described(saved.description(),
			figures, origin), saved.weights()), tools.engine());
		progress.message("How good the model is, says the cross-validation: " +
			origin + ".");
	}

	private String origin(final CrossValidationResult figures) {
		return String.format(Locale.ROOT,
			"accuracy %.4f (95 %% interval %.4f to %.4f), balanced accuracy %.4f " +
				"(%.4f to %.4f), in %d folds of the same images, groups: %s", figures
					.pooled().figures().accuracy(), figures.intervals().accuracy().low(),
			figures.intervals().accuracy().high(), figures.pooled().figures()
				.balancedAccuracy(), figures.intervals().balancedAccuracy().low(),
			figures.intervals().balancedAccuracy().high(), figures.folds().size(),
			request.folds().leavesGroupsOut() ? "left out one by one"
				: "kept together");
	}

	private static ClassifierDescription described(
		final ClassifierDescription trained, final CrossValidationResult figures,
		final String origin)
	{
		final TrainingRecord record = trained.training();
		final Map<String, String> settings = new LinkedHashMap<>(record.settings());
		settings.put(SETTING, origin);
		final Map<String, Double> metrics = new LinkedHashMap<>(trained.metrics());
		put(metrics, "accuracy", figures.pooled().figures().accuracy(), figures
			.intervals().accuracy());
		put(metrics, "balancedAccuracy", figures.pooled().figures()
			.balancedAccuracy(), figures.intervals().balancedAccuracy());
		put(metrics, "macroF1", figures.pooled().figures().macro().f1(), figures
			.intervals().macroF1());
		return new ClassifierDescription(trained.name(), trained.labels(), trained
			.architecture(), trained.preprocessing(), trained.planes(), trained
				.images(), new TrainingRecord(record.seed(), settings, record.epochs(),
					record.history(), record.dataset(), record.versions(), record.date()),
			metrics);
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


package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.cnnclassifier.dataset.inspect.ShortcutCheck;
import io.github.cnnclassifier.dataset.inspect.ShortcutFindings;
import io.github.cnnclassifier.dataset.source.AppliedCorrections;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.CorrectionsTable;
import io.github.cnnclassifier.report.DataSummary;
import io.github.cnnclassifier.report.EvaluationFiles;
import io.github.cnnclassifier.report.ReportContext;
import io.github.cnnclassifier.report.ReportWarnings;
import io.github.cnnclassifier.report.ShortcutTable;
import io.github.cnnclassifier.workflow.ErrorHeatMaps;
import io.github.cnnclassifier.workflow.ErrorThumbnails;
import io.github.cnnclassifier.workflow.ImagesSummary;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.ModelReport;
import io.github.cnnclassifier.workflow.OpenModel;
import io.github.cnnclassifier.workflow.ReportPictures;
import io.github.cnnclassifier.workflow.StackNames;

/** The report of a training on its validation side, if one is asked for. */
final class ValidationReport {

	private final TrainClassifier.Request request;
	private final Engine engine;
	private final Progress progress;
	/** Names of files. */
	private Set<String> written = Set.of();

	/** @param request of the training */
	ValidationReport(final TrainClassifier.Request request, final Engine engine,
		final Progress progress)
	{
		this.request = request;
		this.engine = engine;
		this.progress = progress;
	}

	/**
	 * Before the training, which may take long.
	 *
	 * @throws UserFailure if the report cannot be written, or may not be
	 */
	void requireWritable() throws IOException {
		if (request.report().isPresent()) EvaluationFiles.requireWritable(request
			.report().get(), request.overwrite(), request.images(), request.model());
	}

	/**
	 * When the model file is written, from which heat maps are drawn.
	 *
	 * @param data of the training
	 * @param description of the model that was validated
	 * @param result of the training
	 */
	void write(final TrainingData data, final ClassifierDescription description,
		final TrainClassifier.Result result) throws IOException
	{
		if (request.report().isEmpty()) return;
		final Path folder = request.report().get();
		final List<SurveyedSample> samples = side(data, Side.VALIDATION);
		final StackNames stacks = StackNames.of(request.planes(), data.survey()
			.images().samples());
		final ReportPictures pictures = new ReportPictures();
		final Map<String, byte[]> maps = pictures.drawn(() -> ErrorHeatMaps.of(
			result.validation(), samples, stacks, OpenModel.heatMaps(request.model(),
				InputOverrides.NONE, engine), progress));
		written = EvaluationFiles.write(folder, result.measured(), List.of(),
			ErrorThumbnails.of(EvaluationFiles.pictured(result.validation()), samples,
				stacks, Progress.none()), pictures.told(context(data, description,
					result).withHeatMaps(maps)));
		progress.message("The report is in '" + EvaluationFiles.page(folder)
			.toAbsolutePath().normalize() + "'." + (pictures.missing().isPresent()
				? " As the run was stopped, it does not show what the network looked at."
				: ""));
	}

	/** Takes away what {@link #write} has written. */
	void discard() throws IOException {
		for (final String name : written)
			Files.deleteIfExists(request.report().get().resolve(name));
	}

	private ReportContext context(final TrainingData data,
		final ClassifierDescription description,
		final TrainClassifier.Result result)
	{
		final ShortcutCheck shortcuts = ShortcutCheck.of(side(data,
			Side.VALIDATION), data.grouping());
		return new ModelReport("Training of " + description.name(), request
			.images(), side(result), warnings(data, shortcuts, result), result
				.failed()).context(description, result.validation(), engine
					.description()).withHistory(result.training().history()).with(summary(
						data)).with(ShortcutTable.part(shortcuts, result.validation()))
			.with(CorrectionsTable.part(corrections(data)));
	}

	private List<String> warnings(final TrainingData data,
		final ShortcutCheck shortcuts, final TrainClassifier.Result result)
	{
		final List<String> warnings = new ArrayList<>();
		if (!result.leak().isEmpty()) warnings.add(result.leak());
		corrections(data).caveat().ifPresent(warnings::add);
		ShortcutFindings.warnings(shortcuts, result.validation().figures()
			.balancedAccuracy(shortcuts.classes())).forEach(warning -> {
				progress.message("Warning: " + warning);
				warnings.add(warning);
			});
		final long groups = groups(data);
		if (groups > 0) warnings.addAll(ReportWarnings.ofGroups((int) groups,
			"validation images"));
		return warnings;
	}

	private static AppliedCorrections corrections(final TrainingData data) {
		return data.survey().images().corrections();
	}

	private String side(final TrainClassifier.Result result) {
		return result.validation().figures().n() + " images: the validation " +
			"side, which weights were not learned from, but which may have chosen " +
			"among epochs and settings" + (request.learnFrom() == LearnFrom.ALL
				? "; the model learns from it as well in the end, and these are the " +
					"figures from before that" : "");
	}

	private static DataSummary summary(final TrainingData data) {
		final ImagesSummary summary = new ImagesSummary(data.labels());
		for (final Side side : Side.values())
			summary.read(side.label(), side(data, side), data.grouping()::groupOf);
		summary.fact("groups", data.grouping().statement());
		final int failed = data.survey().failed().size();
		if (failed > 0) summary.fact("not readable", failed + (failed == 1
			? " image" : " images"));
		return summary.summary();
	}

	private static long groups(final TrainingData data) {
		return ImagesSummary.groups(side(data, Side.VALIDATION), data
			.grouping()::groupOf);
	}

	private static List<SurveyedSample> side(final TrainingData data,
		final Side side)
	{
		return data.split().select(data.survey().samples(), side);
	}
}

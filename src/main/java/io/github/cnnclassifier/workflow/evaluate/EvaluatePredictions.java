
package io.github.cnnclassifier.workflow.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.github.cnnclassifier.dataset.source.LabelRules;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.evaluation.EvaluatedImage;
import io.github.cnnclassifier.evaluation.EvaluatedSide;
import io.github.cnnclassifier.evaluation.Evaluation;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.evaluation.UnlabeledPrediction;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.EvaluationFiles;
import io.github.cnnclassifier.report.HeldOutRow;
import io.github.cnnclassifier.report.LabelValue;
import io.github.cnnclassifier.report.PredictionTable;
import io.github.cnnclassifier.report.PredictionTable.Row;
import io.github.cnnclassifier.report.ReportContext;
import io.github.cnnclassifier.workflow.PredictingModel;
import io.github.cnnclassifier.workflow.Versions;

/**
 * How good predictions are that stand in a table: those of a cross-validation,
 * of an earlier evaluation, or of another program. No image is read.
 */
public final class EvaluatePredictions {

	/** Of a table that does not tell. */
	static final String UNKNOWN_SIDE = "unknown side";

	/**
	 * What is asked for.
	 *
	 * @param predictions the table
	 * @param exclude classes to leave out
	 * @param model whose classes the table must have; empty if any will do
	 * @param allowTrained whether images count that were learned from
	 * @param output folder for tables and report; empty for none
	 * @param overwrite whether existing files may be replaced
	 */
	public record Request(Path predictions, Set<String> exclude,
			Optional<Path> model, boolean allowTrained, Optional<Path> output,
			boolean overwrite)
	{
	}

	/**
	 * What came of it.
	 *
	 * @param evaluated the same as of images and a model
	 */
	public record Result(EvaluateClassifier.Result evaluated) {
	}

	private final Progress progress;

	/** @param progress shows and cancels */
	public EvaluatePredictions(final Progress progress) {
		this.progress = progress;
	}

	/**
	 * Evaluates.
	 *
	 * @param request what is asked for
	 * @return what came of it
	 * @throws WrongUsage if a class to leave out is not in the table
	 * @throws UserFailure if the table is none of predictions, is of other
	 *           classes than the model, or has images that were learned from
	 * @throws IOException if the disk fails
	 */
	public Result run(final Request request) throws IOException {
		if (request.output().isPresent()) EvaluationFiles.requireWritable(request
			.output().get(), request.overwrite(), request.predictions());
		final PredictionTable table = PredictionTable.read(request.predictions());
		request.model().ifPresent(model -> PredictingModel.requireClasses(model,
			request.predictions(), table.labels()));
		final List<Row> rows = kept(table, request.exclude());
		requireKnownClasses(rows, table.labels(), request.predictions());
		final Sorted sorted = Sorted.of(rows, table.labels());
		if (sorted.labeled().isEmpty() && sorted.unlabeled().isEmpty())
			throw new UserFailure("Not a single row of '" + request.predictions() +
				"' has a prediction. The first one, '" + sorted.failed().get(0).name() +
				"': " + sorted.failed().get(0).reason());
		if (!sorted.unlabeled().isEmpty()) progress.message(sorted.unlabeled()
			.size() + " of " + rows.size() + " rows of '" + request.predictions()
				.getFileName() +
			"' have no class in the column actual: they are not in any figure.");
		return new Result(sorted.labeled().isEmpty() ? withoutClasses(request, table
			.labels(), sorted) : evaluated(request, table, sorted));
	}

	private static List<Row> kept(final PredictionTable table,
		final Set<String> exclude)
	{
		final Set<String> known = new TreeSet<>(table.labels().names());
		table.rows().forEach(row -> known.add(row.image().actual()));
		final Set<String> unknown = new TreeSet<>(exclude);
		unknown.removeAll(known);
		if (!unknown.isEmpty()) throw new WrongUsage(
			"Expected classes to exclude from " + LabelRules.quoted(table.labels()
				.names()) + ", found " + LabelRules.quoted(List.copyOf(unknown)) + ".");
		final List<Row> kept = table.rows().stream().filter(row -> !exclude
			.contains(row.image().actual())).toList();
		if (kept.isEmpty()) throw new UserFailure(
			"Expected predictions, but all classes of the table are excluded. Name " +
				"fewer classes.");
		return kept;
	}

	private static void requireKnownClasses(final List<Row> rows,
		final ClassLabels labels, final Path table)
	{
		final Set<String> unknown = new TreeSet<>();
		rows.stream().map(Row::image).filter(image -> image.prediction()
			.isPresent()).map(HeldOutRow::actual).filter(actual -> !actual
				.isEmpty() && labels.indexOf(actual) < 0).forEach(unknown::add);
		if (!unknown.isEmpty()) throw new UserFailure("Expected the classes " +
			LabelRules.quoted(labels.names()) + " in the column actual of '" + table +
			"', as there are probabilities of these, found " + LabelRules.quoted(List
				.copyOf(unknown)) +
			". Rename them in the table, or leave them out with " + LabelRules
				.exclusion(List.copyOf(unknown)) + ".");
	}

	/** The rows by what can be done with them. */
	private record Sorted(List<EvaluatedImage> labeled,
			List<UnlabeledPrediction> unlabeled, List<FailedSample> failed)
	{

		static Sorted of(final List<Row> rows, final ClassLabels labels) {
			final Sorted sorted = new Sorted(new ArrayList<>(), new ArrayList<>(),
				new ArrayList<>());
			rows.forEach(row -> sorted.add(row, labels));
			return sorted;
		}

		private void add(final Row row, final ClassLabels labels) {
			final HeldOutRow image = row.image();
			if (image.prediction().isEmpty()) failed.add(new FailedSample(image
				.name(), image.actual(), image.error()));
			else if (image.actual().isEmpty()) unlabeled.add(new UnlabeledPrediction(
				image.name(), image.prediction().get()));
			else labeled.add(new EvaluatedImage(new LabeledPrediction(image.name(),
				labels.indexOf(image.actual()), image.prediction().get()), image
					.group(), row.trained()));
		}
	}

	private EvaluateClassifier.Result withoutClasses(final Request request,
		final ClassLabels labels, final Sorted sorted) throws IOException
	{
		if (request.output().isPresent()) EvaluationFiles.writePredictions(request
			.output().get(), labels, sorted.unlabeled(), sorted.failed());
		return EvaluateClassifier.Result.ofUnlabeled(labels, sorted.unlabeled(),
			sorted.failed());
	}

	private EvaluateClassifier.Result evaluated(final Request request,
		final PredictionTable table, final Sorted sorted) throws IOException
	{
		final String name = table.side().orElse(UNKNOWN_SIDE);
		requireUnseen(name, sorted.labeled(), request.allowTrained());
		final EvaluatedSide side = new EvaluatedSide(name, sorted.labeled().size() +
			" predictions of '" + request.predictions().getFileName() + "': " + name);
		progress.message("Evaluating " + side.description() + ".");
		progress.update(Double.NaN, "Finding figures and intervals");
		final Evaluation evaluation = new Evaluation(table.labels(), side, sorted
			.labeled());
		final List<String> warnings = warnings(table, evaluation);
		warnings.forEach(warning -> progress.message("Warning: " + warning));
		MeasuredSide.tell(evaluation, progress);
		if (request.output().isPresent()) EvaluationFiles.write(request.output()
			.get(), evaluation, sorted.unlabeled(), Map.of(), context(request, side,
				sorted.failed(), warnings));
		return new EvaluateClassifier.Result(Optional.of(evaluation), table
			.labels(), sorted.unlabeled(), name, side.description(), sorted.failed());
	}

	private static void requireUnseen(final String side,
		final List<EvaluatedImage> images, final boolean allowed)
	{
		final List<EvaluatedImage> trained = images.stream().filter(
			EvaluatedImage::trained).toList();
		// whoever evaluated these sides has asked for them by name
		final boolean named = side.equals(EvaluatedPart.nameOf(Side.TRAINING)) ||
			side.equals(EvaluatedPart.nameOf(Side.VALIDATION));
		if (!trained.isEmpty() && !allowed && !named) throw TrainedImages.refusal(
			trained.size(), images.size(), trained.get(0).labeled().name(),
			"Remove these rows from the table.");
	}

	private static List<String> warnings(final PredictionTable table,
		final Evaluation evaluation)
	{
		final List<String> warnings = new ArrayList<>();
		if (table.side().isEmpty()) warnings.add(
			"The table does not tell which images these are: if the model has " +
				"learned from some of them, the figures are too good.");
		MissingClasses.warning(table.labels().names(), new LinkedHashSet<>(
			evaluation.images().stream().map(image -> table.labels().name(image
				.labeled().actual())).toList())).ifPresent(warnings::add);
		return warnings;
	}

	private static ReportContext context(final Request request,
		final EvaluatedSide side, final List<FailedSample> failed,
		final List<String> warnings)
	{
		final List<LabelValue> details = new ArrayList<>();
		details.add(new LabelValue("table of predictions", request.predictions()
			.toString()));
		request.model().ifPresent(model -> details.add(new LabelValue("model", model
			.toString())));
		details.add(new LabelValue("evaluated with CNN Classifier", Versions
			.program()));
		return new ReportContext("Evaluation of predictions",
			"Predictions in the table '" + request.predictions().getFileName() + "'",
			side.description(), details, List.of(), failed, warnings);
	}
}


package io.github.cnnclassifier.workflow.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.dataset.source.AppliedCorrections;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.evaluation.PairedComparison;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.ComparisonContext;
import io.github.cnnclassifier.report.ComparisonFiles;
import io.github.cnnclassifier.report.CorrectionsTable;
import io.github.cnnclassifier.report.PredictionTable;
import io.github.cnnclassifier.workflow.ReportPictures;
import io.github.cnnclassifier.workflow.Tools;

/** Which of two classifiers is better, on the same images. */
public final class CompareClassifiers {

	/**
	 * What is asked for.
	 *
	 * @param images labeled images; empty if both are tables of predictions
	 * @param exclude classes to leave out
	 * @param groups which images belong together and so count as one
	 * @param model a model file, the name of a shipped model, or a table of
	 *          predictions
	 * @param other the one to compare it with, of the same kind
	 * @param split which of the images; not the training side
	 * @param planes what becomes of stacks; null for what the models say
	 * @param output folder for tables and a page; empty for none
	 * @param overwrite whether existing files may be replaced
	 */
	public record Request(Optional<Path> images, Set<String> exclude,
			GroupingRule groups, Path model, Path other, EvaluatedPart split,
			PlanePolicy planes, Optional<Path> output, boolean overwrite)
	{
	}

	/**
	 * What came of it.
	 *
	 * @param comparison of the two
	 * @param part which images were compared and why, in words
	 * @param warnings what a reader must know of the figures, whole sentences
	 * @param failed images without a prediction, with the reason
	 */
	public record Result(PairedComparison comparison, String part,
			List<String> warnings, List<FailedSample> failed)
	{
	}

	/** The answers of both, and what there is to know of them. */
	record Answers(ComparedTables tables, String data, String part,
			List<String> warnings, List<FailedSample> failed, Pictures pictures,
			AppliedCorrections corrections)
	{
	}

	/** Reads the pictures that the page shows. */
	interface Pictures {

		Map<String, ItemOutcome<SampleImage>> of(List<String> names);
	}

	private final Tools tools;
	private final Progress progress;

	/**
	 * @param tools of the host
	 * @param progress shows and cancels
	 */
	public CompareClassifiers(final Tools tools, final Progress progress) {
		this.tools = tools;
		this.progress = progress;
	}

	/**
	 * Compares.
	 *
	 * @param request what is asked for
	 * @return what came of it
	 * @throws WrongUsage if the request is malformed
	 * @throws UserFailure if images and models do not allow it: nothing is left
	 *           that neither model has learned from, say
	 * @throws CanceledException if the user stopped; nothing is written then,
	 *           unless only pictures of the page were missing
	 * @throws IOException if the disk fails
	 */
	public Result run(final Request request) throws IOException {
		if (request.output().isPresent()) ComparisonFiles.requireWritable(request
			.output().get(), request.overwrite(), inputs(request));
		final boolean tables = isTable(request.model());
		if (tables != isTable(request.other())) throw new WrongUsage(
			"Expected model and other to be two models, or two tables of " +
				"predictions that end with .csv, found '" + request.model() +
				"' and '" + request.other() + "'.");
		final Answers answers = tables ? answersOfTables(request)
			: new ComparedModels(tools, progress).answers(request);
		final PairedComparison comparison = PairedComparison.of(answers.tables()
			.images());
		final List<String> warnings = new ArrayList<>(answers.warnings());
		warnings.addAll(answers.tables().warnings());
		warnings.forEach(progress::message);
		if (request.output().isPresent()) write(request, comparison, answers,
			warnings);
		return new Result(comparison, answers.part(), warnings, answers.failed());
	}

	private void write(final Request request, final PairedComparison comparison,
		final Answers answers, final List<String> warnings) throws IOException
	{
		final Path folder = request.output().get();
		final ReportPictures pictures = new ReportPictures();
		final Map<String, ItemOutcome<SampleImage>> thumbnails = pictures.drawn(
			() -> answers.pictures().of(ComparisonFiles.pictured(comparison)));
		final List<String> told = new ArrayList<>(warnings);
		pictures.missing().ifPresent(told::add);
		ComparisonFiles.write(folder, comparison, thumbnails, new ComparisonContext(
			name(request.model()), name(request.other()), answers.data(), answers
				.part(), told, answers.failed(), CorrectionsTable.part(answers
					.corrections())));
		pictures.requireUnstopped(ComparisonFiles.page(folder), progress);
	}

	private static Path[] inputs(final Request request) {
		final List<Path> inputs = new ArrayList<>(List.of(request.model(), request
			.other()));
		request.images().ifPresent(inputs::add);
		return inputs.toArray(Path[]::new);
	}

	private static boolean isTable(final Path model) {
		return model.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
	}

	/** They say themselves which images they are of. */
	private Answers answersOfTables(final Request request) throws IOException {
		final PredictionTable first = PredictionTable.readLabeled(request.model());
		final PredictionTable second = PredictionTable.readLabeled(request.other());
		final List<FailedSample> failed = new ArrayList<>();
		final Set<String> names = new HashSet<>();
		for (final PredictionTable table : List.of(first, second))
			table.rows().stream().map(PredictionTable.Row::image).filter(row -> !row
				.error().isEmpty() && names.add(row.name())).forEach(row -> failed.add(
					new FailedSample(row.name(), row.actual(), row.error())));
		return new Answers(ComparedTables.of(first, second), "Predictions in '" +
			request.model() + "' and '" + request.other() + "'",
			"The images of both tables.", List.of(
				"Tables do not tell which images a model has learned from: the " +
					"comparison is fair if both were made of images that neither has."),
			failed, unused -> Map.of(), AppliedCorrections.NONE);
	}

	private static String name(final Path model) {
		final Path name = model.toAbsolutePath().normalize().getFileName();
		return name == null ? model.toString() : name.toString();
	}
}

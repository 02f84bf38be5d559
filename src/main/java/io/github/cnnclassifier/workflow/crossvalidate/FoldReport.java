
package io.github.cnnclassifier.workflow.crossvalidate;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.cnnclassifier.dataset.inspect.ShortcutCheck;
import io.github.cnnclassifier.dataset.inspect.ShortcutFindings;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.evaluation.CrossValidationResult;
import io.github.cnnclassifier.evaluation.HeldOutPrediction;
import io.github.cnnclassifier.evaluation.LikelyWrongLabel;
import io.github.cnnclassifier.evaluation.LikelyWrongLabels;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.CorrectionsTable;
import io.github.cnnclassifier.report.CrossValidationFiles;
import io.github.cnnclassifier.report.CrossValidationTables;
import io.github.cnnclassifier.report.CrossValidationTables.FoldRow;
import io.github.cnnclassifier.report.DataSummary;
import io.github.cnnclassifier.report.EvaluationFiles;
import io.github.cnnclassifier.report.HeldOutCsv;
import io.github.cnnclassifier.report.HeldOutRow;
import io.github.cnnclassifier.report.LabelValue;
import io.github.cnnclassifier.report.LikelyWrongFiles;
import io.github.cnnclassifier.report.MethodsText;
import io.github.cnnclassifier.report.ReportContext;
import io.github.cnnclassifier.report.ReportWarnings;
import io.github.cnnclassifier.report.ShortcutTable;
import io.github.cnnclassifier.storage.Sha256;
import io.github.cnnclassifier.workflow.ErrorThumbnails;
import io.github.cnnclassifier.workflow.FinishedRun;
import io.github.cnnclassifier.workflow.ImagesSummary;
import io.github.cnnclassifier.workflow.RunSettings;
import io.github.cnnclassifier.workflow.Versions;

/** From the rows of all folds to figures and files. */
final class FoldReport {

	private final CrossValidate.Request request;
	private final DividedImages images;
	private final List<HeldOutRow> rows;
	private final List<FoldRow> folds;
	private final CrossValidationResult result;
	private final List<LikelyWrongLabel> wrong;

	/**
	 * @param request of the user
	 * @param images that were divided
	 * @param labels of all folds
	 * @param rows of all folds
	 * @param folds all of them
	 * @throws UserFailure if no fold went well
	 */
	FoldReport(final CrossValidate.Request request, final DividedImages images,
		final ClassLabels labels, final List<HeldOutRow> rows,
		final List<FoldRow> folds)
	{
		this.request = request;
		this.images = images;
		this.rows = rows;
		this.folds = folds;
		result = figures(labels);
		wrong = LikelyWrongLabels.of(labels, predictions(labels));
	}

	CrossValidationResult figures() {
		return result;
	}

	/** By rank. */
	List<LikelyWrongLabel> likelyWrong() {
		return wrong;
	}

	private List<HeldOutPrediction> predictions(final ClassLabels labels) {
		return rows.stream().flatMap(row -> row.held(labels).stream()).toList();
	}

	private CrossValidationResult figures(final ClassLabels labels) {
		final List<HeldOutPrediction> predictions = predictions(labels);
		if (predictions.isEmpty()) throw new UserFailure("None of the " + folds
			.size() + " folds could be trained. The first one: " + folds.get(0)
				.error());
		return new CrossValidationResult(labels, predictions);
	}

	/** Without those of a fold that failed as a whole. */
	List<FailedSample> failed() {
		final Set<List<Integer>> failedFolds = new HashSet<>();
		folds.stream().filter(fold -> !fold.error().isEmpty()).forEach(
			fold -> failedFolds.add(List.of(fold.repeat(), fold.fold())));
		return rows.stream().filter(row -> !row.error().isEmpty() && !failedFolds
			.contains(List.of(row.repeat(), row.fold()))).map(row -> new FailedSample(
				row.name(), row.actual(), row.error())).toList();
	}

	void write(final HeldOutCsv csv, final RunSettings settings,
		final String engine, final Progress progress) throws IOException
	{
		final List<LabelValue> details = new ArrayList<>(CrossValidationTables
			.details(result));
		details.add(new LabelValue("groups and images that count alone", String
			.valueOf(result.intervals().units())));
		settings.values().forEach((name, value) -> details.add(new LabelValue(name,
			value)));
		Versions.current(engine).forEach((name, value) -> details.add(
			new LabelValue("trained with " + name, value)));
		final ShortcutCheck shortcuts = ShortcutCheck.of(images.survey().samples(),
			images.grouping());
		final List<String> pictured = new ArrayList<>(EvaluationFiles.pictured(
			result.pooled()));
		pictured.addAll(LikelyWrongFiles.pictured(wrong));
		CrossValidationFiles.write(request.output(), csv, rows, new FinishedRun(
			settings, hash(csv))::writeTo, result, folds, wrong, ErrorThumbnails.of(
				pictured, images.survey().samples(), images.stacks(), progress),
			new ReportContext("Cross-validation of " + name(), "Labeled images in '" +
				name() + "'", side(), details, List.of(), failed(), warnings(shortcuts))
				.with(summary()).with(ShortcutTable.part(shortcuts, result.pooled()))
				.with(CorrectionsTable.part(images.survey().images().corrections()))
				.withMethods(MethodsText.ofFolds(folds(), images.grouping().statement(),
					settings.values(), result, Versions.current(engine))));
	}

	private String name() {
		return request.images().toAbsolutePath().normalize().getFileName()
			.toString();
	}

	private String side() {
		return "Each image was predicted by a network that was trained without it: " +
			folds() + (request.folds().repeats() > 1 ? "; an image counts as often"
				: "") + ". " + images.grouping().statement();
	}

	private String folds() {
		final int repeats = request.folds().repeats();
		return folds.size() / repeats + (request.folds().leavesGroupsOut()
			? " folds, each of one group" : " folds") + (repeats > 1 ? ", " +
				repeats + " times" : "");
	}

	private DataSummary summary() {
		return new ImagesSummary(images.survey().images().labels()).read("images",
			images.survey().samples(), images.grouping()::groupOf).fact("groups",
				images.grouping().statement()).summary();
	}

	private List<String> warnings(final ShortcutCheck shortcuts) {
		final List<String> warnings = new ArrayList<>(images.folds().messages());
		warnings.addAll(ShortcutFindings.warnings(shortcuts, result.pooled()
			.figures().balancedAccuracy(shortcuts.classes())));
		if (!images.folds().leak().isEmpty()) warnings.add(0, images.folds()
			.leak());
		images.survey().images().corrections().caveat().ifPresent(warnings::add);
		final long groups = ImagesSummary.groups(images.survey().samples(), images
			.grouping()::groupOf);
		if (groups > 0) warnings.addAll(ReportWarnings.ofGroups((int) groups,
			"images"));
		folds.stream().filter(fold -> !fold.error().isEmpty()).forEach(
			fold -> warnings.add("Fold " + fold.fold() + " of repeat " + fold
				.repeat() + " has no figures: " + fold.error()));
		return warnings;
	}

	/** Of the table that will be written. */
	private String hash(final HeldOutCsv csv) throws IOException {
		final MessageDigest digest = Sha256.digest();
		CrossValidationFiles.writeTable(new DigestOutputStream(OutputStream
			.nullOutputStream(), digest), csv, rows);
		return Sha256.hex(digest);
	}
}


package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.dataset.split.FoldRule;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.CrossValidationFiles;
import io.github.cnnclassifier.report.CrossValidationTables;
import io.github.cnnclassifier.report.FiguresLine;
import io.github.cnnclassifier.workflow.EvaluatedImages;
import io.github.cnnclassifier.workflow.Existing;
import io.github.cnnclassifier.workflow.Spending;
import io.github.cnnclassifier.workflow.crossvalidate.CrossValidate;
import io.github.cnnclassifier.workflow.train.Recipe;

/** Tells how good training on labeled images is, fold by fold. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	CrossValidateCommand.LABEL, headless = true)
public final class CrossValidateCommand extends TrainingInputs {

	static final String LABEL = "Cross-Validate CNN Classifier...";

	@Parameter(visibility = ItemVisibility.MESSAGE, persist = false,
		required = false)
	private String aboutResults = "Folds and results";

	@Parameter(label = "Folds", min = "2", max = "1000", persist = false,
		description = "Parts that are held out in turn; fewer are made where a " +
			"class is small")
	private int folds = FoldRule.DEFAULT_FOLDS;

	@Parameter(label = "Repeats", attrs = @Attr(name = SAME_ROW), min = "1",
		max = "100", persist = false,
		description = "All folds again, divided in another way and with other " +
			"random numbers")
	private int repeats = 1;

	@Parameter(label = "Leave one group out", attrs = @Attr(name = SAME_ROW),
		persist = false,
		description = "Each group, such as an animal or a slide, is a fold of its own")
	private boolean leaveOneGroupOut = false;

	@Parameter(label = "Report folder", style = "directory", persist = false,
		description = "Gets predictions.csv with a row for each image, tables of " +
			"figures and folds, likely_wrong.csv, and report.html")
	private File output;

	@Parameter(label = "Model of all images (optional)", style = "save",
		required = false, persist = false,
		description = "At the end, a model is trained on all images and saved here")
	private File model = new File("");

	@Parameter(label = "Resume a run that was stopped", persist = false,
		description = "Goes on in the same folder with the folds that are missing")
	private boolean resume = false;

	@Parameter(label = "Overwrite existing results", attrs = @Attr(
		name = SAME_ROW), persist = false, description = InputText.OVERWRITE_HELP)
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Folds")
	private ResultsTable perFold;

	@Parameter(type = ItemIO.OUTPUT, label = "Figures")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	/** Takes its inputs from the host. */
	public CrossValidateCommand() {
		super(LABEL);
	}

	@Override
	public String subject() {
		return isMissing(output) ? "" : output.getName();
	}

	@Override
	public String keptWhenStopped() {
		return "The folds that are finished are kept, to be continued.";
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		if (!isMissing(model)) model = ModelName.completed(model);
		final CrossValidate.Request request = new CrossValidate.Request(images(),
			excluded(), grouping(), allowsLeak(), new FoldRule(folds,
				leaveOneGroupOut, repeats), planes(), new Recipe(preprocessing(),
					start(), network(), settings()), required("output", output), Existing
						.of(resume, overwrite), optional(model), cacheFolder(),
			corrections());
		new ResultFiles().add("model", model, ".zip").require(true, null);
		final CrossValidate.Result result = new CrossValidate(CnnClassifier.tools(
			progress), groupQuestion(), progress).run(request);
		final String of = " of " + nameOfImages();
		perFold = tables().apart("Folds" + of, CrossValidationTables.folds(result
			.folds(), result.figures()));
		table = tables().figures("Cross-validation" + of, result.figures()
			.evaluation());
		result.model().ifPresent(file -> TrainedModels.remember(file, Optional.of(
			request.images())));
		final List<String> lines = lines(result);
		summary = String.join("\n", lines);
		final int failed = Failures.report(result.failed(), progress);
		ResultImages.offer(Optional.of(CrossValidationFiles.page(request.output())),
			this, new ResultImages.Offer(Spending.NOTHING, () -> behind(request,
				result), Optional.empty(), Optional.empty()), progress);
		return result.failedFolds() > 0 ? new Outcome(lines, result.failedFolds(),
			"fold") : new Outcome(lines, failed);
	}

	private EvaluatedImages behind(final CrossValidate.Request request,
		final CrossValidate.Result result) throws IOException
	{
		return EvaluatedImages.of("cross-validation of " + nameOfImages(), result
			.figures().pooled(), request.images(), CnnClassifier.tools(Progress
				.none()).reader(), request.planes());
	}

	private static List<String> lines(final CrossValidate.Result result) {
		final List<String> lines = new ArrayList<>();
		result.model().ifPresent(file -> lines.add("model=" + file));
		lines.add("folds=" + result.folds().size() + " failed_folds=" + result
			.failedFolds() + " failed=" + result.failed().size());
		lines.addAll(CrossValidationTables.lines(result.figures()));
		if (!result.leak().isEmpty()) lines.add("warning: " + result.leak());
		lines.add(FiguresLine.of(result.figures().pooled().figures()));
		lines.add("likely_wrong=" + result.likelyWrong().size());
		return lines;
	}
}


package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
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
import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.EvaluationFiles;
import io.github.cnnclassifier.report.FiguresLine;
import io.github.cnnclassifier.workflow.EvaluatedImages;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.OpenModel;
import io.github.cnnclassifier.workflow.PlaneChoice;
import io.github.cnnclassifier.workflow.evaluate.EvaluateClassifier;
import io.github.cnnclassifier.workflow.evaluate.EvaluatedPart;

/** Measures how good a classifier is on labeled images. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	EvaluateCommand.LABEL, headless = true)
public final class EvaluateCommand extends ClassifierCommand {

	static final String LABEL = "Evaluate CNN Classifier...";

	@Parameter(label = InputText.LABELED_IMAGES, style = "directory",
		description = InputText.LABELED_IMAGES_HELP)
	private File images;

	@Parameter(label = InputText.EXCLUDE, columns = 30, persist = false,
		required = false, description = InputText.EXCLUDE_HELP)
	private String exclude = "";

	@Parameter(label = InputText.CORRECTIONS, choices = { "use", "ignore" },
		persist = false, visibility = ItemVisibility.INVISIBLE,
		description = InputText.CORRECTIONS_HELP)
	private String corrections = "use";

	@Parameter(label = "Model", attrs = @Attr(name = DIALOG_DEFAULT,
		value = ShippedModel.DIGITS), description = InputText.MODEL_HELP)
	private File model;

	@Parameter(label = "Which images", choices = { "auto", "all", "training",
		"validation", "test" }, persist = false,
		description = "auto: the test images if the folder or the model says which " +
			"they are, else all")
	private String split = "auto";

	@Parameter(label = InputText.CHANNELS, columns = 12, persist = false,
		description = InputText.CHANNELS_HELP)
	private String channels = InputOverrides.AUTO;

	@Parameter(label = InputText.PLANES, choices = { "auto", "each", "middle",
		"maximum", "mean", "average" }, persist = false,
		description = "auto: as the model was trained; average: " +
			"one answer for all planes of a stack")
	private String planes = InputOverrides.AUTO;

	@Parameter(label = InputText.RANGE, columns = 12, persist = false,
		description = InputText.RANGE_HELP)
	private String range = InputOverrides.AUTO;

	@Parameter(label = InputText.PIXEL_SIZE, choices = { "auto", "match",
		"ignore" }, persist = false, description = InputText.PIXEL_SIZE_HELP)
	private String pixelSize = InputOverrides.AUTO;

	@Parameter(label = "Report folder (optional)", style = "directory",
		required = false, persist = false,
		description = "Gets report.html, metrics.csv, confusion_matrix.csv and predictions.csv")
	private File output = new File("");

	@Parameter(label = "Overwrite an existing report", persist = false,
		description = "Otherwise existing files are an error")
	private boolean overwrite = false;

	// a window of it would be the current table of a macro
	@Parameter(type = ItemIO.OUTPUT, label = "Confusion matrix",
		visibility = ItemVisibility.INVISIBLE)
	private ResultsTable matrix;

	@Parameter(type = ItemIO.OUTPUT, label = "Figures")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	/** Takes its inputs from the host. */
	public EvaluateCommand() {
		super(LABEL);
	}

	@Override
	public String subject() {
		return isMissing(model) ? "" : model.getName();
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		final Optional<Path> folder = optional(output);
		final EvaluateClassifier.Result result = new EvaluateClassifier(
			CnnClassifier.tools(progress), progress).run(
				new EvaluateClassifier.Request(required("images", images), names(
					exclude), required("model", model), EvaluatedPart.parse(split),
					InputOverrides.parse(channels, range, pixelSize), PlaneChoice.parse(
						planes), folder, overwrite, CorrectionUse.parse(corrections)));
		final String of = " of " + nameOf(model) + " on " + nameOf(images) + " (" +
			result.side() + ")";
		matrix = tables().confusion("Confusion matrix" + of, result.evaluation());
		table = tables().figures("Evaluation" + of, result.evaluation());
		summary = FiguresLine.of(result.evaluation().figures());
		final int failed = Failures.report(result.failed(), progress);
		ResultImages.offer(folder.map(EvaluationFiles::page), isFromDialog(),
			() -> behind(result), Optional.empty(), progress);
		return new Outcome(List.of(summary), failed);
	}

	private EvaluatedImages behind(final EvaluateClassifier.Result result)
		throws IOException
	{
		return EvaluatedImages.of(nameOf(model) + " on " + nameOf(images) + " (" +
			result.side() + ")", result.evaluation(), path(images), CnnClassifier
				.tools(Progress.none()).reader(), PlaneChoice.forFiles(PlaneChoice
					.parse(planes), OpenModel.describe(path(model)).planes()));
	}
}

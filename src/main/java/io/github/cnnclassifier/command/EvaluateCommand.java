
package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.CalibrationLine;
import io.github.cnnclassifier.report.EvaluationFiles;
import io.github.cnnclassifier.report.FiguresLine;
import io.github.cnnclassifier.report.PredictedCounts;
import io.github.cnnclassifier.workflow.EvaluatedImages;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.OpenModel;
import io.github.cnnclassifier.workflow.PlaneChoice;
import io.github.cnnclassifier.workflow.Spending;
import io.github.cnnclassifier.workflow.evaluate.EvaluateClassifier;
import io.github.cnnclassifier.workflow.evaluate.EvaluatePredictions;
import io.github.cnnclassifier.workflow.evaluate.EvaluatedPart;

/**
 * Measures how good a classifier is on labeled images, or how good predictions
 * in a table are.
 */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	EvaluateCommand.LABEL, headless = true)
public final class EvaluateCommand extends ClassifierCommand {

	static final String LABEL = "Evaluate CNN Classifier...";

	private static final String TEST_SIDE = "test side";

	@Parameter(label = InputText.LABELED_IMAGES, style = FOLDER_OR_TABLE,
		required = false, description = InputText.LABELED_IMAGES_HELP)
	private File images = new File("");

	@Parameter(label = InputText.EXCLUDE, columns = 30, persist = false,
		required = false, description = InputText.EXCLUDE_HELP)
	private String exclude = "";

	@Parameter(label = InputText.CORRECTIONS, choices = { "use", "ignore" },
		persist = false, visibility = ItemVisibility.INVISIBLE,
		description = InputText.CORRECTIONS_HELP)
	private String corrections = "use";

	@Parameter(label = "Model", required = false, attrs = { @Attr(
		name = DIALOG_DEFAULT, value = ShippedModel.DIGITS), @Attr(
			name = KNOWN_MODELS) }, description = InputText.MODEL_HELP)
	private File model = new File("");

	@Parameter(label = "Predictions (instead of both)", style = "open",
		required = false, persist = false,
		description = "predictions.csv of a cross-validation or an evaluation, " +
			"instead of images and model")
	private File predictions = new File("");

	@Parameter(label = "Which images", choices = { "auto", "all", "training",
		"validation", "test" }, persist = false,
		description = "auto: the test images if the folder or the model says which " +
			"they are, else all")
	private String split = InputOverrides.AUTO;

	@Parameter(label = "Allow images that it was trained on", persist = false,
		description = "Otherwise they are refused as test images; the report says so")
	private boolean allowTrained = false;

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
		description = "Gets report.html, its tables as CSV and its charts as PNG")
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
		if (!isMissing(predictions)) return predictions.getName();
		return isMissing(model) ? "" : model.getName();
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		final boolean ofTable = !isMissing(predictions);
		final EvaluateClassifier.Result result = ofTable ? new EvaluatePredictions(
			progress).run(tableRequest()).evaluated() : new EvaluateClassifier(
				CnnClassifier.tools(progress), progress).run(imageRequest());
		final String of = " of " + (ofTable ? nameOf(predictions) : nameOf(model) +
			" on " + nameOf(images)) + " (" + result.side() + ")";
		final int failed = Failures.report(result.failed(), progress);
		if (result.measured().isEmpty()) return withoutFigures(result, of, failed);
		matrix = tables().confusion("Confusion matrix" + of, result.evaluation());
		table = tables().figures("Evaluation" + of, result.measured().get());
		summary = FiguresLine.of(result.evaluation().figures());
		final Optional<Path> folder = optional(output);
		if (!ofTable) ResultImages.offer(folder.map(EvaluationFiles::page), this,
			new ResultImages.Offer(Spending.of(Optional.of(result.side())),
				() -> behind(result, of), validation(result, progress), Optional.of(
					OpenModel.heatMaps(path(model), InputOverrides.parse(channels, range,
						pixelSize), CnnClassifier.tools(Progress.none()).engine()))),
			progress);
		else if (folder.isPresent()) WrittenReport.tell(EvaluationFiles.page(folder
			.get()), this, progress);
		return new Outcome(List.of(summary, CalibrationLine.of(result.evaluation()
			.confidence().error())), failed);
	}

	private Outcome withoutFigures(final EvaluateClassifier.Result result,
		final String of, final int failed)
	{
		table = tables().apart("Predictions" + of, PredictedCounts.of(result
			.labels(), result.unlabeled()));
		summary = "labeled=0 predicted=" + result.unlabeled().size();
		return new Outcome(List.of(summary), failed);
	}

	/** Their errors can be corrected, and no figure becomes too good by it. */
	private Optional<ResultImages.Images> validation(
		final EvaluateClassifier.Result result, final Progress progress)
	{
		if (!TEST_SIDE.equals(result.side())) return Optional.empty();
		return Optional.of(() -> {
			final EvaluateClassifier.Result other = new EvaluateClassifier(
				CnnClassifier.tools(progress), progress).run(imageRequest().beside(
					EvaluatedPart.VALIDATION));
			return behind(other, " of " + nameOf(model) + " on " + nameOf(images) +
				" (" + other.side() + ")");
		});
	}

	private EvaluatedImages behind(final EvaluateClassifier.Result result,
		final String of) throws IOException
	{
		return EvaluatedImages.of(of.substring(" of ".length()), result
			.evaluation(), path(images), CnnClassifier.tools(Progress.none())
				.reader(), PlaneChoice.forFiles(PlaneChoice.parse(planes), OpenModel
					.describe(path(model)).planes()));
	}

	private EvaluateClassifier.Request imageRequest() {
		if (isMissing(images) && isMissing(model)) throw new WrongUsage(
			"Expected 'images' and 'model', or 'predictions', found nothing. Name " +
				"labeled images and a model, images=DIR model=FILE.zip, or a table of " +
				"predictions, predictions=FILE.csv.");
		return new EvaluateClassifier.Request(required("images", images), names(
			exclude), required("model", model), EvaluatedPart.parse(split),
			InputOverrides.parse(channels, range, pixelSize), PlaneChoice.parse(
				planes), optional(output), overwrite, allowTrained, CorrectionUse.parse(
					corrections));
	}

	private EvaluatePredictions.Request tableRequest() {
		if (!isMissing(images)) throw new WrongUsage(
			"Expected 'images' and 'model', or 'predictions', found both images and " +
				"predictions. Leave one of the two empty.");
		final Map<String, String> ofImages = new LinkedHashMap<>();
		ofImages.put("split", split);
		ofImages.put("channels", channels);
		ofImages.put("planes", planes);
		ofImages.put("range", range);
		ofImages.put("pixelSize", pixelSize);
		ofImages.forEach((key, value) -> {
			if (!value.equals(InputOverrides.AUTO)) throw new WrongUsage("Expected " +
				key + "=auto beside predictions, as no image is read, found " + key +
				"=" + value + ". Leave it out.");
		});
		return new EvaluatePredictions.Request(required("predictions", predictions),
			names(exclude), optional(model), allowTrained, optional(output),
			overwrite);
	}
}

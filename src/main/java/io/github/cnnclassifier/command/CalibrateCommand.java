
package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.CalibrationLine;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.evaluate.CalibrateClassifier;
import io.github.cnnclassifier.workflow.evaluate.CalibratedPart;

/** Fits the confidence of a finished model to how often it is right. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	CalibrateCommand.LABEL, headless = true)
public final class CalibrateCommand extends ClassifierCommand {

	static final String LABEL = "Calibrate CNN Classifier...";

	@Parameter(label = InputText.LABELED_IMAGES, style = FOLDER_OR_TABLE,
		description = InputText.LABELED_IMAGES_HELP)
	private File images;

	@Parameter(label = InputText.EXCLUDE, columns = 30, persist = false,
		required = false, description = InputText.EXCLUDE_HELP)
	private String exclude = "";

	@Parameter(label = InputText.CORRECTIONS, choices = { "use", "ignore" },
		persist = false, visibility = ItemVisibility.INVISIBLE,
		description = InputText.CORRECTIONS_HELP)
	private String corrections = "use";

	@Parameter(label = "Model", attrs = { @Attr(name = DIALOG_DEFAULT,
		value = ShippedModel.DIGITS), @Attr(name = KNOWN_MODELS) },
		description = InputText.MODEL_HELP)
	private File model;

	@Parameter(label = "Which images", choices = { "auto", "validation", "all" },
		persist = false,
		description = "auto: of the images that the model was trained with those " +
			"that validate, else all; never those that it has learned from")
	private String split = InputOverrides.AUTO;

	@Parameter(label = "Save calibrated model as", style = "save",
		persist = false,
		description = "A model file; only confidence and what tells unlike images " +
			"differ from the model")
	private File output;

	@Parameter(label = "Overwrite an existing model", persist = false,
		description = InputText.OVERWRITE_HELP)
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	/** Takes its inputs from the host. */
	public CalibrateCommand() {
		super(LABEL);
	}

	@Override
	public String subject() {
		return isMissing(model) ? "" : model.getName();
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		if (!isMissing(output)) output = ModelName.completed(output);
		final CalibrateClassifier.Request request = new CalibrateClassifier.Request(
			required("images", images), names(exclude), required("model", model),
			CalibratedPart.parse(split), required("output", output), overwrite,
			CorrectionUse.parse(corrections));
		new ResultFiles().add("output", output, ".zip").require(overwrite, null);
		final CalibrateClassifier.Result result = new CalibrateClassifier(
			CnnClassifier.tools(progress), progress).run(request);
		final List<String> lines = List.of("output=" + request.output(), String
			.format(Locale.ROOT, "images=%d temperature=%.3f", result.calibration()
				.images(), result.calibration().temperature().value()), "before: " +
					CalibrationLine.of(result.before()), "after: " + CalibrationLine.of(
						result.after()));
		summary = String.join("\n", lines);
		return new Outcome(lines, Failures.report(result.failed(), progress));
	}
}


package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.imagej.EvaluationTable;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.FiguresLine;
import io.github.cnnclassifier.workflow.EvaluateClassifier;
import io.github.cnnclassifier.workflow.EvaluatedPart;
import io.github.cnnclassifier.workflow.InputWishes;

/** Measures how good a classifier is on labelled images. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	EvaluateCommand.LABEL, headless = true)
public final class EvaluateCommand extends ClassifierCommand {

	static final String LABEL = "Evaluate CNN Classifier...";

	@Parameter(label = "Labeled images", style = "directory",
		description = "A folder with one sub-folder per class, or with MNIST-like IDX files")
	private File images;

	@Parameter(label = "Model", initializer = "suggestModel",
		description = "A model file, or digits for the shipped digit classifier")
	private File model;

	@Parameter(label = "Which images", choices = { "auto", "all", "training",
		"validation", "test" }, persist = false,
		description = "auto: the test side of the images or of the model, else all")
	private String split = "auto";

	@Parameter(label = "Channels", choices = { "auto", "gray", "rgb", "as-is" },
		persist = false, description = "auto: as the model was trained")
	private String channels = InputWishes.AUTO;

	@Parameter(label = "Intensity range", persist = false,
		description = "auto, or the pixel values that correspond to the model's range")
	private String range = InputWishes.AUTO;

	@Parameter(label = "Exclude classes", persist = false, required = false,
		description = "Names separated by commas")
	private String exclude = "";

	@Parameter(label = "Report folder (optional)", style = "directory",
		required = false, persist = false,
		description = "Gets metrics.csv, confusion_matrix.csv, predictions.csv and report.html")
	private File output = new File("");

	@Parameter(label = "Overwrite existing files", persist = false)
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Figures")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	/** Takes its inputs from the host. */
	public EvaluateCommand() {
		super(LABEL);
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		final Optional<Path> folder = isMissing(output) ? Optional.empty()
			: Optional.of(output.toPath());
		final EvaluateClassifier.Result result = new EvaluateClassifier(
			CnnClassifier.tools(progress), progress).run(
				new EvaluateClassifier.Request(required("images", images), names(
					exclude), required("model", model), EvaluatedPart.parse(split),
					InputWishes.parse(channels, range), folder, overwrite));
		table = EvaluationTable.of(result.evaluation());
		summary = FiguresLine.of(result.evaluation().figures());
		return new Outcome(List.of(summary), Failures.report(result.failed(),
			progress));
	}

	@SuppressWarnings("unused") // named by the parameter
	private void suggestModel() {
		model = suggested(model);
	}
}

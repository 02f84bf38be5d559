
package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.util.List;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.dataset.PreprocessingWishes;
import io.github.cnnclassifier.imagej.EvaluationTable;
import io.github.cnnclassifier.imagej.Hosts;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.FiguresLine;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.ui.TrainingPlot;
import io.github.cnnclassifier.workflow.InputWishes;
import io.github.cnnclassifier.workflow.PlaneChoice;
import io.github.cnnclassifier.workflow.TrainClassifier;
import io.github.cnnclassifier.workflow.TrainingWishes;

/** Trains a classifier on labelled images. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	TrainCommand.LABEL, headless = true)
public final class TrainCommand extends ClassifierCommand {

	static final String LABEL = "Train CNN Classifier...";

	@Parameter(label = "Labeled images", style = "directory",
		description = "A folder with one sub-folder per class or with MNIST-like " +
			"IDX files, or a CSV list with the columns path and class")
	private File images;

	@Parameter(label = "Exclude classes (comma-separated)", columns = 30,
		persist = false, required = false,
		description = "Folders of these names are left out")
	private String exclude = "";

	@Parameter(label = "Save model as", style = "save",
		description = "The model file, a zip; it is written after each better epoch")
	private File model;

	@Parameter(label = "Overwrite an existing model", persist = false,
		description = "Otherwise an existing file is an error")
	private boolean overwrite = false;

	@Parameter(visibility = ItemVisibility.MESSAGE, persist = false,
		required = false)
	private String aboutTraining =
		"Training; Escape stops it and keeps the best model so far";

	@Parameter(label = "Network (tiny, lenet, six-conv, residual)", columns = 12,
		persist = false,
		description = "One of these names, or a JSON file with an architecture")
	private String network = "six-conv";

	@Parameter(label = "Epochs (0 = automatic)", min = "0", max = "10000",
		persist = false, description = "Passes over the training images at most; " +
			"training also ends when it gets no better")
	private int epochs = 0;

	@Parameter(label = "Batch size (0 = automatic)", min = "0", max = "4096",
		persist = false, description = "Images per training step")
	private int batchSize = 0;

	@Parameter(label = "Learning rate", min = "0", max = "1", persist = false,
		style = "format:0.######", stepSize = "0.001",
		description = "The highest step size of the optimizer, above 0")
	private double learningRate = TrainingSettings.DEFAULT_LEARNING_RATE;

	@Parameter(label = "Augmentation", choices = { "none", "light" },
		persist = false, description = "Random changes of the training images; " +
			"light: small shifts, rotations and changes of size")
	private String augmentation = "light";

	@Parameter(label = "Seed", persist = false,
		description = "The same seed draws the same random numbers")
	private long seed = 1;

	@Parameter(label = "Exact (one thread, repeatable bit for bit)",
		persist = false,
		description = "Slower; the same seed then gives the same model")
	private boolean exact = false;

	@Parameter(visibility = ItemVisibility.MESSAGE, persist = false,
		required = false)
	private String aboutInput = "What the network sees of each image";

	@Parameter(label = "Width (0 = automatic)", min = "0", max = "1024",
		persist = false, description = "Images are resized to it; in pixels")
	private int width = 0;

	@Parameter(label = "Height (0 = automatic)", min = "0", max = "1024",
		persist = false, description = "Images are resized to it; in pixels")
	private int height = 0;

	@Parameter(label = "Channels", choices = { "auto", "gray", "rgb", "as-is" },
		persist = false, description = "auto: as the images are")
	private String channels = InputWishes.AUTO;

	@Parameter(label = "Planes of a stack", choices = { "each", "middle",
		"maximum", "mean", "average" }, persist = false,
		description = "Of slices and frames: each one an image, " +
			"the middle one, a projection, or each one with averaged answers later")
	private String planes = "each";

	@Parameter(label = "Intensity range (auto or MIN..MAX)", columns = 12,
		persist = false, description = "The pixel values that become 0 and 1, " +
			"such as 0..4095; auto: by the images")
	private String range = InputWishes.AUTO;

	@Parameter(type = ItemIO.OUTPUT, label = "Validation figures")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	/** Takes its inputs from the host. */
	public TrainCommand() {
		super(LABEL);
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		final TrainClassifier.Request request = new TrainClassifier.Request(
			required("images", images), names(exclude), new PreprocessingWishes(size(
				width), size(height), InputWishes.parseRule(channels), InputWishes
					.parseRange(range)), PlaneChoice.parse(planes), network,
			new TrainingWishes(epochs, batchSize, learningRate, augmentation, exact,
				seed), required("model", model), overwrite);
		final TrainClassifier.Result result = new TrainClassifier(CnnClassifier
			.tools(progress), plot(), progress).run(request);
		table = EvaluationTable.of(result.validation());
		final String modelLine = "model=" + result.model();
		final String figures = FiguresLine.of(result.validation().figures());
		summary = modelLine + "\n" + figures;
		return new Outcome(List.of(modelLine, figures), Failures.report(result
			.failed(), progress));
	}

	private static TrainingListener plot() {
		final boolean visible = Hosts.hasWindow() && !Interpreter.isBatchMode();
		return visible ? new TrainingPlot() : new TrainingListener() {};
	}

	private static Integer size(final int pixels) {
		return pixels == 0 ? null : pixels;
	}
}

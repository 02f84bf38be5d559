
package io.github.cnnclassifier.command;

import java.awt.Window;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.augment.Augmentations;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.prepare.RequestedPixelSize;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.image.Normalization;
import io.github.cnnclassifier.imagej.Drawing;
import io.github.cnnclassifier.imagej.Hosts;
import io.github.cnnclassifier.progress.NamedProgress;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.FiguresLine;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.ui.GroupsDialog;
import io.github.cnnclassifier.ui.TrainingPlot;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.PlaneChoice;
import io.github.cnnclassifier.workflow.train.GroupQuestion;
import io.github.cnnclassifier.workflow.train.LearnFrom;
import io.github.cnnclassifier.workflow.train.SplitOptions;
import io.github.cnnclassifier.workflow.train.StartChoice;
import io.github.cnnclassifier.workflow.train.TrainClassifier;
import io.github.cnnclassifier.workflow.train.Unfreeze;

/** Trains a classifier on labeled images. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	TrainCommand.LABEL, headless = true)
public final class TrainCommand extends ClassifierCommand {

	static final String LABEL = "Train CNN Classifier...";

	static final String KEPT = "The best model so far is kept, and " +
		"'Resume CNN Training...' can go on.";

	@Parameter(label = InputText.LABELED_IMAGES, style = "directory",
		description = InputText.LABELED_IMAGES_HELP)
	private File images;

	@Parameter(label = InputText.EXCLUDE, columns = 30, persist = false,
		required = false, description = InputText.EXCLUDE_HELP)
	private String exclude = "";

	@Parameter(label = "Groups (auto, none, folder, column or a pattern)",
		columns = 20, persist = false,
		description = "Images that belong together, such as those of one animal, " +
			"slide or well, stay on one side of the split; animal, slide, well, field, " +
			"parent, stem, series and copy take them from the names; a pattern is a " +
			"regular expression whose first bracket group is the name of the group")
	private String groups = GroupingRule.AUTO;

	@Parameter(label = "Divide groups where there is no other way",
		persist = false,
		description = "The figures are then too good, and the model says so")
	private boolean allowLeak = false;

	@Parameter(label = "Keep the split of a model (optional)", style = "open",
		required = false, persist = false,
		description = "Images that this model knows stay on their sides; only new " +
			"ones are divided")
	private File splitFrom = new File("");

	@Parameter(label = "Save model as", style = "save",
		description = "The model file, a zip; it is written after each better epoch")
	private File model;

	@Parameter(label = "Overwrite an existing model", persist = false,
		description = InputText.OVERWRITE_HELP)
	private boolean overwrite = false;

	@Parameter(visibility = ItemVisibility.MESSAGE, persist = false,
		required = false)
	private String aboutTraining =
		"Training; Escape stops it and keeps the best model so far";

	@Parameter(label = "Start (auto, backbone, scratch)", columns = 12, attrs = {
		@Attr(name = SUGGESTIONS, value = "auto,backbone,scratch"), @Attr(name = OR,
			value = "or a model file") }, persist = false,
		description = "Where the training begins: from the backbone that comes along, " +
			"which is good with few images, from random weights, or from a model; auto: " +
			"by the number of images")
	private String start = "auto";

	@Parameter(label = "Network (tiny, lenet, six-conv, residual)", columns = 12,
		attrs = { @Attr(name = SUGGESTIONS, value = "six-conv,tiny,lenet,residual"),
			@Attr(name = OR, value = "or a JSON file") }, persist = false,
		description = "One of these names, or a JSON file with an architecture")
	private String network = "six-conv";

	@Parameter(label = "Epochs (0 = automatic)", min = "0", max = "10000",
		persist = false, description = "Passes over the training images")
	private int epochs = 0;

	@Parameter(label = "Batch size (0 = automatic)", attrs = @Attr(
		name = SAME_ROW), min = "0", max = "4096", persist = false,
		description = "Images per training step")
	private int batchSize = 0;

	@Parameter(label = "Learning rate", attrs = @Attr(name = SAME_ROW), min = "0",
		max = "1", persist = false, style = "format:0.######", stepSize = "0.001",
		description = "The highest step size of the optimizer, above 0")
	private double learningRate = TrainingSettings.DEFAULT_LEARNING_RATE;

	@Parameter(label = "Augmentation (auto, none, light, mirror, microscopy, " +
		"strong)", attrs = { @Attr(name = SUGGESTIONS,
			value = "auto,none,light,mirror,microscopy,strong"), @Attr(name = OR,
				value = "or a YAML file") }, columns = 12, persist = false,
		description = "May images be turned and mirrored? auto: the images decide; " +
			"light: no, as for digits; mirror: left to right only; microscopy, " +
			"strong: yes, as for cells; or a YAML file with random changes")
	private String augmentation = "auto";

	@Parameter(label = "Learn from", choices = { "training", "all" },
		persist = false,
		description = "all: once more at the end, on training and " +
			"validation images together; takes twice as long")
	private String learnFrom = "training";

	@Parameter(label = "Unfreeze", attrs = @Attr(name = SAME_ROW), choices = {
		"auto", "head", "all" }, persist = false,
		description = "With a start: head leaves them as they are, which takes seconds; " +
			"all trains all layers afterwards; auto: as the validation images say")
	private String unfreeze = "auto";

	@Parameter(label = "Seed", persist = false,
		description = "The same seed draws the same random numbers")
	private long seed = 1;

	@Parameter(label = "Exact (one thread, repeatable bit for bit)",
		attrs = @Attr(name = SAME_ROW), persist = false,
		description = "Slower; the same seed then gives the same model")
	private boolean exact = false;

	@Parameter(label = "Cache folder (optional)", style = "directory",
		required = false, persist = false,
		description = "For images that the memory cannot hold, while the training " +
			"runs; empty: the folder for temporary files")
	private File cacheFolder = new File("");

	@Parameter(visibility = ItemVisibility.MESSAGE, persist = false,
		required = false)
	private String aboutInput = "What the network sees of each image";

	@Parameter(label = "Width (0 = automatic)", min = "0", max = "1024",
		persist = false, description = "Images are resized to it; in pixels")
	private int width = 0;

	@Parameter(label = "Height (0 = automatic)", attrs = @Attr(name = SAME_ROW),
		min = "0", max = "1024", persist = false,
		description = "Images are resized to it; in pixels")
	private int height = 0;

	@Parameter(label = "Resize", choices = { "auto", "stretch", "pad", "crop",
		"none" }, persist = false, description = "auto: stretched; pad and crop " +
			"keep the proportions, none keeps the pixels")
	private String resize = InputOverrides.AUTO;

	@Parameter(label = "Pixel size (off, match, or 0.5um)", columns = 12,
		persist = false, description = "match: all images are resampled to their " +
			"median pixel size, a length: to pixels of that size")
	private String pixelSize = "off";

	@Parameter(label = InputText.CHANNELS, columns = 12, persist = false,
		description = "auto: as the images are; or channels " + "by number or name")
	private String channels = InputOverrides.AUTO;

	@Parameter(label = InputText.PLANES, choices = { "each", "middle", "maximum",
		"mean", "average" }, persist = false,
		description = "Of slices and frames: each one an image, " +
			"the middle one, a projection, or each one with averaged answers later")
	private String planes = "each";

	@Parameter(label = InputText.RANGE, columns = 12, persist = false,
		description = "The pixel values that become 0 and 1, " +
			"such as 0..4095; auto: by the images")
	private String range = InputOverrides.AUTO;

	@Parameter(label = "Normalization", columns = 12, attrs = { @Attr(
		name = SUGGESTIONS,
		value = "auto,range,percentile,zscore-image,zscore-channel,zscore-dataset"),
		@Attr(name = OR, value = "or percentile:LOW-HIGH") }, persist = false,
		description = "auto: range, or as the start of the training has it; range, percentile, percentile:1-99, zscore-image, " +
			"zscore-channel or zscore-dataset")
	private String normalization = InputOverrides.AUTO;

	@Parameter(type = ItemIO.OUTPUT, label = "Validation figures")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	private volatile TrainingPlot plot;

	/** Takes its inputs from the host. */
	public TrainCommand() {
		super(LABEL);
	}

	@Override
	public String subject() {
		return isMissing(model) ? "" : model.getName();
	}

	@Override
	public String keptWhenStopped() {
		return KEPT;
	}

	@Override
	public boolean isShownIn(final Window window) {
		final TrainingPlot shown = plot;
		return shown != null && shown.isShownIn(window);
	}

	@Override
	protected Outcome execute(final Progress host) throws IOException {
		completeName(host);
		// beside another training in the same windows
		final Progress progress = Hosts.hasWindow() && !isMissing(model)
			? new NamedProgress(nameOf(model), host) : host;
		final TrainClassifier.Request request = new TrainClassifier.Request(
			required("images", images), names(exclude), division(), preprocessing(),
			PlaneChoice.parse(planes), StartChoice.parse(start).with(Unfreeze.parse(
				unfreeze)), network, new TrainingSettings(epochs, batchSize,
					learningRate, Augmentations.forTraining(augmentation), exact, seed),
			LearnFrom.parse(learnFrom), required("model", model), overwrite, optional(
				cacheFolder));
		// Any other name could be that of a list, an image or a network.
		new ResultFiles().add("model", model, ".zip").require(overwrite, null);
		final TrainClassifier.Result result = new TrainClassifier(CnnClassifier
			.tools(progress), plot(), question(), progress).run(request);
		table = tables().figures("Training of " + nameOf(model) + " on " + nameOf(
			images) + " (validation side)", result.validation());
		final String modelLine = "model=" + result.model();
		final String figures = FiguresLine.of(result.validation().figures());
		final List<String> lines = result.leak().isEmpty() ? List.of(modelLine,
			figures) : List.of(modelLine, figures, "warning: " + result.leak());
		summary = String.join("\n", lines);
		if (isFromDialog()) offerInDialogs(result.model());
		return new Outcome(lines, Failures.report(result.failed(), progress));
	}

	/** The file chooser adds no ending; any other one stays as it is. */
	private void completeName(final Progress progress) {
		if (isMissing(model) || model.getName().contains(".") || model
			.isDirectory()) return;
		model = new File(model.getPath() + ".zip");
		progress.message("The model is saved as '" + model +
			"', since its name had no ending.");
	}

	/** As if the user had chosen it in each dialog that asks for a model. */
	private void offerInDialogs(final Path trained) {
		final File file = trained.toAbsolutePath().toFile();
		for (final CommandInfo info : context().service(CommandService.class)
			.getCommandsOfType(Command.class))
		{
			for (final ModuleItem<?> input : info.inputs()) {
				// an attribute that only inputs of this project have
				if (input.get(DIALOG_DEFAULT) != null) save(input, file);
			}
		}
	}

	@SuppressWarnings("unchecked")
	private void save(final ModuleItem<?> input, final File file) {
		context().service(ModuleService.class).save((ModuleItem<File>) input, file);
	}

	private SplitOptions division() {
		return new SplitOptions(GroupingRule.parse(groups), allowLeak, optional(
			splitFrom));
	}

	/** What a person answers becomes the input, so that it is recorded. */
	private GroupQuestion question() {
		if (!isFromDialog()) return GroupQuestion.UNASKED;
		return guess -> {
			final GroupQuestion.Answer answer = new GroupsDialog().ask(guess);
			if (answer == GroupQuestion.Answer.SEPARATE) groups = GroupingRule.NONE;
			return answer;
		};
	}

	private TrainingListener plot() {
		final boolean visible = Hosts.hasWindow() && !Interpreter.isBatchMode();
		if (!visible) return new TrainingListener() {};
		plot = new TrainingPlot(nameOf(model), image -> Drawing.markImage(image,
			"training plot"));
		return plot;
	}

	private PreprocessingOptions preprocessing() {
		return new PreprocessingOptions(size(width), size(height), InputOverrides
			.parseRule(channels), InputOverrides.parseRange(range), InputOverrides
				.parseResize(resize), RequestedPixelSize.parse(pixelSize), normalization
					.equals(InputOverrides.AUTO) ? null : Normalization.parse(
						normalization));
	}

	private static Integer size(final int pixels) {
		return pixels == 0 ? null : pixels;
	}
}

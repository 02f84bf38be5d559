
package io.github.cnnclassifier.command;

import java.awt.Window;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scijava.Context;
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

import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.imagej.Hosts;
import io.github.cnnclassifier.progress.NamedProgress;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.ui.train.TrainingStage;
import io.github.cnnclassifier.workflow.train.LearnFrom;
import io.github.cnnclassifier.workflow.train.SplitOptions;
import io.github.cnnclassifier.workflow.train.TrainClassifier;

/** Trains a classifier on labeled images. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	TrainCommand.LABEL, headless = true)
public final class TrainCommand extends TrainingInputs {

	static final String LABEL = "Train CNN Classifier...";

	static final String KEPT = "The best model so far is kept, and " +
		"'Resume CNN Training...' can go on.";

	@Parameter(visibility = ItemVisibility.MESSAGE, persist = false,
		required = false)
	private String aboutSaving = "Split and model";

	@Parameter(label = "Keep the split of a model (optional)", style = "open",
		required = false, persist = false,
		description = "Images that this model knows stay on their sides; only new " +
			"ones are divided")
	private File splitFrom = new File("");

	@Parameter(label = "Save model as", style = "save",
		description = "The model file, a zip; it is written after each better epoch")
	private File model;

	@Parameter(label = "Learn from", choices = { "training", "all" },
		persist = false,
		description = "all: once more at the end, on training and " +
			"validation images together; takes twice as long")
	private String learnFrom = "training";

	@Parameter(label = "Overwrite an existing model", attrs = @Attr(
		name = SAME_ROW), persist = false, description = InputText.OVERWRITE_HELP)
	private boolean overwrite = false;

	@Parameter(label = "Report folder", style = "directory", required = false,
		persist = false, visibility = ItemVisibility.INVISIBLE,
		description = "Gets a report on the validation images, as an evaluation " +
			"writes it")
	private File report = new File("");

	@Parameter(type = ItemIO.OUTPUT, label = "Validation figures")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	private final ShownTraining shown = new ShownTraining();

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
		return shown.isIn(window);
	}

	@Override
	public boolean isStoppedInItsWindowOnly() {
		return shown.hasWindow();
	}

	/**
	 * Called before a run.
	 *
	 * @param stage where the training is shown; without it, in a window of its
	 *          own
	 */
	public void setStage(final TrainingStage stage) {
		shown.setStage(stage);
	}

	/**
	 * Shows the windows of trainings that last, if they were closed.
	 *
	 * @return whether there is one
	 */
	public static boolean bringBack() {
		return ShownTraining.bringBack();
	}

	@Override
	protected Outcome execute(final Progress host) throws IOException {
		completeName(host);
		// beside another training in the same windows
		final Progress progress = Hosts.hasWindow() && !isMissing(model)
			? new NamedProgress(nameOf(model), host) : host;
		final TrainClassifier.Request request = new TrainClassifier.Request(
			images(), excluded(), division(), preprocessing(), planes(), start(),
			network(), settings(), LearnFrom.parse(learnFrom), required("model",
				model), overwrite, cacheFolder(), corrections(), optional(report));
		// Any other name could be that of a list, an image or a network.
		new ResultFiles().add("model", model, ".zip").require(overwrite, null);
		final TrainClassifier.Result result = shown.run(nameOf(model),
			isFromDialog(), progress, (listener, control) -> new TrainClassifier(
				CnnClassifier.tools(control), listener, groupQuestion(),
				control::isDiscarded, control).run(request));
		table = tables().figures("Training of " + nameOf(model) + " on " +
			nameOfImages() + " (validation side)", result.measured());
		final List<String> lines = ShownTraining.lines(result);
		summary = String.join("\n", lines);
		if (isFromDialog()) offerInDialogs(context(), result.model());
		shown.show(nameOf(model), result, new TrainedModel(TrainedModel.Source.of(
			request), result, offered -> offerInDialogs(context(), offered),
			this::trainAgain), isFromDialog());
		return new Outcome(lines, Failures.report(result.failed(), progress));
	}

	/** With the same keys, on the same sides, into a file of its own. */
	private String trainAgain() {
		final TrainCommand again = new TrainCommand();
		new TrainingKeys(this).copyTo(again);
		again.splitFrom = model;
		again.model = ModelName.next(model);
		again.learnFrom = learnFrom;
		again.setContext(context());
		again.setFromDialog();
		final Map<String, String> keys = new LinkedHashMap<>(new TrainingKeys(this)
			.changed());
		keys.put("splitFrom", again.splitFrom.getPath());
		keys.put("model", again.model.getPath());
		if (!learnFrom.equals("training")) keys.put("learnFrom", learnFrom);
		if (Recorder.record) Recorder.recordString(TrainingLines.of(keys).get(0) +
			"\n");
		new Thread(again, "Run$_CNN training").start();
		return "A training into '" + again.model.getName() + "' begins.";
	}

	private void completeName(final Progress progress) {
		if (isMissing(model)) return;
		final File completed = ModelName.completed(model);
		if (completed.equals(model)) return;
		model = completed;
		progress.message("The model is saved as '" + model +
			"', since its name had no ending.");
	}

	/** As if the user had chosen it in each dialog that asks for a model. */
	static void offerInDialogs(final Context context, final Path trained) {
		final File file = trained.toAbsolutePath().toFile();
		for (final CommandInfo info : context.service(CommandService.class)
			.getCommandsOfType(Command.class))
		{
			for (final ModuleItem<?> input : info.inputs()) {
				// an attribute that only inputs of this project have
				if (input.get(DIALOG_DEFAULT) != null) save(context, input, file);
			}
		}
	}

	@SuppressWarnings("unchecked")
	private static void save(final Context context, final ModuleItem<?> input,
		final File file)
	{
		context.service(ModuleService.class).save((ModuleItem<File>) input, file);
	}

	private SplitOptions division() {
		return new SplitOptions(grouping(), allowsLeak(), optional(splitFrom));
	}
}

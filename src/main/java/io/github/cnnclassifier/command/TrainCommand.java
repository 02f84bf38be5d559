
package io.github.cnnclassifier.command;

import java.awt.Window;
import java.io.File;
import java.io.IOException;
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
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.imagej.Hosts;
import io.github.cnnclassifier.progress.NamedProgress;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.ui.train.TrainingCards;
import io.github.cnnclassifier.ui.train.TrainingWish;
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
		required = false, persist = false, attrs = @Attr(name = KNOWN_MODELS),
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
	private TrainingCards window;

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

	/**
	 * Called before a run that a person has prepared in the window of training,
	 * where guessed groups are decided, too.
	 *
	 * @param cards where the run is seen
	 */
	public void setWindow(final TrainingCards cards) {
		window = cards;
		shown.setStage(cards);
		setGroupsDecided();
	}

	/** @return whether a person has prepared the run in the window of training */
	public boolean isFromWindow() {
		return window != null;
	}

	/**
	 * Looks at the inputs alone, before any image is read.
	 *
	 * @throws UserFailure if one of them is impossible, by itself
	 */
	public void requirePossible() {
		corrections();
		planes();
		preprocessing();
		start();
		network();
		settings();
		division();
		LearnFrom.parse(learnFrom);
	}

	@Override
	public boolean isStoppedInItsWindowOnly() {
		return shown.hasWindow();
	}

	@Override
	protected Outcome execute(final Progress host) throws IOException {
		boolean done = false;
		try {
			final Outcome outcome = train(host);
			done = true;
			return outcome;
		}
		finally {
			if (window != null) window.setEnded(done);
		}
	}

	private Outcome train(final Progress host) throws IOException {
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
		final List<String> lines = ShownTraining.lines(result);
		// its own window shows all of it, and nothing is to come up before it
		if (isFromDialog() && shown.hasWindow()) lines.forEach(progress::message);
		else {
			table = tables().figures("Training of " + nameOf(model) + " on " +
				nameOfImages() + " (validation side)", result.measured());
			summary = String.join("\n", lines);
		}
		TrainedModels.remember(result.model(), Optional.of(images()));
		shown.show(nameOf(model), result, new TrainedModel(TrainedModel.Source.of(
			request), result, this::trainAgain), isFromDialog());
		return new Outcome(lines, Failures.report(result.failed(), progress));
	}

	/** With the same keys, on the same sides, into a file of its own. */
	private String trainAgain() {
		if (window != null) {
			window.showImages(new TrainingWish(Map.of("splitFrom", model.getPath()),
				false, "Corrections count when you press Train."));
			return "Corrections count when you press Train.";
		}
		final TrainCommand again = new TrainCommand();
		new TrainingKeys(this).copyTo(again);
		again.splitFrom = model;
		again.model = ModelName.next(model);
		again.learnFrom = learnFrom;
		again.setContext(context());
		again.setFromDialog();
		again.setGestureRecorder(gestures());
		final Map<String, String> keys = new LinkedHashMap<>(new TrainingKeys(this)
			.changed());
		keys.put("splitFrom", again.splitFrom.getPath());
		keys.put("model", again.model.getPath());
		if (!learnFrom.equals("training")) keys.put("learnFrom", learnFrom);
		gestures().run(keys);
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

	private SplitOptions division() {
		return new SplitOptions(grouping(), allowsLeak(), optional(splitFrom));
	}
}

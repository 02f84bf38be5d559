
package io.github.cnnclassifier.command;

import java.awt.Window;
import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.imagej.Hosts;
import io.github.cnnclassifier.imagej.MenuClick;
import io.github.cnnclassifier.progress.NamedProgress;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.ui.train.TrainingWish;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.train.RequestKeys;
import io.github.cnnclassifier.workflow.train.ResumeTraining;
import io.github.cnnclassifier.workflow.train.TrainClassifier;

/** Goes on with a training that was interrupted. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	ResumeCommand.LABEL, headless = true)
public final class ResumeCommand extends ClassifierCommand {

	static final String LABEL = "Resume CNN Training...";

	@Parameter(label = "Model of the training", style = "open", attrs = @Attr(
		name = KNOWN_MODELS),
		description = "The file that the training writes, or the one beside it that " +
			"ends with .resume, from which it goes on")
	private File model;

	@Parameter(label = "Labeled images (if they are elsewhere now)",
		style = FOLDER_OR_TABLE, required = false, persist = false,
		description = "The same images; empty: where they were")
	private File images = new File("");

	@Parameter(label = "Epochs (0 = as before)", min = "0", max = "10000",
		persist = false, description = "Passes over the training images in all, " +
			"more than are done; with a head start those behind the new last layer")
	private int epochs = 0;

	@Parameter(label = "Report folder", style = "directory", required = false,
		persist = false, visibility = ItemVisibility.INVISIBLE,
		description = "Gets a report on the validation images; empty: where the " +
			"training was asked to put it, if it was")
	private File report = new File("");

	@Parameter(label = InputText.CORRECTIONS, choices = { InputOverrides.AUTO,
		"use", "ignore" }, persist = false, visibility = ItemVisibility.INVISIBLE,
		description = "auto: as the training was begun; anything else must be that")
	private String corrections = InputOverrides.AUTO;

	@Parameter(type = ItemIO.OUTPUT, label = "Validation figures")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	private final ShownTraining shown = new ShownTraining();

	/** Takes its inputs from the host. */
	public ResumeCommand() {
		super(LABEL);
	}

	@Override
	public String subject() {
		return isMissing(model) ? "" : model.getName();
	}

	@Override
	public String keptWhenStopped() {
		return TrainCommand.KEPT;
	}

	@Override
	public boolean isShownIn(final Window window) {
		return shown.isIn(window);
	}

	@Override
	public boolean isStoppedInItsWindowOnly() {
		return shown.hasWindow();
	}

	private static String trainAgain(final TrainClassifier.Request request) {
		MenuClick.start(TrainCommand.LABEL, again(request));
		return "Corrections count when you press Train in the window that opens.";
	}

	/**
	 * @param request of a training that has written its model
	 * @return the same on the same sides, into another file
	 */
	static TrainingWish again(final TrainClassifier.Request request) {
		final RequestKeys keys = RequestKeys.of(request);
		final Map<String, String> values = new HashMap<>(keys.values());
		final File written = request.model().toAbsolutePath().toFile();
		values.put("splitFrom", written.getPath());
		values.put("model", ModelName.next(written).getPath());
		return new TrainingWish(values, true, keys.remark());
	}

	@Override
	protected Outcome execute(final Progress host) throws IOException {
		// as the training has named it
		if (!isMissing(model)) model = ModelName.completed(model);
		final ResumeTraining.Request request = new ResumeTraining.Request(required(
			"model", model), optional(images), epochs, optional(report), corrections
				.equals(InputOverrides.AUTO) ? Optional.empty() : Optional.of(
					CorrectionUse.parse(corrections)));
		// beside another training in the same windows
		final Progress progress = Hosts.hasWindow() ? new NamedProgress(nameOf(
			model), host) : host;
		final AtomicReference<TrainClassifier.Request> asked =
			new AtomicReference<>();
		final TrainClassifier.Result result = shown.run(nameOf(model),
			isFromDialog(), progress, (listener, control) -> {
				final ResumeTraining.Result resumed = new ResumeTraining(CnnClassifier
					.tools(control), listener, control::isDiscarded, control).run(
						request);
				asked.set(resumed.request());
				return resumed.training();
			});
		// its own window tells a person more, and takes no focus
		if (!isFromDialog() || !shown.hasWindow()) table = tables().figures(
			"Training of " + nameOf(model) + " (validation side)", result.measured());
		final List<String> lines = ShownTraining.lines(result);
		TrainedModels.remember(result.model(), Optional.of(asked.get().images()));
		summary = String.join("\n", lines);
		shown.show(nameOf(model), result, new TrainedModel(TrainedModel.Source.of(
			asked.get()), result, () -> trainAgain(asked.get())), isFromDialog());
		return new Outcome(lines, Failures.report(result.failed(), progress));
	}
}

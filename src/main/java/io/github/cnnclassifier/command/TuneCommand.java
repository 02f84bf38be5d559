
package io.github.cnnclassifier.command;

import java.awt.Window;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
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
import io.github.cnnclassifier.imagej.Drawing;
import io.github.cnnclassifier.imagej.Hosts;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.TrialTable;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.tuning.Budget;
import io.github.cnnclassifier.tuning.Dimension;
import io.github.cnnclassifier.tuning.FinishedTrial;
import io.github.cnnclassifier.tuning.Objective;
import io.github.cnnclassifier.tuning.StrategyKind;
import io.github.cnnclassifier.tuning.Study;
import io.github.cnnclassifier.tuning.TuningListener;
import io.github.cnnclassifier.ui.TuningPlot;
import io.github.cnnclassifier.workflow.train.SplitOptions;
import io.github.cnnclassifier.workflow.train.ValidatedTraining;
import io.github.cnnclassifier.workflow.tune.TuneClassifier;
import io.github.cnnclassifier.workflow.tune.TunedKeys;

/** Searches for better settings of a training. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	TuneCommand.LABEL, headless = true)
public final class TuneCommand extends TrainingInputs {

	static final String LABEL = "Tune CNN Classifier...";

	@Parameter(visibility = ItemVisibility.MESSAGE, persist = false,
		required = false)
	private String aboutSearch =
		"Search; what is set above is tried first, as the default";

	@Parameter(label = "Keep the split of a model (optional)", style = "open",
		required = false, persist = false, visibility = ItemVisibility.INVISIBLE,
		description = "Images that this model knows stay on their sides; only new " +
			"ones are divided")
	private File splitFrom = new File("");

	@Parameter(label = "Search space (auto, a YAML file or a text)", columns = 30,
		persist = false,
		description = "What to vary: auto, a file that ends with " +
			".yaml, or a text such as learningRate: 0.0005..0.01 log; batchSize: 16, 32")
	private String space = TunedKeys.AUTO;

	@Parameter(label = "Strategy", choices = { "halving", "random", "grid" },
		persist = false, description = "halving: short trainings for all, longer " +
			"ones for the best; random and grid: whole trainings")
	private String strategy = "halving";

	@Parameter(label = "Minutes (0 = no limit)", attrs = @Attr(name = SAME_ROW),
		min = "0", max = "1000000", persist = false, style = "format:0.##",
		description = "How long the search may take, the final training not counted")
	private double minutes = 20;

	@Parameter(label = "Trials (0 = no limit)", min = "0", max = "100000",
		persist = false, visibility = ItemVisibility.INVISIBLE,
		description = "How many trainings of any length are made at most")
	private int trials = 0;

	@Parameter(label = "Objective", choices = { "balanced-accuracy", "accuracy",
		"macro-f1" }, persist = false, visibility = ItemVisibility.INVISIBLE,
		description = "Which figure on the validation images counts")
	private String objective = "balanced-accuracy";

	@Parameter(label = "Folder of the study", style = "directory",
		persist = false, description = "Gets each trial when it ends, the table " +
			"trials.csv and the verdict")
	private File output;

	@Parameter(label = "Then train the best as (optional)", style = "save",
		required = false, persist = false,
		description = "A model file, a zip: trained with the best settings at the end")
	private File model = new File("");

	@Parameter(label = "Go on with a study", persist = false,
		description = "With the trials that are in the folder already")
	private boolean resume = false;

	@Parameter(label = "Overwrite an existing study and model", persist = false,
		description = "Otherwise they are an error")
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Trials")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	private volatile TuningPlot plot;

	/** Takes its inputs from the host. */
	public TuneCommand() {
		super(LABEL);
	}

	@Override
	public String subject() {
		return isMissing(output) ? "" : output.getName();
	}

	@Override
	public String keptWhenStopped() {
		return "The trials that ended are kept.";
	}

	@Override
	public boolean isShownIn(final Window window) {
		final TuningPlot shown = plot;
		return shown != null && shown.isShownIn(window);
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		final Study.Search search = new Study.Search(TunedKeys.space(space),
			StrategyKind.parse(strategy), Objective.parse(objective), seed());
		final Budget budget = new Budget(minutes, trials);
		required("output", output);
		if (!isMissing(model)) model = ModelName.completed(model);
		// whether it may be replaced is asked behind that
		new ResultFiles().add("model", model, ".zip").require(true, null);
		final TuneClassifier.Result result = new TuneClassifier(CnnClassifier.tools(
			progress), shown(search), new TrainingListener()
		{}, groupQuestion(), progress).run(request(search, budget));
		final List<String> lines = new ArrayList<>(List.of("trials=" + result
			.trials().size(), "winner=" + result.verdict().winner(), result.verdict()
				.text()));
		lines.addAll(result.lines());
		result.model().ifPresent(m -> lines.add("model=" + m));
		result.model().ifPresent(m -> TrainedModels.remember(m, Optional.of(
			images())));
		if (!result.leak().isEmpty()) lines.add("warning: " + result.leak());
		record(result.lines().get(0));
		summary = String.join("\n", lines);
		return new Outcome(lines, Failures.report(result.failed(), progress));
	}

	private TuneClassifier.Request request(final Study.Search search,
		final Budget budget)
	{
		final TrainingKeys keys = new TrainingKeys(this);
		// the training of today is not to change when the inputs do
		final Map<String, String> changed = keys.changed();
		return new TuneClassifier.Request(new ValidatedTraining.Images(images(),
			excluded(), new SplitOptions(grouping(), allowsLeak(), optional(
				splitFrom)), planes(), search.seed(), optional(model), cacheFolder(),
			corrections()), keys::with, fixed(changed), search, budget, required(
				"output", output), resume, overwrite, winner -> TrainingLines.of(line(
					changed, winner)));
	}

	/** Neither where the images are nor what has a place of its own. */
	private static Map<String, String> fixed(final Map<String, String> changed) {
		final Map<String, String> fixed = new LinkedHashMap<>(changed);
		List.of("images", "cacheFolder", "seed").forEach(fixed::remove);
		return fixed;
	}

	private Map<String, String> line(final Map<String, String> changed,
		final Map<String, String> winner)
	{
		final Map<String, String> line = new LinkedHashMap<>(changed);
		line.putAll(winner);
		if (!isMissing(splitFrom)) line.put("splitFrom", splitFrom.getPath());
		line.put("model", isMissing(model) ? new File(output, "tuned.zip").getPath()
			: model.getPath());
		return line;
	}

	/** Each trial is a row as soon as it ends. */
	private TuningListener shown(final Study.Search search) {
		final boolean visible = Hosts.showsWindows();
		if (visible) plot = new TuningPlot(nameOf(output), search, image -> Drawing
			.markImage(image, "plot of trials"));
		final List<String> names = search.space().dimensions().stream().map(
			Dimension::name).toList();
		return new TuningListener() {

			@Override
			public void onTrial(final FinishedTrial trial) {
				table = tables().goOn(table, "Trials of " + nameOf(output), TrialTable
					.of(names, List.of(trial)));
				if (visible) plot.onTrial(trial);
			}
		};
	}

	/** A comment, as the recorded line of this command would train again. */
	private void record(final String line) {
		gestures().comment("the winner: " + line);
	}
}

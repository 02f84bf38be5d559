
package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.imagej.Drawing;
import io.github.cnnclassifier.imagej.Hosts;
import io.github.cnnclassifier.imagej.LearningRateWindows;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.LearningRateFiles;
import io.github.cnnclassifier.training.LearningRateFinder;
import io.github.cnnclassifier.ui.LearningRatePlot;
import io.github.cnnclassifier.workflow.train.FindLearningRate;
import io.github.cnnclassifier.workflow.train.SplitOptions;

/** Looks for a learning rate before a training. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	FindLearningRateCommand.LABEL, headless = true)
public final class FindLearningRateCommand extends TrainingInputs {

	static final String LABEL = "Find CNN Learning Rate...";

	@Parameter(label = "Output folder (optional)", style = "directory",
		required = false, persist = false,
		description = "Gets the curve: learning_rates.csv and learning_rates.png")
	private File output = new File("");

	@Parameter(label = "Steps", min = "20", max = "10000", persist = false,
		description = "Training steps from the lowest to the highest learning rate")
	private int steps = LearningRateFinder.DEFAULT_STEPS;

	@Parameter(label = "Overwrite existing files", attrs = @Attr(name = SAME_ROW),
		persist = false, description = "Otherwise existing files are an error")
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Learning rates")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	/** Takes its inputs from the host. */
	public FindLearningRateCommand() {
		super(LABEL);
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		final FindLearningRate.Result result = new FindLearningRate(CnnClassifier
			.tools(progress), groupQuestion(), progress).run(
				new FindLearningRate.Request(images(), excluded(), new SplitOptions(
					grouping(), allowsLeak(), Optional.empty()), preprocessing(),
					planes(), start(), network(), settings(), steps, optional(output),
					overwrite, cacheFolder(), corrections()));
		table = LearningRateWindows.curve(tables(), nameOfImages(), result.curve());
		if (Hosts.showsWindows()) LearningRatePlot.show(nameOfImages(), result
			.curve(), image -> Drawing.markImage(image, "plot of learning rates"));
		final List<String> lines = new ArrayList<>();
		lines.add("learningRate=" + (result.learningRate().isPresent() ? BigDecimal
			.valueOf(result.learningRate().getAsDouble()).stripTrailingZeros()
			.toPlainString() : "none"));
		if (!isMissing(output)) lines.add("curve=" + LearningRateFiles.chart(path(
			output)));
		summary = String.join("\n", lines);
		return new Outcome(lines, Failures.report(result.failed(), progress));
	}
}

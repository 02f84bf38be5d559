
package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.LearningCurveFiles;
import io.github.cnnclassifier.workflow.Existing;
import io.github.cnnclassifier.workflow.learningcurve.MeasureLearningCurve;
import io.github.cnnclassifier.workflow.train.Recipe;
import io.github.cnnclassifier.workflow.train.SplitOptions;

/** Tells how many images are enough. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	LearningCurveCommand.LABEL, headless = true)
public final class LearningCurveCommand extends TrainingInputs {

	static final String LABEL = "CNN Learning Curve...";

	@Parameter(visibility = ItemVisibility.MESSAGE, persist = false,
		required = false)
	private String aboutResults = "Numbers of images and results";

	@Parameter(label = "Steps", min = "2", max = "10", persist = false,
		description = "Numbers of images: all training images, half of them, a " +
			"quarter, and so on; a forecast takes four")
	private int steps = MeasureLearningCurve.DEFAULT_STEPS;

	@Parameter(label = "Repeats", attrs = @Attr(name = SAME_ROW), min = "1",
		max = "100", persist = false,
		description = "Trainings of each number of images, with other images and " +
			"other random numbers; a forecast takes two")
	private int repeats = MeasureLearningCurve.DEFAULT_REPEATS;

	@Parameter(label = "Output folder", style = "directory", persist = false,
		description = "Gets the curve as tables and picture, and what it says")
	private File output;

	@Parameter(label = "Resume a run that was stopped", persist = false,
		description = "Goes on in the same folder with the trainings that are " +
			"missing")
	private boolean resume = false;

	@Parameter(label = "Overwrite existing files", attrs = @Attr(name = SAME_ROW),
		persist = false, description = InputText.OVERWRITE_HELP)
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Trainings")
	private ResultsTable perTraining;

	@Parameter(type = ItemIO.OUTPUT, label = "Learning curve")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	/** Takes its inputs from the host. */
	public LearningCurveCommand() {
		super(LABEL);
	}

	@Override
	public String subject() {
		return isMissing(output) ? "" : output.getName();
	}

	@Override
	public String keptWhenStopped() {
		return "The trainings that are finished are kept, to be continued.";
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		final MeasureLearningCurve.Result result = new MeasureLearningCurve(
			CnnClassifier.tools(progress), groupQuestion(), progress).run(
				new MeasureLearningCurve.Request(images(), excluded(), new SplitOptions(
					grouping(), allowsLeak(), Optional.empty()), planes(), new Recipe(
						preprocessing(), start(), network(), settings()), steps, repeats,
					required("output", output), Existing.of(resume, overwrite),
					cacheFolder(), corrections()));
		final String of = " of " + nameOfImages();
		perTraining = tables().apart("Trainings" + of, LearningCurveFiles.runs(
			result.runs()));
		table = tables().apart("Learning curve" + of, LearningCurveFiles.curve(
			result.curve()));
		final List<String> lines = new ArrayList<>(LearningCurveFiles.lines(result
			.curve()));
		if (!result.leak().isEmpty()) lines.add("warning: " + result.leak());
		lines.add("curve=" + LearningCurveFiles.chart(path(output)));
		summary = String.join("\n", lines);
		final int failed = Failures.report(result.failed(), progress);
		return result.failedRuns() > 0 ? new Outcome(lines, result.failedRuns(),
			"training") : new Outcome(lines, failed);
	}
}


package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
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
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.ComparisonFiles;
import io.github.cnnclassifier.report.ComparisonTables;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.PlaneChoice;
import io.github.cnnclassifier.workflow.evaluate.CompareClassifiers;
import io.github.cnnclassifier.workflow.evaluate.EvaluatedPart;

/** Tells which of two classifiers is better, on the same images. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	CompareCommand.LABEL, headless = true)
public final class CompareCommand extends ClassifierCommand {

	static final String LABEL = "Compare CNN Classifiers...";

	private static final String EITHER =
		"A model file, or a table of predictions that ends with .csv";

	@Parameter(label = "Labeled images", style = FOLDER_OR_TABLE,
		required = false, description = InputText.LABELED_IMAGES_HELP +
			"; two tables of predictions need none")
	private File images = new File("");

	@Parameter(label = InputText.EXCLUDE, columns = 30, persist = false,
		required = false, description = InputText.EXCLUDE_HELP)
	private String exclude = "";

	@Parameter(label = "Groups (auto, none, folder, column or a pattern)",
		columns = 20, persist = false,
		description = "Images that belong together, such as those of one animal, " +
			"slide or well, count as one for the interval of the difference")
	private String groups = GroupingRule.AUTO;

	@Parameter(label = "Model", style = "open", attrs = @Attr(
		name = KNOWN_MODELS), description = EITHER)
	private File model;

	@Parameter(label = "Other model", style = "open", persist = false,
		attrs = @Attr(name = KNOWN_MODELS), description = EITHER)
	private File other;

	@Parameter(label = "Which images", choices = { "auto", "all", "validation",
		"test" }, persist = false,
		description = "auto: the test images if the folder says which they are, " +
			"else those that neither model was trained or chosen with; what one of " +
			"them has learned from is always left out")
	private String split = "auto";

	@Parameter(label = InputText.PLANES, choices = { "auto", "each", "middle",
		"maximum", "mean", "average" }, persist = false,
		description = "auto: as both models were trained; average: " +
			"one answer for all planes of a stack")
	private String planes = InputOverrides.AUTO;

	@Parameter(label = "Report folder (optional)", style = "directory",
		required = false, persist = false,
		description = "Gets comparison.html and tables of figures, groups and " +
			"images where the two do not agree")
	private File output = new File("");

	@Parameter(label = "Overwrite an existing report", persist = false,
		description = "Otherwise existing files are an error")
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Comparison")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	/** Takes its inputs from the host. */
	public CompareCommand() {
		super(LABEL);
	}

	@Override
	public String subject() {
		return isMissing(model) ? "" : model.getName();
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		final Optional<Path> folder = optional(output);
		final CompareClassifiers.Result result = new CompareClassifiers(
			CnnClassifier.tools(progress), progress).run(
				new CompareClassifiers.Request(optional(images), names(exclude),
					GroupingRule.parse(groups), required("model", model), required(
						"other", other), EvaluatedPart.parse(split), PlaneChoice.parse(
							planes), folder, overwrite));
		table = tables().append("Comparison of " + nameOf(model) + " and " + nameOf(
			other), ComparisonTables.figures(result.comparison()));
		final List<String> lines = new ArrayList<>(ComparisonTables.lines(result
			.comparison()));
		result.warnings().forEach(warning -> lines.add("warning: " + warning));
		summary = String.join("\n", lines);
		progress.message(ComparisonTables.verdict(result.comparison(), nameOf(
			model), nameOf(other)));
		final int failed = Failures.report(result.failed(), progress);
		if (folder.isPresent()) WrittenReport.tell(ComparisonFiles.page(folder
			.get()), this, progress);
		return new Outcome(lines, failed);
	}
}

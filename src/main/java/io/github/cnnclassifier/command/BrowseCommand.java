
package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.ChosenTable;
import io.github.cnnclassifier.report.FiguresLine;
import io.github.cnnclassifier.workflow.BrowseResults;
import io.github.cnnclassifier.workflow.EvaluatedImages;
import io.github.cnnclassifier.workflow.PlaneChoice;

/** Shows the images behind the numbers of an evaluation on the disk. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	BrowseCommand.LABEL, headless = true)
public final class BrowseCommand extends ClassifierCommand {

	static final String LABEL = "Browse CNN Results...";

	@Parameter(label = "Table of predictions", style = "open",
		description = "The predictions.csv of an evaluation or a cross-validation")
	private File predictions;

	@Parameter(label = InputText.LABELED_IMAGES, style = FOLDER_OR_TABLE,
		description = "The images that were evaluated")
	private File images;

	@Parameter(label = InputText.PLANES, choices = { "each", "middle", "maximum",
		"mean", "average" }, persist = false, description = "As in the evaluation")
	private String planes = "each";

	@Parameter(label = "Only images of the class (optional)", columns = 20,
		persist = false, required = false,
		description = "The row of the confusion matrix that is shown first")
	private String actual = "";

	@Parameter(label = "Only images taken for (optional)", columns = 20,
		persist = false, required = false,
		description = "The column of the confusion matrix that is shown first")
	private String predicted = "";

	@Parameter(label = "Model for heat maps (optional)", style = "open",
		required = false, persist = false, attrs = @Attr(name = KNOWN_MODELS),
		description = "The model of the evaluation: the window can then show what " +
			"the network looked at, with the key H")
	private File model = new File("");

	@Parameter(type = ItemIO.OUTPUT, label = "Images")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	/** Takes its inputs from the host. */
	public BrowseCommand() {
		super(LABEL);
	}

	@Override
	public String subject() {
		return isMissing(predictions) ? "" : predictions.getName();
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		final BrowseResults.Result result = new BrowseResults(CnnClassifier.tools(
			progress), progress).run(new BrowseResults.Request(required("predictions",
				predictions), required("images", images), PlaneChoice.parse(planes),
				actual, predicted, optional(model)));
		final EvaluatedImages found = result.images();
		final int[] chosen = found.chosen(result.choice());
		final List<String> lines = new ArrayList<>();
		lines.add("images=" + found.result().predictions().size() + " chosen=" +
			chosen.length + " missing=" + found.missing() + " failed=" + result
				.failed());
		lines.add(FiguresLine.of(found.result().figures()));
		summary = String.join("\n", lines);
		if (!result.spending().line().isEmpty()) progress.message(result.spending()
			.line());
		if (isFromDialog()) ResultImages.show(found, result.choice(), result
			.spending(), result.map());
		else {
			progress.message("The window of the images opens from the menu alone; " +
				"here they are listed.");
			table = tables().append("Images", ChosenTable.of(found.result(), chosen));
			lines.addAll(ChosenTable.lines(found.result(), chosen));
		}
		return new Outcome(lines, 0);
	}
}

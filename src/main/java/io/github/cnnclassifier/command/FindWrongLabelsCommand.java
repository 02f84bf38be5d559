
package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.util.List;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.imagej.RowPlace;
import io.github.cnnclassifier.imagej.RowPlaces;
import io.github.cnnclassifier.imagej.reader.OriginalPlace;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.LikelyWrongFiles;
import io.github.cnnclassifier.workflow.evaluate.FindWrongLabels;

/** Finds labels that are likely wrong. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	FindWrongLabelsCommand.LABEL, headless = true)
public final class FindWrongLabelsCommand extends ClassifierCommand {

	static final String LABEL = "Find Wrong CNN Labels...";

	@Parameter(label = "Table of predictions", style = "open",
		description = "The predictions.csv of a cross-validation")
	private File predictions;

	@Parameter(label = "Labeled images (optional)", style = FOLDER_OR_TABLE,
		required = false, persist = false,
		description = "The images that were cross-validated, to show pictures of " +
			"those whose labels are likely wrong")
	private File images = new File("");

	@Parameter(label = "Output folder", style = "directory", persist = false,
		description = "Gets likely_wrong.csv and likely_wrong.html")
	private File output;

	@Parameter(label = "Overwrite existing files", persist = false,
		description = InputText.OVERWRITE_HELP)
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Likely wrong labels")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	/** Takes its inputs from the host. */
	public FindWrongLabelsCommand() {
		super(LABEL);
	}

	@Override
	public String subject() {
		return isMissing(predictions) ? "" : predictions.getName();
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		final FindWrongLabels.Result result = new FindWrongLabels(CnnClassifier
			.tools(progress).reader(), progress).run(new FindWrongLabels.Request(
				required("predictions", predictions), optional(images), required(
					"output", output), overwrite));
		table = tables().append("Likely wrong labels of " + nameOf(predictions),
			LikelyWrongFiles.table(result.labels(), result.found()), places(result));
		summary = "images=" + result.images() + " likely_wrong=" + result.found()
			.size();
		WrittenReport.tell(LikelyWrongFiles.page(path(output)), this, progress);
		return new Outcome(List.of(summary), 0);
	}

	/** A click on a row opens its image, where it is known. */
	private static RowPlaces places(final FindWrongLabels.Result result) {
		if (!result.found().stream().allMatch(label -> result.places().containsKey(
			label.name()))) return RowPlaces.NONE;
		return new RowPlaces(List.of("file"), result.found().stream().map(
			label -> (RowPlace) new OriginalPlace(result.places().get(label.name())))
			.toList());
	}
}

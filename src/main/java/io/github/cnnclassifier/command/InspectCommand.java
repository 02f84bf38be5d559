
package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.dataset.inspect.DataAudit;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.imagej.InspectionWindows;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.InspectionFiles;
import io.github.cnnclassifier.report.InspectionLines;
import io.github.cnnclassifier.workflow.InspectImages;
import io.github.cnnclassifier.workflow.PlaneChoice;

/** Tells what there is to know of training images before a training. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	InspectCommand.LABEL, headless = true)
public final class InspectCommand extends ClassifierCommand {

	static final String LABEL = "Inspect CNN Training Images...";

	@Parameter(label = InputText.LABELED_IMAGES, style = FOLDER_OR_TABLE,
		description = InputText.LABELED_IMAGES_HELP)
	private File images;

	@Parameter(label = InputText.EXCLUDE, columns = 30, persist = false,
		required = false, description = InputText.EXCLUDE_HELP)
	private String exclude = "";

	@Parameter(label = InputText.CORRECTIONS, choices = { "use", "ignore" },
		persist = false, visibility = ItemVisibility.INVISIBLE,
		description = InputText.CORRECTIONS_HELP)
	private String corrections = "use";

	@Parameter(label = "Groups (auto, none, folder, column or a pattern)",
		columns = 20, persist = false,
		description = "Images that belong together, such as those of one animal, " +
			"slide or well, as training would keep them on one side of the split")
	private String groups = GroupingRule.AUTO;

	@Parameter(label = InputText.PLANES, choices = { "each", "middle", "maximum",
		"mean", "average" }, persist = false,
		description = "Of slices and frames: each one an image, " +
			"the middle one, a projection, or each one with averaged answers later")
	private String planes = "each";

	@Parameter(label = "Report folder (optional)", style = "directory",
		required = false, persist = false,
		description = "Gets inspection.html, tables as CSV and a contact sheet of each class")
	private File output = new File("");

	@Parameter(label = "Overwrite an existing report", persist = false,
		description = "Otherwise existing files are an error")
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "CNN Training Images")
	private ResultsTable perImage;

	@Parameter(type = ItemIO.OUTPUT, label = "Classes")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, label = "Findings")
	private String summary;

	/** Takes its inputs from the host. */
	public InspectCommand() {
		super(LABEL);
	}

	@Override
	public String subject() {
		return isMissing(images) ? "" : images.getName();
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		final DataAudit audit = new InspectImages(CnnClassifier.tools(progress)
			.reader(), progress).run(new InspectImages.Request(required("images",
				images), names(exclude), GroupingRule.parse(groups), PlaneChoice.parse(
					planes), optional(output), overwrite, CorrectionUse.parse(
						corrections))).audit();
		perImage = InspectionWindows.images(tables(), nameOf(images), audit);
		table = InspectionWindows.classes(tables(), nameOf(images), audit);
		final List<String> lines = new ArrayList<>();
		lines.add(InspectionLines.figures(audit));
		lines.addAll(InspectionLines.findings(audit));
		summary = String.join("\n", lines);
		final int failed = Failures.report(audit.data().failed(), progress);
		if (!isMissing(output)) WrittenReport.tell(InspectionFiles.page(path(
			output)), this, progress);
		return new Outcome(lines, failed);
	}
}

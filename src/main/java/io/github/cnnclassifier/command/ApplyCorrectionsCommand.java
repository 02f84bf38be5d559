
package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.util.List;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.ApplyCorrections;
import io.github.cnnclassifier.workflow.PlaneChoice;

/** Moves corrected images into the folders of their classes, or back. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	ApplyCorrectionsCommand.LABEL, headless = true)
public final class ApplyCorrectionsCommand extends ClassifierCommand {

	static final String LABEL = "Apply CNN Corrections...";

	@Parameter(label = InputText.LABELED_IMAGES, style = "directory",
		description = "A folder of class folders with corrections.csv in it; files " +
			"of another class are moved, and nothing is ever replaced")
	private File images;

	@Parameter(label = InputText.PLANES, choices = { "each", "middle", "maximum",
		"mean", "average" }, persist = false,
		description = "As when the images were corrected")
	private String planes = "each";

	@Parameter(label = "Go back (move all files to where they were)",
		persist = false,
		description = "By corrections-applied.csv, the log of what was moved")
	private boolean undo = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	/** Takes its inputs from the host. */
	public ApplyCorrectionsCommand() {
		super(LABEL);
	}

	@Override
	public String subject() {
		return isMissing(images) ? "" : images.getName();
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		final ApplyCorrections.Result result = new ApplyCorrections(CnnClassifier
			.tools(progress).reader(), progress).run(new ApplyCorrections.Request(
				required("images", images), PlaneChoice.parse(planes), undo));
		for (final FailedSample left : result.left())
			progress.message("Not moved: '" + left.name() + "': " + left.reason());
		summary = "moved=" + result.moved() + " left=" + result.left().size();
		return new Outcome(List.of(summary), result.left().size());
	}
}

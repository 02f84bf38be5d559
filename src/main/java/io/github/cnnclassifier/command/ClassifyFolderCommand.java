
package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.ClassifyFolder;
import io.github.cnnclassifier.workflow.InputWishes;
import io.github.cnnclassifier.workflow.PlaneChoice;

/** Classifies every image in a folder and writes a table. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	ClassifyFolderCommand.LABEL, headless = true)
public final class ClassifyFolderCommand extends ClassifierCommand {

	static final String LABEL = "Classify Folder with CNN...";

	@Parameter(label = "Folder of images", style = "directory",
		description = "All images in it and in its sub-folders are classified")
	private File images;

	@Parameter(label = "Model", attrs = @Attr(name = DIALOG_DEFAULT,
		value = ShippedModel.DIGITS),
		description = "A model file, or digits, the classifier of handwritten " +
			"digits that comes along")
	private File model;

	@Parameter(label = "Save table as", style = "save",
		description = "The CSV file: one row per image with its class and all " +
			"probabilities, or with the reason why there is none")
	private File output;

	@Parameter(label = "Channels (auto, gray, rgb, as-is, or 1,3)", columns = 12,
		persist = false, description = "auto takes images like those of the " +
			"training; gray, rgb, as-is and a list of channels convert others")
	private String channels = InputWishes.AUTO;

	@Parameter(label = "Planes of a stack", choices = { "auto", "each", "middle",
		"maximum", "mean", "average" }, persist = false,
		description = "auto: as the model was trained; average: " +
			"one answer for all planes of a stack")
	private String planes = InputWishes.AUTO;

	@Parameter(label = "Intensity range (auto or MIN..MAX)", columns = 12,
		persist = false, description = "The pixel values that correspond to the " +
			"model's own range, such as 112..4095; auto takes them as they are")
	private String range = InputWishes.AUTO;

	@Parameter(label = "Overwrite an existing table", persist = false,
		description = "Otherwise an existing file is an error")
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	/** Takes its inputs from the host. */
	public ClassifyFolderCommand() {
		super(LABEL);
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		final Path csv = required("output", output);
		final ClassifyFolder.Result result = new ClassifyFolder(CnnClassifier.tools(
			progress), progress).run(new ClassifyFolder.Request(required("images",
				images), required("model", model), InputWishes.parse(channels, range,
					InputWishes.AUTO), PlaneChoice.parse(planes), csv, overwrite));
		if (result.failed() > 0) progress.message(result.failed() +
			" files have no result; the reasons are in " + csv + ".");
		summary = "output=" + csv + " classified=" + result.classified() +
			" failed=" + result.failed();
		return new Outcome(List.of(summary), result.failed());
	}
}


package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.ClassifyFolder;
import io.github.cnnclassifier.workflow.InputWishes;

/** Classifies every image in a folder and writes a table. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	ClassifyFolderCommand.LABEL, headless = true)
public final class ClassifyFolderCommand extends ClassifierCommand {

	static final String LABEL = "Classify Folder with CNN...";

	@Parameter(label = "Images", style = "directory",
		description = "A folder, searched with its sub-folders")
	private File images;

	@Parameter(label = "Model", initializer = "suggestModel",
		description = "A model file, or digits for the shipped digit classifier")
	private File model;

	@Parameter(label = "Save table as", style = "save",
		description = "The CSV file to write")
	private File output;

	@Parameter(label = "Channels", choices = { "auto", "gray", "rgb", "as-is" },
		persist = false, description = "auto: as the model was trained")
	private String channels = InputWishes.AUTO;

	@Parameter(label = "Intensity range", persist = false,
		description = "auto, or the pixel values that correspond to the model's range")
	private String range = InputWishes.AUTO;

	@Parameter(label = "Overwrite an existing table", persist = false)
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
				images), required("model", model), InputWishes.parse(channels, range),
				csv, overwrite));
		if (result.failed() > 0) progress.message(result.failed() +
			" files have no result; the reasons are in " + csv + ".");
		summary = "output=" + csv + " classified=" + result.classified() +
			" failed=" + result.failed();
		return new Outcome(List.of(summary), result.failed());
	}

	@SuppressWarnings("unused") // named by the parameter
	private void suggestModel() {
		model = suggested(model);
	}
}


package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.imagej.reader.LabeledTiff;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.Existing;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.PlaneChoice;
import io.github.cnnclassifier.workflow.ThresholdChoice;
import io.github.cnnclassifier.workflow.folder.ClassifyFolder;
import io.github.cnnclassifier.workflow.folder.NameFilter;
import io.github.cnnclassifier.workflow.folder.Sorting;

/** Classifies every image in a folder and writes a table. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	ClassifyFolderCommand.LABEL, headless = true)
public final class ClassifyFolderCommand extends ClassifierCommand {

	static final String LABEL = "Classify Folder with CNN...";

	@Parameter(label = "Folder of images", style = "directory",
		description = "All images in it and in its sub-folders are classified")
	private File images;

	@Parameter(label = "Only files named like (optional)", columns = 20,
		persist = false,
		description = "Patterns such as *.tif, *DAPI*, plate1/**;" +
			" a pattern without / is compared with the name, else with the path")
	private String include = "";

	@Parameter(label = "Skip files named like (optional)", columns = 20,
		persist = false,
		description = "Patterns of images to leave out, such as *_mask*, old/**")
	private String skip = "";

	@Parameter(label = "Model", attrs = { @Attr(name = DIALOG_DEFAULT,
		value = ShippedModel.DIGITS), @Attr(name = KNOWN_MODELS) },
		description = InputText.MODEL_HELP)
	private File model;

	@Parameter(label = InputText.CHANNELS, columns = 12, persist = false,
		description = InputText.CHANNELS_HELP)
	private String channels = InputOverrides.AUTO;

	@Parameter(label = InputText.PLANES, choices = { "auto", "each", "middle",
		"maximum", "mean", "average" }, persist = false,
		description = "auto: as the model was trained; average: " +
			"one answer for all planes of a stack")
	private String planes = InputOverrides.AUTO;

	@Parameter(label = InputText.RANGE, columns = 12, persist = false,
		description = InputText.RANGE_HELP)
	private String range = InputOverrides.AUTO;

	@Parameter(label = InputText.PIXEL_SIZE, choices = { "auto", "match",
		"ignore" }, persist = false, description = InputText.PIXEL_SIZE_HELP)
	private String pixelSize = InputOverrides.AUTO;

	@Parameter(label = InputText.THRESHOLD, columns = 12, persist = false,
		description = InputText.THRESHOLD_HELP)
	private String threshold = ThresholdChoice.NONE;

	@Parameter(label = InputText.UNLIKE, choices = { "auto", "mark", "off" },
		visibility = ItemVisibility.INVISIBLE, persist = false,
		description = InputText.UNLIKE_HELP)
	private String unlike = InputOverrides.AUTO;

	@Parameter(label = "Save table as", style = "save",
		description = "The CSV file: one row per image with its class and all " +
			"probabilities, or with the reason why there is none")
	private File output;

	@Parameter(label = InputText.FEATURES, style = "save", required = false,
		persist = false, description = InputText.FEATURES_HELP)
	private File features = new File("");

	@Parameter(label = "Continue an existing table", persist = false,
		description = "After a run that was stopped, or when there are new " +
			"images; model and settings must be the same")
	private boolean resume = false;

	@Parameter(label = "Sort images into folder (optional)", style = "directory",
		required = false, persist = false,
		description = "Gets a folder for each class; the images stay where they are")
	private File sortInto = new File("");

	@Parameter(label = "Sort by", choices = { "copy", "link" }, persist = false,
		description = "Symbolic links take no room, but not every disk has them")
	private String sortBy = "copy";

	@Parameter(label = "Folder of labeled copies (optional)", style = "directory",
		required = false, persist = false,
		description = "Gets a TIFF file of each image with its class as an overlay")
	private File overlayFolder = new File("");

	@Parameter(label = "Overwrite an existing table", persist = false,
		description = InputText.OVERWRITE_HELP)
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	/** Takes its inputs from the host. */
	public ClassifyFolderCommand() {
		super(LABEL);
	}

	@Override
	public String subject() {
		return isMissing(images) ? "" : images.getName();
	}

	@Override
	public String keptWhenStopped() {
		return "The rows of finished images are kept.";
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		final Path csv = required("output", output);
		final Threshold sure = ThresholdChoice.parse(threshold, unlike, required(
			"model", model));
		final ClassifyFolder.Result result = new ClassifyFolder(CnnClassifier.tools(
			progress), new LabeledTiff(), progress).run(request(csv, sure));
		result.counts().forEach((label, count) -> progress.message(label + ": " +
			count));
		if (sure.least() > 0 || result.unknown() > 0) progress.message(
			Threshold.UNKNOWN + ": " + result.unknown());
		if (result.failed() > 0) progress.message(result.failed() +
			" images have no result; the reasons are in " + csv + ".");
		summary = "output=" + csv + optional(features).map(f -> " features=" + f)
			.orElse("") + " classified=" + result.classified() + " failed=" + result
				.failed() + " unknown=" + result.unknown();
		return new Outcome(List.of(summary), result.failed() + result.notSaved());
	}

	private ClassifyFolder.Request request(final Path csv, final Threshold sure) {
		final Sorting.By by = Sorting.By.parse(sortBy);
		return new ClassifyFolder.Request(required("images", images), NameFilter
			.parse(include, skip), required("model", model), InputOverrides.parse(
				channels, range, pixelSize), PlaneChoice.parse(planes), sure, csv,
			optional(features), Existing.of(resume, overwrite), optional(sortInto)
				.map(folder -> new Sorting(folder, by)), optional(overlayFolder));
	}
}

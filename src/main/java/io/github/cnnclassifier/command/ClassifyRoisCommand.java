
package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.imagej.CommandTables;
import io.github.cnnclassifier.imagej.ImagePlusPlanes;
import io.github.cnnclassifier.imagej.roi.ClassifiedRois;
import io.github.cnnclassifier.imagej.roi.FoundRegions;
import io.github.cnnclassifier.imagej.roi.RegionOptions;
import io.github.cnnclassifier.imagej.roi.RegionPlaces;
import io.github.cnnclassifier.imagej.roi.RegionSource;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.RegionTable;
import io.github.cnnclassifier.report.Table;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.ThresholdChoice;
import io.github.cnnclassifier.workflow.regions.ClassifyRegions;

/** Classifies the ROIs of the open image, or the objects of a label image. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	ClassifyRoisCommand.LABEL, headless = true)
public final class ClassifyRoisCommand extends OpenImageCommand {

	static final String LABEL = "Classify ROIs with CNN...";

	@Parameter(label = InputText.REGIONS, choices = { "auto", "manager",
		"overlay", "selection", "labels" }, persist = false,
		description = InputText.REGIONS_HELP)
	private String regions = RegionOptions.AUTO;

	@Parameter(label = InputText.ROI_FILE, required = false, persist = false,
		description = InputText.ROI_FILE_HELP)
	private File rois = new File("");

	@Parameter(label = InputText.LABEL_IMAGE, style = TITLE_STYLE, columns = 30,
		required = false, persist = false, description = InputText.LABEL_IMAGE_HELP)
	private String labels = "";

	@Parameter(label = InputText.MARGIN, min = "0", max = "10000",
		persist = false, description = "Surroundings on each side, as far as the " +
			"image goes; as for the training images")
	private int margin = 0;

	@Parameter(label = InputText.MASKED, persist = false,
		description = "Those of the margin as well; as for the training images")
	private boolean masked = false;

	@Parameter(label = "Model", attrs = { @Attr(name = DIALOG_DEFAULT,
		value = ShippedModel.DIGITS), @Attr(name = KNOWN_MODELS) },
		description = InputText.MODEL_HELP)
	private File model;

	@Parameter(label = InputText.CHANNELS, columns = 12, persist = false,
		description = InputText.CHANNELS_HELP)
	private String channels = InputOverrides.AUTO;

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

	@Parameter(label = "Write the class into the ROIs", persist = false,
		description = "As name, group and color; Undo Classify ROIs with CNN " +
			"takes it back")
	private boolean mark = true;

	// macros of former versions count the elements of the overlay
	@Parameter(label = "Legend on the image", persist = false, attrs = @Attr(
		name = DIALOG_DEFAULT, value = "true"),
		description = "As an overlay, where there is room; pixels do not change")
	private boolean legend = false;

	@Parameter(label = "Save table as (optional)", style = "save",
		required = false, persist = false,
		description = "A CSV file: one row per ROI with its class and all " +
			"probabilities, or with the reason why there is none")
	private File output = new File("");

	@Parameter(label = InputText.FEATURES, style = "save", required = false,
		persist = false, description = InputText.FEATURES_HELP)
	private File features = new File("");

	@Parameter(label = "Save ROIs as (optional)", style = "save",
		required = false, persist = false,
		description = "A zip for the ROI Manager: all ROIs with their classes")
	private File labelledRoiFile = new File("");

	@Parameter(label = "Overwrite existing files", persist = false,
		description = InputText.OVERWRITE_HELP)
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Results")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	/** Takes its inputs from the host. */
	public ClassifyRoisCommand() {
		super(LABEL);
	}

	@Override
	public String keptWhenStopped() {
		return "The rows of finished regions are kept.";
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		requireOutputs();
		final Threshold sure = ThresholdChoice.parse(threshold, unlike, required(
			"model", model));
		final ImagePlus open = OpenImage.locked(image());
		try {
			final boolean shown = open.getWindow() != null;
			final FoundRegions found = RegionSource.of(open, new RegionOptions(
				regions, optional(rois), labels), progress);
			final ClassifyRegions.Result result = classified(open, found, sure,
				progress);
			if (shown && open.getWindow() == null) progress.message("The image '" +
				open.getTitle() +
				"' was closed meanwhile. The results are in the table.");
			save(open, found, result, progress);
			final List<String> lines = lines(result);
			summary = String.join("\n", lines);
			return new Outcome(lines, result.failed(), "region");
		}
		finally {
			open.unlock();
		}
	}

	private void requireOutputs() throws IOException {
		if (!isMissing(labelledRoiFile) && !mark) throw new WrongUsage(
			"Expected mark=true for labelledRoiFile, " +
				"as the file is of ROIs with classes, found mark=false.", Mend.of(
					"Write the class into the ROIs", "mark", "true"), Mend.of(
						"Save no ROIs", "labelledRoiFile", ""));
		new ResultFiles().add("output", output).add("features", features).add(
			"labelledRoiFile", labelledRoiFile, ".zip").require(overwrite, image(),
				model, rois);
	}

	private ClassifyRegions.Result classified(final ImagePlus open,
		final FoundRegions found, final Threshold sure, final Progress progress)
		throws IOException
	{
		final FoundRegions named = found.withFormerNames();
		final ClassifyRegions.Result result = new ClassifyRegions(CnnClassifier
			.tools(progress), done -> CommandTables.show(append(open, found, done)),
			progress).run(new ClassifyRegions.Request(new ImagePlusPlanes(open, open
				.getTitle()), named.regions(), named.unusable(), new RegionCropping(
					margin, masked), required("model", model), InputOverrides.parse(
						channels, range, pixelSize), sure, optional(features).map(
							file -> new ClassifyRegions.FeatureFile(file, open.getTitle()))));
		Failures.report(result.failures(), progress);
		table = append(open, found, result);
		return result;
	}

	private ResultsTable append(final ImagePlus open, final FoundRegions found,
		final ClassifyRegions.Result result)
	{
		return tables().append("Regions of " + open.getTitle() + " by " + nameOf(
			model), rows(open, result), RegionPlaces.of(open, found, result
				.answers()));
	}

	private Table rows(final ImagePlus open,
		final ClassifyRegions.Result result)
	{
		return RegionTable.of(open.getTitle(), result.labels(), result.threshold(),
			result.answers(), model.getName());
	}

	private void save(final ImagePlus open, final FoundRegions found,
		final ClassifyRegions.Result result, final Progress progress)
		throws IOException
	{
		try {
			if (!isMissing(output)) rows(open, result).writeCsv(path(output));
			if (!mark) return;
			final ClassifiedRois classified = new ClassifiedRois(open, found, result);
			classified.show(progress);
			if (legend) classified.showLegend();
			if (!isMissing(labelledRoiFile)) classified.save(path(labelledRoiFile));
			// on the screen only: files are the same in all ways of running it
			if (isFromDialog()) classified.standOut();
		}
		catch (final IOException e) {
			// the disk is full: what was found out is not lost
			CommandTables.show(table);
			throw e;
		}
	}

	private List<String> lines(final ClassifyRegions.Result result) {
		final List<String> lines = new ArrayList<>();
		lines.add((isMissing(output) ? "" : "output=" + output + " ") + optional(
			features).map(f -> "features=" + f + " ").orElse("") + (isMissing(
				labelledRoiFile) ? "" : "labelledRoiFile=" + labelledRoiFile + " ") +
			"classified=" + (result.answers().size() - result.failed()) + " failed=" +
			result.failed());
		result.counts().forEach((name, count) -> lines.add("class=" + name +
			" count=" + count));
		return lines;
	}
}


package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
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
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.CommandTables;
import io.github.cnnclassifier.imagej.OpenPlanes;
import io.github.cnnclassifier.imagej.map.MapFiles;
import io.github.cnnclassifier.imagej.map.MapOutput;
import io.github.cnnclassifier.imagej.map.MapSelection;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.AreaTable;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.PlaneChoice;
import io.github.cnnclassifier.workflow.ThresholdChoice;
import io.github.cnnclassifier.workflow.map.MapClasses;
import io.github.cnnclassifier.workflow.map.RequestedWindow;

/** Gives every pixel of the open image, or of its selection, a class. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	MapClassesCommand.LABEL, headless = true)
public final class MapClassesCommand extends OpenImageCommand {

	static final String LABEL = "Map Classes with CNN...";

	/** Its choices of planes. */
	static final List<String> PLANES = List.of("auto", "current", "middle",
		"maximum", "mean");

	@Parameter(label = "Model", attrs = { @Attr(name = DIALOG_DEFAULT,
		value = ShippedModel.DIGITS), @Attr(name = KNOWN_MODELS) },
		description = InputText.MODEL_HELP)
	private File model;

	@Parameter(label = InputText.CHANNELS, columns = 12, persist = false,
		description = InputText.CHANNELS_HELP)
	private String channels = InputOverrides.AUTO;

	@Parameter(label = InputText.PLANES, choices = { "auto", "current", "middle",
		"maximum", "mean" }, persist = false,
		description = "auto: the shown plane, or what a model " +
			"of whole stacks learned from")
	private String planes = InputOverrides.AUTO;

	@Parameter(label = InputText.RANGE, columns = 12, persist = false,
		description = InputText.RANGE_HELP)
	private String range = InputOverrides.AUTO;

	@Parameter(label = InputText.PIXEL_SIZE, choices = { "auto", "match",
		"ignore" }, persist = false, description = InputText.PIXEL_SIZE_HELP)
	private String pixelSize = InputOverrides.AUTO;

	@Parameter(label = InputText.THRESHOLD, columns = 12, persist = false,
		description = "A number from 0 to 1: pixels that are less sure are called " +
			"unknown, and 0 takes all; auto: the threshold that the model suggests")
	private String threshold = ThresholdChoice.NONE;

	@Parameter(label = InputText.UNLIKE, choices = { "auto", "mark", "off" },
		visibility = ItemVisibility.INVISIBLE, persist = false,
		description = InputText.UNLIKE_HELP)
	private String unlike = InputOverrides.AUTO;

	@Parameter(label = "Window in pixels (0 = as in training)", min = "0",
		max = "100000", persist = false,
		description = "The width of what the network sees at once")
	private int window = 0;

	@Parameter(label = "Stride in pixels (0 = a quarter of the window)",
		min = "0", max = "100000", persist = false,
		description = "From window to window; smaller is finer and slower")
	private int stride = 0;

	@Parameter(label = "Legend on the map", persist = false,
		description = "As an overlay; the pixels do not change")
	private boolean legend = true;

	// macros of former versions have no overlay on the image
	@Parameter(label = "Show the map over the image", persist = false,
		attrs = @Attr(name = DIALOG_DEFAULT, value = "true"),
		description = "As an overlay, in place of that of an earlier map; the " +
			"pixels of the image do not change")
	private boolean overlay = false;

	@Parameter(label = "Opacity of the map over the image in %", min = "1",
		max = "100", persist = false, description = "100 hides the image")
	private int opacity = 40;

	@Parameter(label = "Show probabilities", persist = false,
		description = "Opens a 32-bit stack with one slice for each class")
	private boolean showProbabilities = false;

	@Parameter(label = "Show confidence", persist = false,
		description = "Opens a 32-bit image with the best probability")
	private boolean showConfidence = false;

	@Parameter(label = "Save map as (optional)", style = "save", required = false,
		persist = false, description = "A TIFF file with the class of each pixel")
	private File output = new File("");

	@Parameter(label = "Save probabilities as (optional)", style = "save",
		required = false, persist = false,
		description = "A TIFF file of 32 bits with one slice for each class, of " +
			"any size: it needs no memory")
	private File probabilityFile = new File("");

	@Parameter(label = "Save confidence as (optional)", style = "save",
		required = false, persist = false,
		description = "A TIFF file of 32 bits with the best probability")
	private File confidenceFile = new File("");

	@Parameter(label = "Save areas as (optional)", style = "save",
		required = false, persist = false,
		description = "A CSV file: pixels, area and fraction of each class")
	private File areaFile = new File("");

	@Parameter(label = "Overwrite existing files", persist = false,
		description = InputText.OVERWRITE_HELP)
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	@Parameter(type = ItemIO.OUTPUT, label = "Areas")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, label = "Probabilities")
	private ImagePlus probabilityStack;

	@Parameter(type = ItemIO.OUTPUT, label = "Confidence")
	private ImagePlus confidenceMap;

	// the last one that opens is in front
	@Parameter(type = ItemIO.OUTPUT, label = "Class map")
	private ImagePlus classMap;

	/** Takes its inputs from the host. */
	public MapClassesCommand() {
		super(LABEL);
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		requireWritableFiles();
		final ImagePlus open = OpenImage.locked(image());
		try {
			return map(open, progress);
		}
		finally {
			open.unlock();
		}
	}

	private Outcome map(final ImagePlus open, final Progress progress)
		throws IOException
	{
		final Path file = required("model", model);
		final Threshold sure = ThresholdChoice.parse(threshold, unlike, file);
		final OpenPlanes chosen = new OpenPlanes(open, PlaneChoice.forOneInput(
			PlaneChoice.parse(planes), file));
		final SampleImage sample = chosen.image(0);
		final MapOutput maps = new MapOutput(open, chosen.positions().get(0), sample
			.pixelSize(), file.getFileName().toString(), legend, new MapFiles(
				optional(output), optional(probabilityFile), optional(confidenceFile),
				optional(areaFile)), showProbabilities, showConfidence);
		final MapClasses.Result result = map(open, new MapClasses.Request(sample,
			MapSelection.of(open, progress), file, InputOverrides.parse(channels,
				range, pixelSize), sure, new RequestedWindow(window, stride)), maps,
			progress);
		table = append(open, maps);
		probabilityStack = maps.probabilities();
		confidenceMap = maps.confidence();
		classMap = maps.labels();
		if (overlay) maps.layOver(opacity, progress);
		summary = written("output", output) + written("probabilityFile",
			probabilityFile) + written("confidenceFile", confidenceFile) + written(
				"areaFile", areaFile) + AreaTable.line(result.areas());
		return new Outcome(lines(AreaTable.lines(result.areas())), 0);
	}

	private static String written(final String key, final File file) {
		return isMissing(file) ? "" : key + "=" + file + " ";
	}

	private ResultsTable append(final ImagePlus open, final MapOutput maps) {
		return tables().append("Areas in " + open.getTitle() + " by " + nameOf(
			model), maps.areas());
	}

	private MapClasses.Result map(final ImagePlus open,
		final MapClasses.Request request, final MapOutput maps,
		final Progress progress) throws IOException
	{
		try {
			return new MapClasses(CnnClassifier.tools(progress), maps, progress).run(
				request);
		}
		catch (final IOException e) {
			// the disk is full: what was found out is not lost
			if (maps.areas() != null) CommandTables.show(append(open, maps));
			throw e;
		}
	}

	private void requireWritableFiles() throws IOException {
		new ResultFiles().add("output", output, ResultFiles.TIFF).add(
			"probabilityFile", probabilityFile, ResultFiles.TIFF).add(
				"confidenceFile", confidenceFile, ResultFiles.TIFF).add("areaFile",
					areaFile).require(overwrite, image(), model);
	}

	private List<String> lines(final List<String> areas) {
		final List<String> lines = new ArrayList<>(areas);
		if (!isMissing(output)) lines.add("output=" + output);
		return lines;
	}
}

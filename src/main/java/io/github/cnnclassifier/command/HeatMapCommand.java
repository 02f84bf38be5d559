
package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.NetworkInput;
import io.github.cnnclassifier.imagej.OpenPlanes;
import io.github.cnnclassifier.imagej.map.HeatMapImages;
import io.github.cnnclassifier.imagej.map.SelectedImage;
import io.github.cnnclassifier.inference.HeatItem;
import io.github.cnnclassifier.inference.HeatMap;
import io.github.cnnclassifier.inference.HeatMethod;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.PlaneChoice;
import io.github.cnnclassifier.workflow.preview.HeatMaps;

/** Shows which places of the open image speak for a class. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	HeatMapCommand.LABEL, headless = true)
public final class HeatMapCommand extends OpenImageCommand {

	static final String LABEL = "CNN Heat Map...";

	private static final String ONLY_MAP = "map";
	private static final String ONLY_OVERLAY = "overlay";
	private static final String BOTH = "both";

	@Parameter(label = "Model", attrs = { @Attr(name = DIALOG_DEFAULT,
		value = ShippedModel.DIGITS), @Attr(name = KNOWN_MODELS) },
		description = InputText.MODEL_HELP)
	private File model;

	@Parameter(label = "Class (empty = the predicted one)", required = false,
		columns = 20, persist = false,
		description = "The map shows what speaks for this class")
	private String className = "";

	@Parameter(label = "Method", choices = { "auto", "grad-cam", "occlusion" },
		persist = false,
		description = "grad-cam looks into the network; occlusion hides one place " +
			"after another; auto: grad-cam where it is fine enough")
	private String method = HeatMethod.AUTO.label();

	@Parameter(label = "Show", choices = { BOTH, ONLY_MAP, ONLY_OVERLAY },
		persist = false,
		description = "map: numbers, as a 32-bit image; overlay: " +
			"the map over a copy of the image")
	private String show = BOTH;

	@Parameter(label = "Only what is selected", persist = false,
		description = "The bounding box of a selection, if there is one")
	private boolean selection = true;

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

	@Parameter(label = "Save map as (optional)", style = "save", required = false,
		persist = false, description = "A TIFF file with the map as 32-bit image")
	private File output = new File("");

	@Parameter(label = "Overwrite an existing file", persist = false,
		description = InputText.OVERWRITE_HELP)
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	@Parameter(type = ItemIO.OUTPUT, label = "Heat map")
	private ImagePlus heat;

	// the last one that opens is in front
	@Parameter(type = ItemIO.OUTPUT, label = "Heat map over the image")
	private ImagePlus overlaid;

	/** Takes its inputs from the host. */
	public HeatMapCommand() {
		super(LABEL);
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		new ResultFiles().add("output", output, ResultFiles.TIFF).require(overwrite,
			image(), model);
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
		final SampleImage plane = new OpenPlanes(open, PlaneChoice.forOneInput(
			PlaneChoice.parse(planes), file)).image(0);
		final SelectedImage part = selection ? SelectedImage.of(open, plane,
			progress) : SelectedImage.whole(plane);
		final HeatMaps.Result result = new HeatMaps(CnnClassifier.tools(progress),
			progress).run(new HeatMaps.Request(List.of(HeatItem.of(part.image(),
				className)), file, InputOverrides.parse(channels, range, pixelSize),
				HeatMethod.parse(method), 0));
		final HeatMap map = result.first();
		final String name = result.labels().name(map.labelIndex());
		final HeatMapImages images = new HeatMapImages(open, part, map, name, file
			.getFileName().toString());
		if (!isMissing(output)) NetworkInput.save(images.map(), path(output));
		if (!show.equals(ONLY_OVERLAY)) heat = images.map();
		if (!show.equals(ONLY_MAP)) overlaid = images.overlay();
		if (!map.hasEvidence()) progress.message("No evidence: no place of '" + part
			.image().source() + "' changes the odds of the class '" + name +
			"' by a factor of two. The map is flat; do not read anything into it.");
		return told(name, map);
	}

	private Outcome told(final String name, final HeatMap map) {
		final List<String> lines = new ArrayList<>();
		lines.add(String.format(Locale.ROOT, "class=%s probability=%.4f %s", name,
			map.probability(), map.line()));
		if (!isMissing(output)) lines.add("output=" + output);
		summary = String.join(" ", lines);
		return new Outcome(lines, 0);
	}
}

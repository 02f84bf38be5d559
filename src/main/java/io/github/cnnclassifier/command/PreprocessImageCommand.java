
package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.util.List;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.prepare.RequestedPixelSize;
import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.Normalization;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.NetworkInput;
import io.github.cnnclassifier.imagej.NetworkInputStack;
import io.github.cnnclassifier.imagej.OpenPlanes;
import io.github.cnnclassifier.imagej.roi.RegionOptions;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.PlaneChoice;
import io.github.cnnclassifier.workflow.preview.PreprocessImage;

/** Opens what a network sees of the open image. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	PreprocessImageCommand.LABEL, headless = true)
public final class PreprocessImageCommand extends OpenImageCommand {

	static final String LABEL = "Preprocess Image for CNN...";

	private static final String WHOLE_IMAGE = "none";
	private static final String RANGE = "range";
	private static final Mend WITHOUT_MODEL = Mend.of("Leave out the model",
		"model", "");

	@Parameter(label = "Model (optional)", required = false, persist = false,
		attrs = @Attr(name = KNOWN_MODELS),
		description = "A model file or digits: the image becomes what this " +
			"model's network sees. Without one, the size below counts")
	private File model = new File("");

	@Parameter(label = "Width without a model (0 = automatic)", min = "0",
		max = "1024", persist = false,
		description = "Of the network's input, in pixels")
	private int width = 0;

	@Parameter(label = "Height without a model (0 = automatic)", min = "0",
		max = "1024", persist = false,
		description = "Of the network's input, in pixels")
	private int height = 0;

	@Parameter(label = "Resize without a model", choices = { "auto", "stretch",
		"pad", "crop", "none" }, persist = false,
		description = "auto: stretched; pad and crop keep the proportions, none " +
			"keeps the pixels")
	private String resize = InputOverrides.AUTO;

	@Parameter(label = "Pixel size (auto, match, ignore, or 0.5um)", columns = 12,
		persist = false,
		description = "auto, match and ignore: as for classifying with the model; " +
			"a length without a model: resampled to pixels of that length")
	private String pixelSize = InputOverrides.AUTO;

	@Parameter(label = InputText.CHANNELS, columns = 12, persist = false,
		description = "auto: as the model says, without one as the image is")
	private String channels = InputOverrides.AUTO;

	@Parameter(label = InputText.PLANES, choices = { "auto", "current", "middle",
		"maximum", "mean" }, persist = false,
		description = "auto: as the model was trained, else " +
			"the plane that is shown")
	private String planes = InputOverrides.AUTO;

	@Parameter(label = InputText.RANGE, columns = 12, persist = false,
		description = "The pixel values that become 0 and 1, " +
			"such as 0..4095; auto: as the model says, or by the image")
	private String range = InputOverrides.AUTO;

	@Parameter(label = "Normalization without a model", columns = 12, attrs = {
		@Attr(name = SUGGESTIONS,
			value = "range,percentile,zscore-image,zscore-channel,zscore-dataset"),
		@Attr(name = OR, value = "or percentile:LOW-HIGH") }, persist = false,
		description = "range, percentile, percentile:1-99, " +
			"zscore-image, zscore-channel or zscore-dataset")
	private String normalization = RANGE;

	@Parameter(label = InputText.REGIONS, choices = { "none", "auto", "manager",
		"overlay", "selection", "labels" }, persist = false,
		description = "none: the whole image; " + InputText.REGIONS_HELP)
	private String regions = WHOLE_IMAGE;

	@Parameter(label = InputText.ROI_FILE, required = false, persist = false,
		description = InputText.ROI_FILE_HELP)
	private File rois = new File("");

	@Parameter(label = InputText.LABEL_IMAGE, style = TITLE_STYLE, columns = 30,
		required = false, persist = false, description = InputText.LABEL_IMAGE_HELP)
	private String labels = "";

	@Parameter(label = InputText.MARGIN, min = "0", max = "10000",
		persist = false,
		description = "Surroundings on each side, as far as the image goes")
	private int margin = 0;

	@Parameter(label = InputText.MASKED, persist = false,
		description = "Those of the margin as well")
	private boolean masked = false;

	@Parameter(label = "Save as (optional)", style = "save", required = false,
		persist = false,
		description = "A TIFF file with the network's input as 32-bit image")
	private File output = new File("");

	@Parameter(label = "Overwrite an existing file", persist = false,
		description = InputText.OVERWRITE_HELP)
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Network input")
	private ImagePlus preprocessed;

	/** Takes its inputs from the host. */
	public PreprocessImageCommand() {
		super(LABEL);
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		new ResultFiles().add("output", output, ResultFiles.TIFF).require(overwrite,
			image(), model, rois);
		if (hasRegions()) return openRegions(progress);
		final ImagePlus open = OpenImage.required(image());
		final SampleImage sample = new OpenPlanes(open, policy()).image(0);
		preprocessed = NetworkInput.toImage(seen(List.of(sample), progress).first(),
			title(open));
		return saved(0);
	}

	private PlanePolicy policy() {
		final PlanePolicy wish = PlaneChoice.parse(planes);
		return wish == null && isMissing(model) ? PlanePolicy.CURRENT : PlaneChoice
			.forOneInput(wish, path(model));
	}

	private boolean hasRegions() {
		if (!regions.equals(WHOLE_IMAGE) || !isMissing(rois) || !labels.isBlank())
			return true;
		if (margin != 0 || masked) throw new WrongUsage(
			"Expected regions for margin and masked, found none. Add regions=auto, " +
				"or leave them out.", Mend.of("Look for regions", "regions",
					RegionOptions.AUTO));
		return false;
	}

	private Outcome openRegions(final Progress progress) throws IOException {
		if (!planes.equals(InputOverrides.AUTO)) throw new WrongUsage(
			"Expected either planes or regions, found both: a region is on a plane " +
				"of its own. Leave one of them out.", Mend.of("Take the regions",
					"planes", InputOverrides.AUTO));
		final ImagePlus open = OpenImage.required(image());
		final String from = regions.equals(WHOLE_IMAGE) ? RegionOptions.AUTO
			: regions;
		final CutRegions cut = CutRegions.of(open, new RegionOptions(from, optional(
			rois), labels), new RegionCropping(margin, masked), progress);
		final PreprocessedRegions seen = PreprocessedRegions.of(cut, seen(cut
			.images(), progress).attempts(), progress);
		preprocessed = NetworkInputStack.of(seen.inputs(), seen.names(), title(
			open));
		return saved(seen.failed());
	}

	private PreprocessImage.Result seen(final List<SampleImage> images,
		final Progress progress)
	{
		final boolean byHand = isMissing(model);
		return new PreprocessImage(progress).run(new PreprocessImage.Request(images,
			optional(model), byHand ? InputOverrides.NONE : forModel(), byHand
				? byHand() : null));
	}

	private static String title(final ImagePlus open) {
		return "Network input of " + open.getTitle();
	}

	private Outcome saved(final int failed) throws IOException {
		if (isMissing(output)) return new Outcome(List.of(), failed, "region");
		NetworkInput.save(preprocessed, path(output));
		return new Outcome(List.of("output=" + output), failed, "region");
	}

	private PreprocessingOptions byHand() {
		return new PreprocessingOptions(width == 0 ? null : width, height == 0
			? null : height, InputOverrides.parseRule(channels), InputOverrides
				.parseRange(range), InputOverrides.parseResize(resize), pixelSize
					.equals(InputOverrides.AUTO) ? null : RequestedPixelSize.parse(
						pixelSize), Normalization.parse(normalization));
	}

	private InputOverrides forModel() {
		if (width != 0 || height != 0) throw new WrongUsage(
			"Expected either a model or a size, found both. The model says the size: " +
				"leave out width and height.", WITHOUT_MODEL);
		if (!resize.equals(InputOverrides.AUTO) || !normalization.equals(RANGE))
			throw new WrongUsage(
				"Expected either a model or a rule, found both. The model says the " +
					"rules: leave out resize and normalization.", WITHOUT_MODEL);
		return InputOverrides.parse(channels, range, pixelSize);
	}
}

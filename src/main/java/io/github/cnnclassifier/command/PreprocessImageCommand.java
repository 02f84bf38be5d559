
package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import io.github.cnnclassifier.dataset.PixelSizeWish;
import io.github.cnnclassifier.dataset.PreprocessingWishes;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.Normalization;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.ImagePlusAdapter;
import io.github.cnnclassifier.imagej.NetworkInput;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.workflow.InputWishes;
import io.github.cnnclassifier.workflow.PreprocessImage;

/** Opens what a network sees of the open image. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	PreprocessImageCommand.LABEL, headless = true)
public final class PreprocessImageCommand extends ClassifierCommand {

	static final String LABEL = "Preprocess Image for CNN...";

	private static final String OFF = "off";
	private static final String RANGE = "range";

	@Parameter(label = "Image", persist = false)
	private ImagePlus image;

	@Parameter(label = "Model (optional)", required = false, persist = false,
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
	private String resize = InputWishes.AUTO;

	@Parameter(label = "Pixel size without a model (off or 0.5um)", columns = 12,
		persist = false,
		description = "The image is resampled to pixels of that length")
	private String pixelSize = OFF;

	@Parameter(label = "Channels (auto, gray, rgb, as-is, or 1,3)", columns = 12,
		persist = false,
		description = "auto: as the model says, without one as the image is")
	private String channels = InputWishes.AUTO;

	@Parameter(label = "Intensity range (auto or MIN..MAX)", columns = 12,
		persist = false, description = "The pixel values that become 0 and 1, " +
			"such as 0..4095; auto: as the model says, or by the image")
	private String range = InputWishes.AUTO;

	@Parameter(label = "Normalization without a model", columns = 20,
		persist = false, description = "range, percentile, percentile:1-99, " +
			"zscore-image, zscore-channel or zscore-dataset")
	private String normalization = RANGE;

	@Parameter(label = "Save as (optional)", style = "save", required = false,
		persist = false,
		description = "A TIFF file with the network's input as 32-bit image")
	private File output = new File("");

	@Parameter(label = "Overwrite an existing file", persist = false,
		description = "Otherwise an existing file is an error")
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Network input")
	private ImagePlus preprocessed;

	/** Takes its inputs from the host. */
	public PreprocessImageCommand() {
		super(LABEL);
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		if (!isMissing(output)) Outputs.requireWritableFile(path(output),
			overwrite);
		final ImagePlus open = OpenImage.required(image);
		final SampleImage sample = ImagePlusAdapter.current(open);
		preprocessed = NetworkInput.toImage(isMissing(model) ? byHand(sample)
			: forModel(sample), "Network input of " + open.getTitle());
		if (isMissing(output)) return Outcome.of();
		NetworkInput.save(preprocessed, path(output));
		return Outcome.of("output=" + output);
	}

	private PreprocessImage.Result byHand(final SampleImage sample) {
		return PreprocessImage.byHand(sample, new PreprocessingWishes(width == 0
			? null : width, height == 0 ? null : height, InputWishes.parseRule(
				channels), InputWishes.parseRange(range), InputWishes.parseResize(
					resize), PixelSizeWish.parse(pixelSize), Normalization.parse(
						normalization)));
	}

	private PreprocessImage.Result forModel(final SampleImage sample) {
		if (width != 0 || height != 0) throw new WrongUsage(
			"Expected either a model or a size, found both. The model says the size: " +
				"leave out width and height.");
		if (!resize.equals(InputWishes.AUTO) || !pixelSize.equals(OFF) ||
			!normalization.equals(RANGE)) throw new WrongUsage(
				"Expected either a model or a rule, found both. The model says the " +
					"rules: leave out resize, pixelSize and normalization.");
		return PreprocessImage.forModel(sample, path(model), InputWishes.parse(
			channels, range));
	}
}


package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import io.github.cnnclassifier.dataset.PreprocessingWishes;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.NetworkInput;
import io.github.cnnclassifier.imagej.OpenPlanes;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.workflow.InputWishes;
import io.github.cnnclassifier.workflow.PlaneChoice;
import io.github.cnnclassifier.workflow.PreprocessImage;

/** Opens what a network sees of the open image. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	PreprocessImageCommand.LABEL, headless = true)
public final class PreprocessImageCommand extends ClassifierCommand {

	static final String LABEL = "Preprocess Image for CNN...";

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

	@Parameter(label = "Channels", choices = { "auto", "gray", "rgb", "as-is" },
		persist = false,
		description = "auto: as the model says, without one as the image is")
	private String channels = InputWishes.AUTO;

	@Parameter(label = "Planes of a stack", choices = { "auto", "current",
		"middle", "maximum", "mean" }, persist = false,
		description = "auto: as the model was trained, else " +
			"the plane that is shown")
	private String planes = InputWishes.AUTO;

	@Parameter(label = "Intensity range (auto or MIN..MAX)", columns = 12,
		persist = false, description = "The pixel values that become 0 and 1, " +
			"such as 0..4095; auto: as the model says, or by the image")
	private String range = InputWishes.AUTO;

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
		final SampleImage sample = new OpenPlanes(open, policy()).image(0);
		preprocessed = NetworkInput.toImage(isMissing(model) ? byHand(sample)
			: forModel(sample), "Network input of " + open.getTitle());
		if (isMissing(output)) return Outcome.of();
		NetworkInput.save(preprocessed, path(output));
		return Outcome.of("output=" + output);
	}

	private PlanePolicy policy() {
		final PlanePolicy wish = PlaneChoice.parse(planes);
		return wish == null && isMissing(model) ? PlanePolicy.CURRENT : PlaneChoice
			.forOneInput(wish, path(model));
	}

	private PreprocessImage.Result byHand(final SampleImage sample) {
		return PreprocessImage.byHand(sample, new PreprocessingWishes(width == 0
			? null : width, height == 0 ? null : height, InputWishes.parseRule(
				channels), InputWishes.parseRange(range)));
	}

	private PreprocessImage.Result forModel(final SampleImage sample) {
		if (width != 0 || height != 0) throw new WrongUsage(
			"Expected either a model or a size, found both. The model says the size: " +
				"leave out width and height.");
		return PreprocessImage.forModel(sample, path(model), InputWishes.parse(
			channels, range));
	}
}

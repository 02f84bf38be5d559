
package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import io.github.cnnclassifier.augment.Augmentations;
import io.github.cnnclassifier.imagej.ImagePlusAdapter;
import io.github.cnnclassifier.imagej.NetworkInput;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.preview.PreviewAugmentation;

/** Opens a sheet of the open image, unchanged and changed many times. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	PreviewAugmentationCommand.LABEL, headless = true)
public final class PreviewAugmentationCommand extends OpenImageCommand {

	static final String LABEL = "Preview CNN Augmentation...";

	@Parameter(label = "Augmentation (none, light, mirror, microscopy, strong)",
		attrs = { @Attr(name = SUGGESTIONS,
			value = "none,light,mirror,microscopy,strong"), @Attr(name = OR,
				value = "or a YAML file") }, columns = 12, persist = false,
		description = "One of these names, or a YAML file")
	private String augmentation = "light";

	@Parameter(label = "Changed copies", min = "1", max = "99", persist = false,
		description = "Beside the unchanged image, which comes first")
	private int copies = 15;

	@Parameter(label = "Seed", persist = false,
		description = "The same seed draws the same random numbers")
	private long seed = 1;

	@Parameter(label = "Model (optional)", required = false, persist = false,
		attrs = @Attr(name = KNOWN_MODELS),
		description = "A model file or digits: the sheet shows what this model's " +
			"network sees. Without one, the input is chosen by the image")
	private File model = new File("");

	@Parameter(label = InputText.CHANNELS, columns = 12, persist = false,
		description = InputText.CHANNELS_HELP)
	private String channels = InputOverrides.AUTO;

	@Parameter(label = InputText.RANGE, columns = 12, persist = false,
		description = InputText.RANGE_HELP)
	private String range = InputOverrides.AUTO;

	@Parameter(label = InputText.PIXEL_SIZE, choices = { "auto", "match",
		"ignore" }, persist = false, description = InputText.PIXEL_SIZE_HELP)
	private String pixelSize = InputOverrides.AUTO;

	@Parameter(label = "Save as (optional)", style = "save", required = false,
		persist = false, description = "A TIFF file with the sheet as 32-bit image")
	private File output = new File("");

	@Parameter(label = "Overwrite an existing file", persist = false,
		description = InputText.OVERWRITE_HELP)
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Augmented copies")
	private ImagePlus sheet;

	/** Takes its inputs from the host. */
	public PreviewAugmentationCommand() {
		super(LABEL);
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		final Optional<Path> file = optional(output);
		new ResultFiles().add("output", output, ResultFiles.TIFF).require(overwrite,
			image(), model, new File(augmentation));
		final ImagePlus open = OpenImage.required(image());
		sheet = NetworkInput.toImage(new PreviewAugmentation(progress).run(
			new PreviewAugmentation.Request(ImagePlusAdapter.current(open), optional(
				model), InputOverrides.parse(channels, range, pixelSize), Augmentations
					.resolve(augmentation), seed, copies)).sheet(), "Augmentation of " +
						open.getTitle());
		if (file.isEmpty()) return Outcome.of();
		NetworkInput.save(sheet, file.get());
		return Outcome.of("output=" + output);
	}
}

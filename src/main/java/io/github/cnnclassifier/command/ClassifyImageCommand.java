
package io.github.cnnclassifier.command;

import java.io.File;
import java.util.List;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.imagej.ImagePlusAdapter;
import io.github.cnnclassifier.imagej.LabelOverlay;
import io.github.cnnclassifier.imagej.Plane;
import io.github.cnnclassifier.imagej.PredictionTable;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.ClassifyImages;
import io.github.cnnclassifier.workflow.InputWishes;

/** Classifies the open image, or each slice of it. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	ClassifyImageCommand.LABEL, headless = true)
public final class ClassifyImageCommand extends ClassifierCommand {

	static final String LABEL = "Classify Image with CNN...";

	@Parameter(label = "Image", persist = false)
	private ImagePlus image;

	@Parameter(label = "Model", initializer = "suggestModel",
		description = "A model file, or digits for the shipped digit classifier")
	private File model;

	@Parameter(label = "Each slice", persist = false,
		description = "One result per slice and frame instead of the shown one")
	private boolean eachSlice = false;

	@Parameter(label = "Channels", choices = { "auto", "gray", "rgb", "as-is" },
		persist = false, description = "auto: as the model was trained")
	private String channels = InputWishes.AUTO;

	@Parameter(label = "Intensity range", persist = false,
		description = "auto, or the pixel values that correspond to the model's range")
	private String range = InputWishes.AUTO;

	@Parameter(label = "Show the class on the image", persist = false)
	private boolean label = true;

	@Parameter(type = ItemIO.OUTPUT, label = "Results")
	private ResultsTable table;

	/** Takes its inputs from the host. */
	public ClassifyImageCommand() {
		super(LABEL);
	}

	@Override
	protected Outcome execute(final Progress progress) {
		final ImagePlus open = OpenImage.required(image);
		final List<Plane> planes = eachSlice ? ImagePlusAdapter.planes(open) : List
			.of(ImagePlusAdapter.currentPlane(open));
		final ClassifyImages.Result result = new ClassifyImages(CnnClassifier.tools(
			progress), progress).run(new ClassifyImages.Request(planes.stream().map(
				plane -> ImagePlusAdapter.at(open, plane)).toList(), required("model",
					model), InputWishes.parse(channels, range)));
		table = PredictionTable.append(open, planes, result.labels(), result
			.predictions(), model.getName());
		if (label) LabelOverlay.show(open, planes, result.labels(), result
			.predictions());
		return new Outcome(PredictionTable.lines(open, planes, result.labels(),
			result.predictions()), 0);
	}

	@SuppressWarnings("unused") // named by the parameter
	private void suggestModel() {
		model = suggested(model);
	}
}


package io.github.cnnclassifier.command;

import java.io.File;
import java.util.List;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ShippedModel;
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

	@Parameter(label = "Model", attrs = @Attr(name = DIALOG_DEFAULT,
		value = ShippedModel.DIGITS),
		description = "A model file, or digits, the classifier of handwritten " +
			"digits that comes along")
	private File model;

	@Parameter(label = "Channels (auto, gray, rgb, as-is, or 1,3)", columns = 12,
		persist = false, description = "auto takes images like those of the " +
			"training; gray, rgb, as-is and a list of channels convert others")
	private String channels = InputWishes.AUTO;

	@Parameter(label = "Intensity range (auto or MIN..MAX)", columns = 12,
		persist = false, description = "The pixel values that correspond to the " +
			"model's own range, such as 112..4095; auto takes them as they are")
	private String range = InputWishes.AUTO;

	@Parameter(label = "Each slice of a stack", persist = false,
		description = "One result per slice and frame, not only for the shown one")
	private boolean eachSlice = false;

	@Parameter(label = "Show the class on the image", persist = false,
		description = "As an overlay; the pixels do not change")
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
			progress), progress).run(new ClassifyImages.Request(planes.size(),
				i -> ImagePlusAdapter.at(open, planes.get(i)), required("model", model),
				InputWishes.parse(channels, range)));
		table = PredictionTable.append(open, planes, result.labels(), result
			.predictions(), model.getName());
		if (label) LabelOverlay.show(open, planes, result.labels(), result
			.predictions());
		return new Outcome(PredictionTable.lines(open, planes, result.labels(),
			result.predictions()), 0);
	}
}


package io.github.cnnclassifier.command;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.imagej.CommandTables;
import io.github.cnnclassifier.imagej.EndingRun;
import io.github.cnnclassifier.imagej.Hosts;
import io.github.cnnclassifier.imagej.ImageAnswers;
import io.github.cnnclassifier.imagej.ImagePlusAdapter;
import io.github.cnnclassifier.imagej.OpenPlanes;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.ui.SizeDialog;
import io.github.cnnclassifier.workflow.ClassifyImages;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.PlaneChoice;
import io.github.cnnclassifier.workflow.SizeQuestion;
import io.github.cnnclassifier.workflow.ThresholdChoice;

/** Classifies the open image, or each slice of it. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	ClassifyImageCommand.LABEL, headless = true)
public final class ClassifyImageCommand extends OpenImageCommand {

	static final String LABEL = "Classify Image with CNN...";

	@Parameter(label = "Model", attrs = { @Attr(name = DIALOG_DEFAULT,
		value = ShippedModel.DIGITS), @Attr(name = KNOWN_MODELS) },
		description = InputText.MODEL_HELP)
	private File model;

	@Parameter(label = InputText.CHANNELS, columns = 12, persist = false,
		description = InputText.CHANNELS_HELP)
	private String channels = InputOverrides.AUTO;

	@Parameter(label = InputText.PLANES, choices = { "auto", "current", "each",
		"middle", "maximum", "mean", "average" }, persist = false,
		description = "auto: the shown plane, or what a model " +
			"of whole stacks learned from; average: one answer for all planes")
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

	@Parameter(label = "Each slice (same as planes: each)", persist = false,
		description = "One result per slice and frame, not only for the shown one")
	private boolean eachSlice = false;

	@Parameter(label = "Show the class on the image", persist = false,
		description = "As an overlay; the pixels do not change. Without it the " +
			"class that an earlier run wrote there is taken away")
	private boolean label = true;

	@Parameter(type = ItemIO.OUTPUT, label = "Results")
	private ResultsTable table;

	/** Takes its inputs from the host. */
	public ClassifyImageCommand() {
		super(LABEL);
	}

	@Override
	public String keptWhenStopped() {
		return "The rows of finished planes are kept.";
	}

	@Override
	protected Outcome execute(final Progress progress) {
		final Path file = required("model", model);
		final Threshold sure = ThresholdChoice.parse(threshold, unlike, file);
		final ImagePlus open = OpenImage.locked(image());
		try {
			final OpenPlanes chosen = new OpenPlanes(open, policy());
			sayWhatIsLeftOut(open, chosen, progress);
			return classify(chosen, new ImageAnswers(open, chosen, sure, file
				.getFileName().toString()), progress);
		}
		finally {
			open.unlock();
		}
	}

	/** Where nobody sees which plane is the current one. */
	private void sayWhatIsLeftOut(final ImagePlus open, final OpenPlanes chosen,
		final Progress progress)
	{
		final int planesOfStack = open.getNSlices() * open.getNFrames();
		if (Hosts.hasWindow() || PlaneChoice.parse(planes) != null ||
			planesOfStack == 1 || !chosen.positions().equals(List.of(ImagePlusAdapter
				.currentPlane(open)))) return;
		progress.message("Classifying one of the " + planesOfStack +
			" planes of the stack '" + open.getTitle() +
			"'. planes=each gives a class for each, planes=average one for all.");
	}

	private Outcome classify(final OpenPlanes chosen, final ImageAnswers answers,
		final Progress progress)
	{
		boolean finished = false;
		try {
			new ClassifyImages(CnnClassifier.tools(progress), answers, question(),
				progress).run(new ClassifyImages.Request(chosen.positions().size(),
					chosen::image, required("model", model), InputOverrides.parse(
						channels, range, pixelSize)));
			finished = true;
			answers.label(label);
			return new Outcome(answers.lines(), 0);
		}
		finally {
			if (!answers.isEmpty()) table = answers.appendRows(tables());
			// outputs of a run that ended early are not shown by the host
			if (!finished && table != null) CommandTables.show(table);
		}
	}

	/** Macros and scripts get a warning; a person may go another way. */
	private SizeQuestion question() {
		if (!isFromDialog()) return SizeQuestion.UNASKED;
		return sizes -> {
			final SizeQuestion.Answer answer = new SizeDialog().ask(sizes);
			if (answer == SizeQuestion.Answer.REGIONS) goOn(ClassifyRoisCommand.LABEL,
				List.of());
			if (answer == SizeQuestion.Answer.MAP) goOn(MapClassesCommand.LABEL,
				MapClassesCommand.PLANES);
			return answer;
		};
	}

	/**
	 * With all that was typed, behind this run, which holds the image. Of this
	 * one nothing is recorded, as nothing came of it.
	 *
	 * @param others choices of planes of the other command
	 */
	private void goOn(final String other, final List<String> others) {
		final Map<String, Object> typed = new LinkedHashMap<>(Map.of("model", model,
			"channels", channels, "range", range, "pixelSize", pixelSize, "threshold",
			threshold));
		if (others.contains(planes)) typed.put("planes", planes);
		gestures().forget();
		DialogPresets.openBehind(EndingRun.now(), other, typed);
	}

	/** The older key says the same as one value of the newer one. */
	private PlanePolicy policy() {
		final PlanePolicy wish = PlaneChoice.parse(planes);
		if (!eachSlice) return PlaneChoice.forOpenImage(wish, required("model",
			model));
		if (wish == null || wish == PlanePolicy.EACH) return PlanePolicy.EACH;
		throw new WrongUsage("Expected either eachSlice=true, which is " +
			"planes=each, or planes=" + planes + ", found both. Leave one out.", Mend
				.of("Classify each slice", "planes", PlanePolicy.EACH.label()), Mend.of(
					"Only planes: " + planes, "eachSlice", "false"));
	}
}

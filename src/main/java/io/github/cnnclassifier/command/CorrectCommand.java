
package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.imagej.Caller;
import io.github.cnnclassifier.imagej.Hosts;
import io.github.cnnclassifier.imagej.roi.CorrectedRois;
import io.github.cnnclassifier.imagej.roi.FoundRegions;
import io.github.cnnclassifier.imagej.roi.RegionOptions;
import io.github.cnnclassifier.imagej.roi.RegionSource;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.regions.RegionNumbers;

/**
 * Gives regions of the open image the class that a person says: from the menu
 * by clicks and keys, in macros by their numbers.
 */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	CorrectCommand.LABEL, headless = true)
public final class CorrectCommand extends OpenImageCommand {

	static final String LABEL = "Correct CNN Classes...";

	@Parameter(label = InputText.REGIONS, choices = { "auto", "manager",
		"overlay" }, visibility = ItemVisibility.INVISIBLE, persist = false,
		description = "auto: the ROI Manager or the overlay, where classified ones are")
	private String regions = RegionOptions.AUTO;

	@Parameter(label = "ROI file", required = false, persist = false,
		visibility = ItemVisibility.INVISIBLE,
		description = "A .roi file or a zip of them, instead of the ROIs in ImageJ")
	private File rois = new File("");

	@Parameter(label = "Numbers of the regions", required = false,
		persist = false, visibility = ItemVisibility.INVISIBLE,
		description = "Such as 1,4,7-9, as in the column index of the table; empty: " +
			"clicks and keys choose")
	private String numbers = "";

	@Parameter(label = "Class", required = false, persist = false,
		visibility = ItemVisibility.INVISIBLE,
		description = "What they are; empty: the class that each has is confirmed")
	private String className = "";

	@Parameter(label = "Confirmed", persist = false,
		visibility = ItemVisibility.INVISIBLE,
		description = "false: the class is as a classification gives it, which a " +
			"later one may change; without a class, the one they have is taken away")
	private boolean confirmed = true;

	@Parameter(label = "Save ROIs as", style = "save", required = false,
		persist = false, visibility = ItemVisibility.INVISIBLE,
		description = "A zip for the ROI Manager: all ROIs with their classes")
	private File output = new File("");

	@Parameter(label = "Overwrite an existing file", persist = false,
		visibility = ItemVisibility.INVISIBLE,
		description = InputText.OVERWRITE_HELP)
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	/** Takes its inputs from the host. */
	public CorrectCommand() {
		super(LABEL);
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		if (numbers.isBlank()) return byHand(progress);
		final Set<Integer> chosen = RegionNumbers.parse(numbers);
		requireOutput();
		final ImagePlus open = OpenImage.locked(image());
		try {
			final CorrectedRois corrected = found(open, progress);
			tellNewClass(corrected, progress);
			final int changed = confirmed ? corrected.correct(chosen, className)
				: corrected.uncorrect(chosen, className);
			if (!isMissing(output)) corrected.save(path(output));
			summary = (isMissing(output) ? "" : "output=" + output + " ") +
				"changed=" + changed + " confirmed=" + corrected.confirmed();
			return Outcome.of(summary);
		}
		finally {
			open.unlock();
		}
	}

	private void requireOutput() throws IOException {
		if (!isMissing(rois) && isMissing(output)) throw new WrongUsage(
			"Expected 'output' beside rois, as the file is not changed, found " +
				"nothing. Name a zip: output=FILE.zip.");
		new ResultFiles().add("output", output, ".zip").require(overwrite, image(),
			rois);
	}

	private CorrectedRois found(final ImagePlus open, final Progress progress) {
		if (isMissing(rois) && regions.equals(RegionOptions.AUTO))
			return CorrectedRois.find(open);
		final FoundRegions found = RegionSource.of(open, new RegionOptions(regions,
			optional(rois), ""), progress);
		if (found.place() == FoundRegions.Place.LABELS) throw new WrongUsage(
			"Expected a file of ROIs for 'rois', found the label image '" + rois +
				"', which has no classes. Classify it first, with " +
				"labelledRoiFile=FILE.zip.");
		return CorrectedRois.of(open, found);
	}

	/** One that is misspelled is a class of its own. */
	private void tellNewClass(final CorrectedRois corrected,
		final Progress progress)
	{
		final List<String> known = corrected.classes();
		final String name = className.strip();
		if (!name.isEmpty() && !known.isEmpty() && !known.contains(name)) progress
			.message("'" + name + "' is a new class here, beside " + String.join(", ",
				known) + ".");
	}

	/** What is done there is recorded, step by step; this call is not. */
	private Outcome byHand(final Progress progress) {
		if (!className.isBlank() || !confirmed || !isMissing(rois) || !isMissing(
			output) || !Hosts.hasWindow()) throw new WrongUsage(
				"Expected 'numbers' to tell which " +
					"regions are meant, found nothing. Name them, such as numbers=1,4,7-9.");
		final ImagePlus open = OpenImage.required(image());
		if (Caller.now().isMacro() || open.getWindow() == null) progress.message(
			"Clicks and keys correct classes from the menu alone; in a macro, " +
				"numbers=1,4 className=NAME does.");
		else {
			gestures().forget();
			CorrectSession.open(open, found(open, progress), gestures());
		}
		return new Outcome(List.of(), 0);
	}
}


package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import io.github.cnnclassifier.dataset.source.RegionClasses;
import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.imagej.ImagePlusPlanes;
import io.github.cnnclassifier.imagej.OpenImageOrigin;
import io.github.cnnclassifier.imagej.TiffWriter;
import io.github.cnnclassifier.imagej.roi.FoundRegions;
import io.github.cnnclassifier.imagej.roi.RegionOptions;
import io.github.cnnclassifier.imagej.roi.RegionSource;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.regions.SaveRegions;

/** Saves the ROIs of the open image into class folders. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	SaveRoisCommand.LABEL, headless = true)
public final class SaveRoisCommand extends OpenImageCommand {

	static final String LABEL = "Save ROIs as CNN Training Images...";

	@Parameter(label = InputText.REGIONS, choices = { "auto", "manager",
		"overlay", "selection", "labels" }, persist = false,
		description = InputText.REGIONS_HELP)
	private String regions = RegionOptions.AUTO;

	@Parameter(label = InputText.ROI_FILE, required = false, persist = false,
		description = InputText.ROI_FILE_HELP)
	private File rois = new File("");

	@Parameter(label = InputText.LABEL_IMAGE, style = TITLE_STYLE, columns = 30,
		required = false, persist = false, description = InputText.LABEL_IMAGE_HELP)
	private String labels = "";

	@Parameter(label = "Class from", choices = { "auto", "group", "name" },
		persist = false,
		description = "auto: the ROI group if any ROI has one, else the name, " +
			"without the number at its end")
	private String classFrom = RegionClasses.AUTO;

	@Parameter(label = "One class for all (optional)", columns = 20,
		required = false, persist = false,
		description = "The class of all regions; needed for a label image")
	private String className = "";

	// macros of former versions save answers as well
	@Parameter(label = "Only classes that somebody gave or confirmed",
		persist = false, attrs = @Attr(name = DIALOG_DEFAULT, value = "true"),
		description = "Leaves regions out whose class is nothing but the answer of " +
			"a model; 'Correct CNN Classes...' confirms")
	private boolean confirmed = false;

	@Parameter(label = InputText.MARGIN, min = "0", max = "10000",
		description = "Surroundings on each side, as far as the image goes")
	private int margin = 0;

	@Parameter(label = InputText.MASKED,
		description = "Those of the margin as well")
	private boolean masked = false;

	@Parameter(label = "Folder of training images", style = "directory",
		description = "Gets a sub-folder for each class, and regions.csv")
	private File output;

	@Parameter(label = "Replace regions of this image saved before",
		persist = false, description = "Otherwise they are an error; regions of " +
			"other images are never replaced")
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	/** Takes its inputs from the host. */
	public SaveRoisCommand() {
		super(LABEL);
	}

	@Override
	public String keptWhenStopped() {
		return "The regions saved until then are kept.";
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		final Path folder = required("output", output);
		final RegionCropping cropping = new RegionCropping(margin, masked);
		final ImagePlus open = OpenImage.locked(image());
		try {
			final FoundRegions found = wanted(RegionSource.of(open, new RegionOptions(
				regions, optional(rois), labels), progress), progress);
			final int unusable = Failures.report(found.failed(), progress);
			final SaveRegions.Result result = new SaveRegions(new TiffWriter(),
				progress).run(new SaveRegions.Request(new ImagePlusPlanes(open, open
					.getTitle()), OpenImageOrigin.of(open), found.regions(), cropping,
					classFrom, className, folder, overwrite));
			final int failed = unusable + Failures.report(result.failed(), progress);
			result.counts().forEach((label, count) -> progress.message("Saved " +
				count + " of class '" + label + "'."));
			summary = "output=" + folder + " saved=" + result.saved() + " failed=" +
				failed;
			return new Outcome(List.of(summary), failed, "region");
		}
		finally {
			open.unlock();
		}
	}

	private FoundRegions wanted(final FoundRegions found,
		final Progress progress)
	{
		// who names one class for all has said what they are
		if (!confirmed || !className.isBlank()) return found;
		final FoundRegions wanted = found.withoutAnswers();
		final int left = found.regions().size() - wanted.regions().size();
		if (left == 0) return found;
		if (wanted.regions().isEmpty()) throw new UserFailure("Expected regions " +
			"whose class somebody gave or confirmed, found only answers of a model (" +
			left + "). Confirm some with 'Correct CNN Classes...', or set " +
			"confirmed=false to save the answers.", List.of(Mend.of(
				"Save the answers of the model", "confirmed", "false")));
		progress.message("Left out " + left + (left == 1 ? " region" : " regions") +
			" whose class is only the answer of a model; confirmed=false saves " +
			"them, too.");
		return wanted;
	}
}

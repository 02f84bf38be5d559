
package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.dataset.source.SafeName;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.imagej.ImageOnDisk;
import io.github.cnnclassifier.imagej.MenuClick;
import io.github.cnnclassifier.imagej.TiffWriter;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.FreeName;
import io.github.cnnclassifier.ui.FormerLabelsDialog;
import io.github.cnnclassifier.ui.SaveFirst;
import io.github.cnnclassifier.ui.label.LabelWindow;
import io.github.cnnclassifier.ui.train.TrainingWish;
import io.github.cnnclassifier.workflow.Tools;
import io.github.cnnclassifier.workflow.folder.CommaList;
import io.github.cnnclassifier.workflow.label.LabelSession;
import io.github.cnnclassifier.workflow.label.LabelSource;
import io.github.cnnclassifier.workflow.label.StartLabeling;

/** Opens the window in which a person gives labels. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	LabelCommand.LABEL, headless = true)
public final class LabelCommand extends ClassifierCommand {

	static final String LABEL = "Label Images for CNN...";

	private static final String FILE = "labels.csv";

	@Parameter(label = "Label", choices = { CropsToLabel.AUTO, "manager",
		"overlay", "labels", CropsToLabel.SLICES, CropsToLabel.FILES },
		persist = false,
		description = "auto: the folder or table if one is named; else of the " +
			"image the ROI Manager if it has any, else the overlay, else the slices")
	private String source = CropsToLabel.AUTO;

	@Parameter(label = "Image (empty: the active one)", style = ANY_TITLE_STYLE,
		columns = 30, required = false, persist = false,
		description = "The open image whose cells or slices get labels")
	private String image = "";

	@Parameter(label = InputText.LABEL_IMAGE, style = TITLE_STYLE, columns = 30,
		required = false, persist = false, description = InputText.LABEL_IMAGE_HELP)
	private String labels = "";

	@Parameter(label = "Folder or table of images (optional)",
		style = FOLDER_OR_TABLE, required = false, persist = false,
		description = "Instead of an open image: a folder of images, with class " +
			"folders or without, or a CSV table of images or regions")
	private File images = new File("");

	@Parameter(label = InputText.MARGIN, min = "0", max = "10000",
		description = "Surroundings on each side, as far as the image goes")
	private int margin = 0;

	@Parameter(label = InputText.MASKED,
		description = "Those of the margin as well")
	private boolean masked = false;

	@Parameter(label = "Classes (optional, comma-separated)", columns = 30,
		required = false, persist = false,
		description = "In the order of their keys 1, 2, 3; classes can be added " +
			"in the window as well")
	private String classes = "";

	@Parameter(label = "Save labels as (optional)", style = "save",
		required = false, persist = false,
		description = "A labels.csv, which goes on where it ended if it exists; " +
			"else one beside the images, or in the folder 'CNN labels' of your home")
	private File output = new File("");

	@Parameter(label = "Who labels", required = false, persist = false,
		visibility = ItemVisibility.INVISIBLE,
		description = "Stands beside each label; else the name of your account")
	private String annotator = "";

	@Parameter(label = "Seed", persist = false,
		visibility = ItemVisibility.INVISIBLE, description = "Of what is proposed")
	private long seed = 1;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	/** Takes its inputs from the host. */
	public LabelCommand() {
		super(LABEL);
	}

	/**
	 * Opens the dialog as the menu does, for the slices of an open image, and
	 * returns at once.
	 *
	 * @param title of the image
	 */
	public static void openForSlices(final String title) {
		DialogPresets.open(LABEL, Map.of("image", title, "source",
			CropsToLabel.SLICES));
	}

	@Override
	public String subject() {
		return isMissing(images) ? image : images.getName();
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		if (!isFromDialog()) throw new UserFailure(
			"Expected a person at the menu, found a macro, a script or no display: " +
				"this command opens a window in which somebody gives labels. Without " +
				"it, name images and their classes in a table with the columns path " +
				"and class, and train with images=TABLE, or let '" +
				SaveRoisCommand.LABEL + "' save ROIs whose group or name tells their " +
				"class.");
		final Tools tools = CnnClassifier.tools(progress);
		final CropsToLabel crops = CropsToLabel.of(new CropsToLabel.Place(source,
			image, labels, optional(images), new RegionCropping(margin, masked)),
			tools.reader(), open -> !isMissing(output) || isOnDisk(open, tools
				.reader()), progress);
		final Path file = file(crops.source());
		final LabelSession session = new StartLabeling(tools, new TiffWriter(),
			progress).run(new StartLabeling.Request(crops.source(), file, CommaList
				.parse(classes), annotator.isBlank() ? System.getProperty("user.name",
					"") : annotator.strip(), seed)).session();
		LabelWindow.open(session, crops.image(), list -> MenuClick.start(
			TrainCommand.LABEL, TrainingWish.ofImages(list)));
		// a replay could but end the macro, as nobody would give labels
		gestures().forget();
		gestures().comment("labels were given by hand, to " + session.size() +
			" images, in " + file);
		summary = "crops=" + session.size() + " labels=" + file;
		return new Outcome(List.of(summary), 0);
	}

	private Path file(final LabelSource crops) {
		final Optional<Path> named = optional(output);
		if (named.isPresent()) return Files.isDirectory(named.get()) ? named.get()
			.resolve(FILE) : named.get();
		return crops.labels().orElseGet(() -> withoutFile(crops.title()));
	}

	/** An image without a file has but a title, which others may have too. */
	private static Path withoutFile(final String title) {
		final Path labels = Path.of(System.getProperty("user.home"), "CNN labels",
			SafeName.ofTitle(title), FILE);
		if (!Files.exists(labels)) return labels;
		return switch (new FormerLabelsDialog().ask(title, labels)) {
			case SAME -> labels;
			case OTHER -> FreeName.beside(labels.getParent()).resolve(FILE);
			case CANCEL -> throw new CanceledException();
		};
	}

	/** Labels of slices that are not on the disk could be taken for others'. */
	private static boolean isOnDisk(final ImagePlus open,
		final ImageReader reader) throws IOException
	{
		final ImageOnDisk disk = ImageOnDisk.of(open, reader);
		if (disk.file().isPresent()) return true;
		final SaveFirst.Answer answer = SaveFirst.ask(open.getWindow(), disk
			.difference() + " Labels belong to a file, by which they are found " +
			"again. Without one, each crop is saved beside its label.", disk
				.proposed(), Optional.of("Label without saving"));
		switch (answer.choice()) {
			case SAVE:
				disk.save(answer.file());
				return true;
			case AS_IT_IS:
				return false;
			default:
				throw new CanceledException();
		}
	}
}


package io.github.cnnclassifier.imagej.roi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.imagej.NamedImage;
import io.github.cnnclassifier.imagej.reader.ImageJImageReader;
import io.github.cnnclassifier.progress.Progress;

/** Finds the regions of an image where the user says they are. */
public final class RegionSource {

	private static final String WAY_OUT = "Add selections to the ROI Manager " +
		"(press t), name a file with rois=FILE, or name a label image with " +
		"labels=TITLE.";

	private RegionSource() {}

	/**
	 * @param image an open image; only read
	 * @param options where to look
	 * @param progress is told what is left out where no place is named, and what
	 *          should be known of how a label image was read
	 * @return what is there, at least one region or a reason why one is unusable
	 * @throws WrongUsage if the options contradict each other
	 * @throws UserFailure if nothing is there or a file cannot be read
	 */
	public static FoundRegions of(final ImagePlus image,
		final RegionOptions options, final Progress progress)
	{
		final boolean any = options.from().equals(RegionOptions.AUTO);
		final boolean labels = options.from().equals(RegionOptions.LABELS);
		final boolean title = !options.labels().isBlank();
		if (title && options.file().isPresent()) throw new WrongUsage(
			"Expected either rois or labels, found both. Leave one of them out.", Mend
				.of("Use the file alone", "labels", ""), Mend.of(
					"Use the label image alone", "rois", ""));
		if ((title || options.file().isPresent()) && !any && !labels)
			throw new WrongUsage("Expected either regions=" + options.from() +
				" or a file or label image, found both. Leave one of them out.", Mend
					.of(title ? "Use the label image" : "Use the file", "regions",
						RegionOptions.AUTO));
		if (options.file().isPresent()) return ofFile(image, options.file().get(),
			labels, progress);
		if (title) return LabelRegions.of(image, openImage(options.labels()
			.strip()));
		if (labels) throw new WrongUsage(
			"Expected a label image for regions=labels, found none. Name an open " +
				"image with labels=TITLE or a file with rois=FILE.", Mend.of(
					"Look for regions elsewhere", "regions", RegionOptions.AUTO));
		final FoundRegions found = any ? AutoRegions.of(image, progress) : at(image,
			place(options.from()));
		if (!found.rois().isEmpty()) return found;
		throw new UserFailure("Expected regions of interest " + words(options
			.from()) + ", found none for '" + image.getTitle() + "'. " + WAY_OUT,
			any || AutoRegions.of(image, Progress.none()).rois().isEmpty() ? List.of()
				: List.of(Mend.of("Look for regions elsewhere", "regions",
					RegionOptions.AUTO)));
	}

	/**
	 * @param image an open image; only read
	 * @param rois of any kind
	 * @return the regions in the order of the ROIs, and those that cannot be used
	 */
	public static FoundRegions of(final ImagePlus image, final List<Roi> rois) {
		return RoiRegions.of(image, rois, FoundRegions.Place.GIVEN);
	}

	private static FoundRegions.Place place(final String from) {
		return switch (from) {
			case RegionOptions.MANAGER -> FoundRegions.Place.MANAGER;
			case RegionOptions.OVERLAY -> FoundRegions.Place.OVERLAY;
			case RegionOptions.SELECTION -> FoundRegions.Place.SELECTION;
			default -> throw new WrongUsage(
				"Expected regions to be one of auto, manager, overlay, selection, " +
					"labels, found '" + from + "'.");
		};
	}

	private static FoundRegions at(final ImagePlus image,
		final FoundRegions.Place place)
	{
		return RoiRegions.of(image, switch (place) {
			case MANAGER -> RegionRois.ofManager();
			case OVERLAY -> RegionRois.ofOverlay(image);
			default -> RegionRois.ofSelection(image);
		}, place);
	}

	private static String words(final String from) {
		switch (from) {
			case RegionOptions.MANAGER:
				return "in the ROI Manager";
			case RegionOptions.OVERLAY:
				return "in the overlay";
			case RegionOptions.SELECTION:
				return "as selection";
			default:
				return "in the ROI Manager, in the overlay or as selection";
		}
	}

	private static FoundRegions ofFile(final ImagePlus image, final Path file,
		final boolean labels, final Progress progress)
	{
		if (!Files.isRegularFile(file)) throw new UserFailure(
			"Expected a file of ROIs or a label image, but '" + file +
				"' is not a file. Mend the path.");
		try {
			if (!RoiFile.isOne(file)) return LabelRegions.of(image, labelImage(file,
				progress));
			if (labels) throw new WrongUsage(
				"Expected a label image for regions=labels, but '" + file +
					"' is a file of ROIs. Leave regions out.", Mend.of(
						"Use the ROIs of the file", "regions", RegionOptions.AUTO));
			return RoiFile.read(file).in(image);
		}
		catch (final IOException e) {
			throw new UserFailure("Expected a file of ROIs (.roi, .zip) or a label " +
				"image, but '" + file + "' cannot be read: " + e.getMessage(), e);
		}
	}

	private static ImagePlus labelImage(final Path file, final Progress progress)
		throws IOException
	{
		final ItemOutcome<ImagePlus> opened = ItemOutcome.of(
			() -> new ImageJImageReader().open(file, progress::message));
		if (opened.isFailed()) throw new IOException(opened.reason());
		return opened.result();
	}

	private static ImagePlus openImage(final String title) {
		return NamedImage.of(title).orElseThrow(() -> new WrongUsage(
			"Expected 'labels' to be the title of an open image, found '" + title +
				"'. Open the label image first, or name its file with rois=FILE."));
	}
}

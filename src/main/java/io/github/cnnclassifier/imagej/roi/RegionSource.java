
package io.github.cnnclassifier.imagej.roi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.imagej.LabelOverlay;
import io.github.cnnclassifier.imagej.reader.ImageJImageReader;

/** Finds the regions of an image where the user says they are. */
public final class RegionSource {

	private static final String WAY_OUT = "Add selections to the ROI Manager " +
		"(press t), name a file with rois=FILE, or name a label image with " +
		"labels=TITLE.";

	private RegionSource() {}

	/**
	 * @param image an open image; only read
	 * @param wishes where to look
	 * @return what is there, at least one region or a reason why one is unusable
	 * @throws WrongUsage if the wishes contradict each other
	 * @throws UserFailure if nothing is there or a file cannot be read
	 */
	public static FoundRegions of(final ImagePlus image,
		final RegionOptions wishes)
	{
		final boolean any = wishes.from().equals(RegionOptions.AUTO);
		final boolean labels = wishes.from().equals(RegionOptions.LABELS);
		final boolean title = !wishes.labels().isBlank();
		if (title && wishes.file().isPresent()) throw new WrongUsage(
			"Expected either rois or labels, found both. Leave one of them out.");
		if ((title || wishes.file().isPresent()) && !any && !labels)
			throw new WrongUsage("Expected either regions=" + wishes.from() +
				" or a file or label image, found both. Leave one of them out.");
		if (wishes.file().isPresent()) return ofFile(image, wishes.file().get(),
			labels);
		if (title) return LabelRegions.of(image, openImage(wishes.labels()
			.strip()));
		if (labels) throw new WrongUsage(
			"Expected a label image for regions=labels, found none. Name an open " +
				"image with labels=TITLE or a file with rois=FILE.");
		final List<FoundRegions.Place> places = any ? List.of(
			FoundRegions.Place.MANAGER, FoundRegions.Place.OVERLAY,
			FoundRegions.Place.SELECTION) : List.of(place(wishes.from()));
		for (final FoundRegions.Place place : places) {
			final List<Roi> rois = rois(image, place);
			if (!rois.isEmpty()) return RoiRegions.of(image, rois, place);
		}
		throw new UserFailure("Expected regions of interest " + words(wishes
			.from()) + ", found none for '" + image.getTitle() + "'. " + WAY_OUT);
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

	private static List<Roi> rois(final ImagePlus image,
		final FoundRegions.Place place)
	{
		return switch (place) {
			case MANAGER -> ManagedRois.all();
			case OVERLAY -> image.getOverlay() == null ? List.of() : Arrays.stream(
				image.getOverlay().toArray()).filter(roi -> !LabelOverlay.isLabel(roi))
				.toList();
			default -> image.getRoi() == null ? List.of() : List.of(image.getRoi());
		};
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
		final boolean labels)
	{
		if (!Files.isRegularFile(file)) throw new UserFailure(
			"Expected a file of ROIs or a label image, but '" + file +
				"' is not a file. Mend the path.");
		try {
			if (!RoiFile.isOne(file)) return LabelRegions.of(image,
				new ImageJImageReader().open(file));
			if (labels) throw new WrongUsage(
				"Expected a label image for regions=labels, but '" + file +
					"' is a file of ROIs. Leave regions out.");
			return RoiFile.read(file).in(image);
		}
		catch (final IOException e) {
			throw new UserFailure("Expected a file of ROIs (.roi, .zip) or a label " +
				"image, but '" + file + "' cannot be read: " + e.getMessage(), e);
		}
	}

	private static ImagePlus openImage(final String title) {
		ImagePlus found = null;
		if (title.matches("-\\d{1,9}")) found = WindowManager.getImage(Integer
			.parseInt(title));
		if (found == null) found = WindowManager.getImage(title);
		if (found == null) throw new WrongUsage(
			"Expected 'labels' to be the title of an open image, found '" + title +
				"'. Open the label image first, or name its file with rois=FILE.");
		return found;
	}
}


package io.github.cnnclassifier.command;

import java.awt.Rectangle;
import java.awt.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import ij.WindowManager;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.image.RegionMask;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.imagej.ImagePlusAdapter;
import io.github.cnnclassifier.imagej.ImagePlusPlanes;
import io.github.cnnclassifier.imagej.MeantImage;
import io.github.cnnclassifier.imagej.NamedImage;
import io.github.cnnclassifier.imagej.OpenImageOrigin;
import io.github.cnnclassifier.imagej.Plane;
import io.github.cnnclassifier.imagej.roi.FoundRegions;
import io.github.cnnclassifier.imagej.roi.RegionOptions;
import io.github.cnnclassifier.imagej.roi.RegionRois;
import io.github.cnnclassifier.imagej.roi.RegionShapes;
import io.github.cnnclassifier.imagej.roi.RegionSource;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.ui.label.ImageCrops;
import io.github.cnnclassifier.workflow.label.LabelSource;

/**
 * What somebody wants to label.
 *
 * @param source of the crops
 * @param image that they are of; empty for files
 */
record CropsToLabel(LabelSource source, Optional<ImageCrops> image) {

	static final String AUTO = "auto";
	static final String SLICES = "slices";
	static final String FILES = "files";

	/**
	 * Where to look.
	 *
	 * @param from "files", "slices", "auto", or as in {@link RegionOptions}
	 * @param title or ID of an open image; empty for the active one
	 * @param labels title of an open label image; empty for none
	 * @param files a folder or a table; empty for none
	 * @param cropping how regions are cut
	 */
	record Place(String from, String title, String labels, Optional<Path> files,
			RegionCropping cropping)
	{
	}

	/** What is asked before an open image is labeled. */
	@FunctionalInterface
	interface ImageQuestion {

		/**
		 * @param image that is open
		 * @return whether its file on the disk has what is seen, perhaps since now,
		 *         so that labels belong to that
		 * @throws IOException if it could not be saved
		 */
		boolean isOnDisk(ImagePlus image) throws IOException;
	}

	/**
	 * @param place where to look
	 * @param reader of files
	 * @param question asked of an open image that has something to label
	 * @param progress is told what is left out
	 * @return what is there
	 * @throws UserFailure if nothing is there
	 * @throws IOException if the image was to be saved and could not be
	 */
	static CropsToLabel of(final Place place, final ImageReader reader,
		final ImageQuestion question, final Progress progress) throws IOException
	{
		final boolean auto = place.from().equals(AUTO);
		if (auto && place.files().isPresent() || place.from().equals(FILES))
			return ofFiles(place, reader);
		if (!auto && place.files().isPresent()) throw new WrongUsage(
			"Expected either images or source=" + place.from() +
				", found both. Leave one of them out.");
		final ImagePlus image = OpenImage.required(image(place.title()));
		final String from = auto ? from(image, place) : place.from();
		// nobody is asked about an image that has nothing to label
		final Optional<FoundRegions> regions = from.equals(SLICES) ? Optional
			.empty() : Optional.of(regions(image, from, place, progress));
		final boolean onDisk = question.isOnDisk(image);
		final CropsToLabel crops = regions.isEmpty() ? ofSlices(image) : ofRegions(
			image, regions.get(), place.cropping());
		return onDisk ? crops : new CropsToLabel(crops.source().withoutFile(), crops
			.image());
	}

	private static ImagePlus image(final String title) {
		if (title.isBlank()) {
			final ImagePlus active = WindowManager.getCurrentImage();
			if (active == null) throw new UserFailure(
				"Expected an open image, or a folder or table of images to label; " +
					"there is neither. Open an image, or name images=PATH.");
			return MeantImage.of(active);
		}
		return NamedImage.of(title).orElseThrow(() -> new WrongUsage(
			"Expected 'image' to be the title or ID of an open image, found '" +
				title + "'. Open it first."));
	}

	/** What is most likely meant of an image. */
	private static String from(final ImagePlus image, final Place place) {
		if (!place.labels().isBlank()) return RegionOptions.LABELS;
		if (!RegionRois.ofManager().isEmpty()) return RegionOptions.MANAGER;
		if (!RegionRois.ofOverlay(image).isEmpty()) return RegionOptions.OVERLAY;
		if (ImagePlusAdapter.planes(image).size() > 1) return SLICES;
		throw new UserFailure("Expected something to label on '" + image
			.getTitle() +
			"': ROIs in the ROI Manager or the overlay, a label image " +
			"or several slices; found none. Mark cells and press t for each, let " +
			"Analyze > Analyze Particles... add them to the manager, choose a label " +
			"image, or name a folder of images.");
	}

	private static CropsToLabel ofFiles(final Place place,
		final ImageReader reader)
	{
		final Path files = place.files().orElseThrow(() -> new WrongUsage(
			"Expected a folder or a table of images for source=files, found " +
				"nothing. Name it: images=PATH."));
		return new CropsToLabel(LabelSource.ofPath(files, reader), Optional
			.empty());
	}

	private static CropsToLabel ofSlices(final ImagePlus image) {
		final List<RegionOfInterest> slices = new ArrayList<>();
		final Region whole = new Region(0, 0, image.getWidth(), image.getHeight());
		for (final Plane plane : ImagePlusAdapter.planes(image))
			slices.add(new RegionOfInterest(slices.size() + 1, "slice " + plane
				.slice(), "", whole, RegionMask.ALL, plane.slice(), plane.frame()));
		final Shape outline = new Rectangle(image.getWidth(), image.getHeight());
		return new CropsToLabel(LabelSource.ofPlanes(planes(image), OpenImageOrigin
			.of(image)), Optional.of(new ImageCrops(image, slices, Collections
				.nCopies(slices.size(), outline))));
	}

	private static FoundRegions regions(final ImagePlus image, final String from,
		final Place place, final Progress progress)
	{
		final boolean labels = from.equals(RegionOptions.LABELS);
		if (!labels && !place.labels().isBlank()) throw new WrongUsage(
			"Expected either labels or source=" + from +
				", found both. Leave one of them out.");
		return RegionSource.of(image, new RegionOptions(from, Optional.empty(),
			place.labels()), progress).withFormerNames();
	}

	private static CropsToLabel ofRegions(final ImagePlus image,
		final FoundRegions found, final RegionCropping cropping)
	{
		return new CropsToLabel(LabelSource.ofRegions(planes(image), OpenImageOrigin
			.of(image), found.regions(), found.unusable(), cropping), Optional.of(
				new ImageCrops(image, found.regions(), RegionShapes.of(image, found))));
	}

	private static ImagePlusPlanes planes(final ImagePlus image) {
		return new ImagePlusPlanes(image, image.getTitle());
	}
}

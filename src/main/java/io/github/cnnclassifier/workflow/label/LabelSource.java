
package io.github.cnnclassifier.workflow.label;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.cnnclassifier.dataset.source.CodePointOrder;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.SafeName;
import io.github.cnnclassifier.dataset.source.StackFiles;
import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageOrigin;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.image.LastPlane;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.RegionCrop;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.image.UnusableRegion;

/**
 * Where the crops come from that get labels. Finding them reads no pixels of
 * files. Immutable and thread-safe.
 *
 * @param title for the title of a window: a file, a folder, an image
 * @param crops in the order of their source, at least one; copied
 * @param classes that the source knows already, by code point, for instance the
 *          names of class folders; may be empty; copied
 * @param labels where the labels are saved unless somebody says otherwise: a
 *          file {@code labels.csv} in a folder beside the source; empty if the
 *          source has no place on the disk
 */
public record LabelSource(String title, List<Crop> crops, List<String> classes,
		Optional<Path> labels)
{

	/** Copies the lists; spaces around the names of classes go. */
	public LabelSource {
		crops = List.copyOf(crops);
		classes = classes.stream().map(String::strip).distinct().toList();
	}

	private static final String FILE = "labels.csv";
	/** Enough to tell regions of one rectangle apart. */
	private static final int OUTLINE_DIGITS = 8;

	/**
	 * Finds crops in files: the images of a folder, with or without class
	 * folders; the rows of a table of images or of regions of images, with or
	 * without a column for the class; the planes of a stack; IDX files.
	 *
	 * @param images a folder or a file
	 * @param reader opens the files, now only to count planes
	 * @return a file that cannot be read is a crop like the others, whose source
	 *         tells the reason when it is read
	 * @throws UserFailure if it is missing, empty, or of no known form
	 */
	public static LabelSource ofPath(final Path images,
		final ImageReader reader)
	{
		final LabeledImages found = LabeledImages.openToLabel(images, reader);
		final UniqueNames names = new UniqueNames();
		return new LabelSource(nameOf(images), found.samples().stream().map(
			sample -> new Crop(names.next(sample.name()), Legible.line(sample.name()
				.substring(sample.name().lastIndexOf('/') + 1)), sample.group(), sample
					.label(), sample.source(), null)).toList(), found.labels(), Optional
						.of(beside(images)));
	}

	/**
	 * Takes the regions of an open image, as {@code imagej.roi.RegionSource}
	 * finds them: ROIs, an overlay, a label image.
	 *
	 * @param image from which the crops are cut when they are read
	 * @param origin of that image
	 * @param regions of the image
	 * @param unusable what the user marked as regions too; each is a crop whose
	 *          source tells the reason
	 * @param cropping how they are cut
	 * @return crops in the order of the regions, then the unusable ones
	 * @throws UserFailure if there is neither
	 */
	public static LabelSource ofRegions(final ImagePlanes image,
		final ImageOrigin origin, final List<RegionOfInterest> regions,
		final List<UnusableRegion> unusable, final RegionCropping cropping)
	{
		final ImagePlanes planes = new LastPlane(image);
		final UniqueNames names = new UniqueNames();
		final List<Crop> crops = new ArrayList<>();
		for (final RegionOfInterest roi : regions)
			crops.add(new Crop(names.next(name(image, origin, roi)), Legible.line(roi
				.name()), origin.place(), roi.group(), () -> RegionCrop.of(planes, roi,
					cropping), roi));
		for (final UnusableRegion region : unusable)
			crops.add(new Crop(names.next(origin.title() + "#" + region.name()),
				Legible.line(region.name()), origin.place(), LabeledImages.NO_CLASS,
				() -> {
					throw new IOException(region.reason());
				}, null));
		if (crops.isEmpty()) throw new UserFailure("Expected regions in '" + origin
			.title() + "', found none. Mark cells with selections, an overlay or a " +
			"label image.");
		return new LabelSource(origin.title(), crops, regions.stream().map(
			RegionOfInterest::group).filter(group -> !group.isEmpty()).distinct()
			.sorted(CodePointOrder.INSTANCE).toList(), besideImage(origin));
	}

	/**
	 * Takes the planes of an open image.
	 *
	 * @param image whose planes are read when they are wanted
	 * @param origin of that image
	 * @return a crop for each plane, slices running faster than frames
	 */
	public static LabelSource ofPlanes(final ImagePlanes image,
		final ImageOrigin origin)
	{
		final int count = image.count();
		return new LabelSource(origin.title(), IntStream.range(0, count).mapToObj(
			i -> new Crop(StackFiles.name(origin.title(), i, count), count == 1
				? Legible.line(origin.title()) : "plane " + (i + 1), origin.place(),
				LabeledImages.NO_CLASS, () -> image.plane(i), null)).toList(), List
					.of(), besideImage(origin));
	}

	/** @return the same, whose labels do not belong to a file */
	public LabelSource withoutFile() {
		return new LabelSource(title, crops, classes, Optional.empty());
	}

	/** The same for the same pixels of the same plane, whatever marks them. */
	private static String name(final ImagePlanes image, final ImageOrigin origin,
		final RegionOfInterest roi)
	{
		final Region r = roi.bounds();
		return StackFiles.name(origin.title(), (roi.frame() - 1) * image.slices() +
			roi.slice() - 1, image.count()) + "#xywh=" + r.x() + "," + r.y() + "," + r
				.width() + "," + r.height() + "&outline=" + roi.outline().text()
					.substring(0, OUTLINE_DIGITS);
	}

	private static String nameOf(final Path path) {
		final Path last = path.toAbsolutePath().normalize().getFileName();
		return last == null ? path.toString() : last.toString();
	}

	private static Path beside(final Path images) {
		final Path whole = images.toAbsolutePath().normalize();
		final Path folder = whole.getParent() == null ? whole : whole.getParent();
		return folder.resolve(SafeName.ofTitle(nameOf(whole)) + " labels").resolve(
			FILE);
	}

	private static Optional<Path> besideImage(final ImageOrigin origin) {
		try {
			final Path file = Path.of(origin.place());
			return file.isAbsolute() && Files.isRegularFile(file) ? Optional.of(
				beside(file)) : Optional.empty();
		}
		catch (final InvalidPathException e) {
			// a title that no file can have
			return Optional.empty();
		}
	}

	/** Numbers names that a source has more than once. */
	private static final class UniqueNames {

		private final Set<String> taken = new HashSet<>();

		String next(final String name) {
			String unique = name;
			for (int copy = 2; !taken.add(unique); copy++)
				unique = name + " (" + copy + ")";
			return unique;
		}
	}
}

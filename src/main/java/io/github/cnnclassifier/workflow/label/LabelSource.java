
package io.github.cnnclassifier.workflow.label;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageOrigin;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.ImageReader;
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
public record LabelSource(String title, List<Crop> crops,
		List<String> classes, Optional<Path> labels)
{

	/** Copies the lists. */
	public LabelSource {
		crops = List.copyOf(crops);
		classes = List.copyOf(classes);
	}

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
		throw new UnsupportedOperationException();
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
		throw new UnsupportedOperationException();
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
		throw new UnsupportedOperationException();
	}
}


package io.github.cnnclassifier.imagej.roi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.IntFunction;

import ij.ImagePlus;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.LastPlane;
import io.github.cnnclassifier.image.RegionCrop;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.ImagePlusPlanes;

/**
 * Regions of an open image, each cut out of it when it is asked for.
 * Thread-safe as long as nobody changes the image.
 */
public final class RegionImages implements IntFunction<SampleImage> {

	private final ImagePlanes planes;
	private final List<RegionOfInterest> regions;
	private final RegionCropping cropping;

	/**
	 * @param image only read
	 * @param regions of the image; copied
	 * @param cropping how they are cut
	 */
	public RegionImages(final ImagePlus image,
		final List<RegionOfInterest> regions, final RegionCropping cropping)
	{
		planes = new LastPlane(new ImagePlusPlanes(image, image.getTitle()));
		this.regions = List.copyOf(regions);
		this.cropping = cropping;
	}

	/**
	 * @param index of a region, 0-based
	 * @return its image
	 * @throws UserFailure if no pixel of the region is one of the image
	 */
	@Override
	public SampleImage apply(final int index) {
		try {
			return RegionCrop.of(planes, regions.get(index), cropping);
		}
		catch (final IOException e) {
			// planes in memory are not read from anywhere
			throw new UncheckedIOException(e);
		}
	}
}

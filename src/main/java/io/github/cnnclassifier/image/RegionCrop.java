
package io.github.cnnclassifier.image;

import java.io.IOException;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * Cuts regions out of images. Values are copied as they are; bit depth,
 * channels and pixel size stay those of the image.
 * <p>
 * A crop ends where the image ends, so that a region at the border gives a
 * smaller image instead of one with invented pixels. Masking sets what lies
 * outside the region to 0 in every channel: the same value for all images, so
 * that the surroundings can tell a network nothing.
 */
public final class RegionCrop {

	private RegionCrop() {}

	/**
	 * @param planes of an image
	 * @param roi where to cut
	 * @param cropping how to cut
	 * @return as {@link #of(SampleImage, RegionOfInterest, RegionCropping)}, from
	 *         the plane of the region
	 * @throws UserFailure if no pixel of the region is one of the image
	 * @throws IOException if the plane cannot be read
	 * @throws IllegalArgumentException if there is no such plane
	 */
	public static SampleImage of(final ImagePlanes planes,
		final RegionOfInterest roi, final RegionCropping cropping)
		throws IOException
	{
		return of(planes.plane(roi.slice() - 1, roi.frame() - 1), roi, cropping);
	}

	/**
	 * @param image any
	 * @param roi where to cut; its slice and frame are not looked at
	 * @param cropping how to cut
	 * @return of the size of {@link #cut}; its source names image and region
	 * @throws UserFailure if no pixel of the region is one of the image
	 */
	public static SampleImage of(final SampleImage image,
		final RegionOfInterest roi, final RegionCropping cropping)
	{
		final Region cut = cut(image.width(), image.height(), roi.bounds(), cropping
			.margin());
		final SampleImage crop = image.crop(cut);
		return crop.with(cropping.masked() ? masked(crop, cut, roi) : crop.pixels(),
			image.source() + ", region '" + roi.name() + "'");
	}

	/**
	 * @param imageWidth in pixels, at least 1
	 * @param imageHeight in pixels, at least 1
	 * @param bounds of a region, may reach beyond the image
	 * @param margin in pixels, 0 or more
	 * @return the bounds, wider by the margin on each side, as far as the image
	 *         goes
	 * @throws UserFailure if the bounds have no pixel of the image
	 */
	public static Region cut(final int imageWidth, final int imageHeight,
		final Region bounds, final int margin)
	{
		// as long: borders may exceed an int
		final long right = (long) bounds.x() + bounds.width();
		final long bottom = (long) bounds.y() + bounds.height();
		if (bounds.x() >= imageWidth || bounds.y() >= imageHeight || right <= 0 ||
			bottom <= 0) throw new UserFailure(
				"Expected a region inside the image of " + imageWidth + " x " +
					imageHeight + " pixels, found " + bounds +
					". Mend or remove the region.");
		final int x = (int) Math.max(0, (long) bounds.x() - margin);
		final int y = (int) Math.max(0, (long) bounds.y() - margin);
		return new Region(x, y, (int) (Math.min(imageWidth, right + margin) - x),
			(int) (Math.min(imageHeight, bottom + margin) - y));
	}

	private static Pixels masked(final SampleImage crop, final Region cut,
		final RegionOfInterest roi)
	{
		final int area = crop.width() * crop.height();
		final float[] values = crop.pixels().toFloats();
		for (int i = 0; i < area; i++) {
			if (roi.contains(cut.x() + i % crop.width(), cut.y() + i / crop.width()))
				continue;
			for (int c = 0; c < crop.channels(); c++) {
				values[c * area + i] = 0;
			}
		}
		return Pixels.of(values);
	}
}

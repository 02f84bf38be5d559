
package io.github.cnnclassifier.image;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * Resampling to a common physical size of the pixels.
 *
 * @param target the size that all pixels get
 */
record PixelSizeMatch(PixelSize target) {

	/**
	 * @throws UserFailure if the image's pixel size is unknown or does not fit
	 */
	Placement placement(final SampleImage image, final int width,
		final int height)
	{
		final PixelSize found = image.pixelSize().orElseThrow(() -> failure(image,
			"no pixel size", "Set it (in ImageJ: Image > Properties...)"));
		final PixelSize size = found.in(target.unit()).orElseThrow(() -> failure(
			image, found + ", which cannot be converted",
			"Set it in nm, micron or mm (in ImageJ: Image > Properties...)"));
		if (!found.canBecome(target)) throw failure(image, found +
			", more than 100 times as much or less",
			"Check its unit (in ImageJ: Image > Properties...)");
		return Placement.magnified(image.width(), size.width() / target.width(),
			image.height(), size.height() / target.height(), width, height);
	}

	private UserFailure failure(final SampleImage image, final String found,
		final String advice)
	{
		return new UserFailure(
			"Expected an image with a known pixel size, as the " +
				"model resamples to " + target + " a pixel, found " + found + " in '" +
				image.source() + "'. " + advice +
				", or use a model that was trained without pixelSize.");
	}
}


package io.github.cnnclassifier.image;

import java.util.List;

import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;

/**
 * Resampling to a common physical size of the pixels.
 *
 * @param target the size that all pixels get
 */
record PixelSizeResampling(PixelSize target) {

	/**
	 * @throws UserFailure if the image's pixel size is unknown or does not fit
	 */
	Placement placement(final SampleImage image, final int width,
		final int height)
	{
		final PixelSize size = size(image);
		return Placement.magnified(image.width(), size.width() / target.width(),
			image.height(), size.height() / target.height(), width, height);
	}

	/**
	 * @param image any
	 * @return the whole image with pixels of the target's size, its sides rounded
	 *         to whole pixels; this very image if it has them already
	 * @throws UserFailure if the image's pixel size is unknown or does not fit,
	 *           or the image would become too large
	 */
	SampleImage resampled(final SampleImage image) {
		final PixelSize size = size(image);
		final long width = Math.max(1, Math.round(image.width() * size.width() /
			target.width()));
		final long height = Math.max(1, Math.round(image.height() * size.height() /
			target.height()));
		if (width == image.width() && height == image.height()) return image;
		if (width * height * image.channels() > Integer.MAX_VALUE / Float.BYTES)
			throw failure(image, image.width() + " x " + image.height() +
				" pixels of " + size + ", which would become " + width + " x " + height,
				"Use a part of the image");
		return new SampleImage((int) width, (int) height, image.channels(), image
			.isRgb(), image.bitDepth(), Pixels.of(new Resampler(image.width(), image
				.height(), (int) width, (int) height).resample(image.pixels()
					.toFloats(), image.channels())), target, image.source(), image
						.channelNames());
	}

	/** @return of the image, in the unit of the target */
	private PixelSize size(final SampleImage image) {
		final PixelSize found = image.pixelSize().orElseThrow(() -> failure(image,
			"no pixel size", "Set it (in ImageJ: Image > Properties...)"));
		final PixelSize size = found.in(target.unit()).orElseThrow(() -> failure(
			image, found + ", which cannot be converted",
			"Set it in nm, micron or mm (in ImageJ: Image > Properties...)"));
		if (!found.canBecome(target)) throw failure(image, found +
			", more than 100 times as much or less",
			"Check its unit (in ImageJ: Image > Properties...)");
		return size;
	}

	private UserFailure failure(final SampleImage image, final String found,
		final String advice)
	{
		return new UserFailure("Expected an image with a known pixel size, as it " +
			"is resampled to the model's " + target + " a pixel, found " + found +
			" in '" + image.source() + "'. " + advice +
			", or take the pixels as they are with pixelSize=ignore.", List.of(Mend
				.of("Take the pixels as they are", "pixelSize", "ignore")));
	}
}

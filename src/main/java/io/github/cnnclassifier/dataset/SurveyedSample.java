
package io.github.cnnclassifier.dataset;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;

/**
 * A sample that has been read once.
 *
 * @param sample where it came from
 * @param contentHash 16 hex digits of SHA-256 over width, height, channels and
 *          the pixel values as floats: equal pixels have equal hashes, whatever
 *          type or file format stored them
 * @param width in pixels
 * @param height in pixels
 * @param channels 3 for RGB
 * @param rgb whether the channels are red, green and blue of a color image
 * @param bitDepth bits of one stored value
 * @param pixelSize null if not known
 * @param min smallest pixel value, finite
 * @param max largest pixel value, finite
 * @param fingerprint for finding near duplicates; null if there is too little
 *          in the image to tell it by
 */
public record SurveyedSample(Sample sample, String contentHash, int width,
		int height, int channels, boolean rgb, int bitDepth, PixelSize pixelSize,
		double min, double max, Fingerprint fingerprint)
{

	/**
	 * Without a fingerprint.
	 *
	 * @param sample where it came from
	 * @param contentHash as above
	 * @param width in pixels
	 * @param height in pixels
	 * @param channels 3 for RGB
	 * @param rgb whether the channels are red, green and blue
	 * @param bitDepth bits of one stored value
	 * @param pixelSize null if not known
	 * @param min smallest pixel value, finite
	 * @param max largest pixel value, finite
	 */
	public SurveyedSample(final Sample sample, final String contentHash,
		final int width, final int height, final int channels, final boolean rgb,
		final int bitDepth, final PixelSize pixelSize, final double min,
		final double max)
	{
		this(sample, contentHash, width, height, channels, rgb, bitDepth, pixelSize,
			min, max, null);
	}

	/**
	 * @param image an image at hand, without a class
	 * @return what a survey would tell of it; the label is empty, the name is
	 *         where the image came from
	 * @throws UserFailure if a pixel is not a finite number
	 */
	public static SurveyedSample of(final SampleImage image) {
		return of(new Sample("", image.source(), null, () -> image), image);
	}

	static SurveyedSample of(final Sample sample, final SampleImage image) {
		final Pixels pixels = image.pixels();
		float min = Float.POSITIVE_INFINITY;
		float max = Float.NEGATIVE_INFINITY;
		for (int i = 0; i < pixels.size(); i++) {
			final float v = pixels.get(i);
			if (Float.isNaN(v) || Float.isInfinite(v)) throw new UserFailure(
				"Expected finite pixel values, found " + v + " in '" + image.source() +
					"'. Replace such pixels first.");
			if (v < min) min = v;
			if (v > max) max = v;
		}
		return new SurveyedSample(sample, ContentHash.of(image), image.width(),
			image.height(), image.channels(), image.isRgb(), image.bitDepth(), image
				.pixelSize().orElse(null), min, max, Fingerprint.of(image));
	}
}

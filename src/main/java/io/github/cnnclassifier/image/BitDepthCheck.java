
package io.github.cnnclassifier.image;

import java.util.List;

import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;

/**
 * Finds images that were converted to another scale than that of the training
 * images, though all of their values lie within its range. The same values
 * stored in more bits are no such image.
 */
final class BitDepthCheck {

	private static final int BYTE_MAX = 255;

	private BitDepthCheck() {}

	/**
	 * @param image any
	 * @param depths of the training images
	 * @param range of their values
	 * @throws UserFailure if the image has 8 bits as no training image had and
	 *           the range is beyond them, or it is wholly of fractions from 0 to
	 *           1 where only whole numbers up to 255 or more are expected; a part
	 *           of an image may be as dark as that
	 */
	static void requireScale(final SampleImage image, final BitDepths depths,
		final IntensityRange range)
	{
		if (range.max() > BYTE_MAX && !depths.hasBytes() && image.bitDepth() == 8)
			throw failure(image, depths, range, "8 bits", "0..255");
		if (range.max() >= BYTE_MAX && !depths.hasFractions() && !image.isPart() &&
			isFraction(image.pixels())) throw failure(image, depths, range,
				"fractions from 0 to 1", "0..1");
	}

	private static UserFailure failure(final SampleImage image,
		final BitDepths depths, final IntensityRange range, final String found,
		final String scale)
	{
		return new UserFailure("Expected " + depths + " bits with pixel values " +
			range + ", as in the training images, found " + found + " in '" + image
				.source() + "', which would be almost black. Use the image as the " +
			"camera made it, or say what its values mean: range=" + scale +
			" maps them onto the model's range, range=" + range +
			" takes them as they are.", List.of(Mend.of("Map " + scale +
				" onto the model's range", "range", scale), Mend.of(
					"Take them as they are", "range", range.toString())));
	}

	/** Masks of 0 and 1 are whole numbers. */
	private static boolean isFraction(final Pixels pixels) {
		if (pixels.bytesPerValue() < Float.BYTES) return false;
		boolean whole = true;
		for (int i = 0; i < pixels.size(); i++) {
			final float v = pixels.get(i);
			if (!(v >= 0 && v <= 1)) return false;
			whole &= v == (int) v;
		}
		return !whole;
	}
}

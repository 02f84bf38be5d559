
package io.github.cnnclassifier.image;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * The one deterministic way from pixels to network input: channels, then
 * resize, then intensity. Stored in the model and used for training, evaluation
 * and prediction alike. Display range, look-up table and storage type of the
 * image have no influence.
 * <p>
 * The image is stretched to the input size, each axis by itself: area averaging
 * where it shrinks, so that nothing is aliased, bilinear where it grows, and
 * untouched where the size is equal.
 * <p>
 * Immutable and thread-safe.
 *
 * @param width of the input in pixels
 * @param height of the input in pixels
 * @param channels of the input: 1 for gray, 3 for RGB
 * @param channelRule how image channels become input channels
 * @param range the pixel values that become 0 and 1
 */
public record Preprocessing(int width, int height, int channels,
		ChannelRule channelRule, IntensityRange range)
{

	/** @throws IllegalArgumentException if a length or the rule does not fit */
	public Preprocessing {
		if (width < 1 || height < 1 || channels < 1)
			throw new IllegalArgumentException("Impossible input " + channels +
				" x " + height + " x " + width);
		if (!channelRule.gives(channels)) throw new IllegalArgumentException(
			"channels=" + channelRule.label() + " does not give " + channels +
				" channels");
	}

	/**
	 * @param image any size
	 * @return the network's input in the order C,H,W, values 0 to 1
	 * @throws UserFailure if the channels do not fit or values lie outside the
	 *           range; the message tells expected, found and what to do
	 */
	public float[] apply(final SampleImage image) {
		return scale(resized(image));
	}

	/**
	 * The first two steps, channels and resize, with values as they are in the
	 * image: small enough to be kept in memory.
	 *
	 * @param image any size
	 * @return an image of the input's size and channels
	 * @throws UserFailure as {@link #apply}
	 */
	public SampleImage resized(final SampleImage image) {
		ChannelConversion.requireFitting(image, channelRule, channels);
		IntensityScaling.requireWithin(image, range);
		final Resampler resampler = new Resampler(image.width(), image.height(),
			width, height);
		if (resampler.isIdentity() && ChannelConversion.isIdentity(image,
			channelRule, channels)) return image;
		final float[] planes = ChannelConversion.convert(image, channelRule,
			channels);
		final boolean rgb = channelRule == ChannelRule.RGB || image.isRgb() &&
			channels == 3;
		return new SampleImage(width, height, channels, rgb, image.bitDepth(),
			Pixels.of(resampler.resample(planes, channels)), null, image.source());
	}

	/**
	 * The last step, intensity.
	 *
	 * @param resized what {@link #resized} gave
	 * @return the network's input in the order C,H,W, values 0 to 1
	 * @throws UserFailure if values lie outside the range
	 */
	public float[] scale(final SampleImage resized) {
		if (resized.width() != width || resized.height() != height || resized
			.channels() != channels) throw new IllegalArgumentException(
				"Not resized: " + resized.channels() + " x " + resized.height() +
					" x " + resized.width());
		IntensityScaling.requireWithin(resized, range);
		return IntensityScaling.scale(resized.pixels(), range);
	}

	/**
	 * For images whose values mean the same as those of the training images but
	 * are stored on another scale: the declared range is mapped linearly onto the
	 * model's range.
	 *
	 * @param declared the values of the images at hand that correspond to the
	 *          model's range
	 * @return preprocessing for these images
	 */
	public Preprocessing withInputRange(final IntensityRange declared) {
		return new Preprocessing(width, height, channels, channelRule, declared);
	}

	/**
	 * @param rule for the images at hand
	 * @return preprocessing with the same input but this rule
	 * @throws UserFailure if the rule does not give the input's channels
	 */
	public Preprocessing withChannelRule(final ChannelRule rule) {
		if (!rule.gives(channels)) throw new UserFailure(
			"Expected a rule that gives " + channels + " channels, but channels=" +
				rule.label() +
				" does not. Leave the setting out, or train a model for such images.");
		return new Preprocessing(width, height, channels, rule, range);
	}
}

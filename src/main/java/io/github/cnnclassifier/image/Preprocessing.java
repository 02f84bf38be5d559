
package io.github.cnnclassifier.image;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;

/**
 * The one deterministic way from pixels to network input: channels, then pixel
 * size, then resize, then intensity. Stored in the model and used for training,
 * evaluation and prediction alike. Display range, look-up table and storage
 * type of the image have no influence.
 * <p>
 * Areas are averaged where an axis shrinks, so that nothing is aliased;
 * interpolation is bilinear where it grows; values are untouched where the size
 * is equal. Intensity rules that look at each image by itself look at its
 * resized pixels, not at those around a padded image, which become 0 in the
 * input: the minimum of the range, the low percentile, or the mean.
 * <p>
 * Immutable and thread-safe.
 *
 * @param width of the input in pixels
 * @param height of the input in pixels
 * @param channels of the input
 * @param channelRule how image channels become input channels
 * @param pixelSize to which images are resampled before they are cut off and
 *          padded to the input size; null to take pixels whatever their size
 * @param resize how images get the input's size; {@link ResizeRule#NONE} with a
 *          pixel size
 * @param intensity how pixel values become input values
 * @param given what is checked or done before all else with the images at hand;
 *          not part of the model
 */
public record Preprocessing(int width, int height, int channels,
		ChannelRule channelRule, PixelSize pixelSize, ResizeRule resize,
		Intensity intensity, InputRule given)
{

	/** @throws IllegalArgumentException if a length or a rule does not fit */
	public Preprocessing {
		if (width < 1 || height < 1 || channels < 1)
			throw new IllegalArgumentException("Impossible input " + channels +
				" x " + height + " x " + width);
		if (!channelRule.gives(channels)) throw new IllegalArgumentException(
			"channels=" + channelRule.label() + " does not give " + channels +
				" channels");
		if (pixelSize != null && resize != ResizeRule.NONE)
			throw new IllegalArgumentException("resize=" + resize.label() +
				" would change the pixel size");
		final ChannelStatistics statistics = intensity.statistics();
		if (statistics != null && statistics.means().size() != channels)
			throw new IllegalArgumentException("Statistics of " + statistics.means()
				.size() + " channels for " + channels);
		Objects.requireNonNull(resize);
		Objects.requireNonNull(given);
	}

	/**
	 * Without anything that belongs to the images at hand.
	 *
	 * @param width of the input in pixels
	 * @param height of the input in pixels
	 * @param channels of the input
	 * @param channelRule how image channels become input channels
	 * @param pixelSize to which images are resampled; null for none
	 * @param resize how images get the input's size
	 * @param intensity how pixel values become input values
	 * @throws IllegalArgumentException if a length or a rule does not fit
	 */
	public Preprocessing(final int width, final int height, final int channels,
		final ChannelRule channelRule, final PixelSize pixelSize,
		final ResizeRule resize, final Intensity intensity)
	{
		this(width, height, channels, channelRule, pixelSize, resize, intensity,
			InputRule.NONE);
	}

	/**
	 * The usual rules: images are stretched to the input size, whatever the size
	 * of their pixels, and a range becomes 0 to 1.
	 *
	 * @param width of the input in pixels
	 * @param height of the input in pixels
	 * @param channels of the input
	 * @param channelRule how image channels become input channels
	 * @param range the pixel values that become 0 and 1
	 * @throws IllegalArgumentException if a length or the rule does not fit
	 */
	public Preprocessing(final int width, final int height, final int channels,
		final ChannelRule channelRule, final IntensityRange range)
	{
		this(width, height, channels, channelRule, null, ResizeRule.STRETCH,
			Intensity.of(range));
	}

	/** @return the range of {@link #intensity} */
	public IntensityRange range() {
		return intensity.range();
	}

	/**
	 * @param image any size
	 * @return the network's input in the order C,H,W; values 0 to 1 where a range
	 *         or percentiles decide, around 0 for z-scores
	 * @throws UserFailure if channels or pixel size do not fit, or values lie
	 *           outside the range where it counts; the message tells expected,
	 *           found and what to do
	 */
	public float[] apply(final SampleImage image) {
		return scale(resized(image));
	}

	/**
	 * All but the last step, with values as they are in the image: small enough
	 * to be kept in memory.
	 *
	 * @param image any size
	 * @return an image of the input's channels and size, or smaller where it will
	 *         be padded; without pixel size
	 * @throws UserFailure as {@link #apply}
	 */
	public SampleImage resized(final SampleImage image) {
		final int[] used = ChannelConversion.used(image, channelRule, channels);
		return resized(given.applied(image), used);
	}

	private SampleImage resized(final SampleImage image, final int[] used) {
		final int area = image.width() * image.height();
		intensity.requireFitting(image.pixels(), area, used, image.source());
		final Placement placement = placement(image);
		if (placement.isIdentity(image.width(), image.height()) && ChannelConversion
			.isIdentity(image, used, channels)) return image;
		final float[] planes = ChannelConversion.convert(image, channelRule, used,
			channels);
		final boolean rgb = channels == 3 && (channelRule == ChannelRule.RGB ||
			image.isRgb() && !channelRule.isSelection());
		return new SampleImage(placement.horizontal().kept(), placement.vertical()
			.kept(), channels, rgb, image.bitDepth(), Pixels.of(placement.apply(
				planes, channels, image.width(), image.height())), pixelSize, image
					.source());
	}

	/**
	 * @param size of an image, in pixels of {@link #pixelSize} where there is one
	 * @return how much of it, in the same pixels, is in the network's input: all
	 *         of it, unless {@link #resize} cuts off
	 */
	public ImageSize shown(final ImageSize size) {
		final Placement placement = Placement.of(resize, size.width(), size
			.height(), width, height);
		return new ImageSize(placement.horizontal().shown(), placement.vertical()
			.shown());
	}

	/**
	 * @param image that {@link #apply} takes
	 * @return where it lies in the input
	 * @throws UserFailure as {@link #apply}
	 */
	public InputFrame frame(final SampleImage image) {
		final SampleImage placed = given.applied(image);
		final Placement placement = placement(placed);
		return new InputFrame(InputAxis.of(image.width(), placed.width(), placement
			.horizontal(), width), InputAxis.of(image.height(), placed.height(),
				placement.vertical(), height));
	}

	private Placement placement(final SampleImage image) {
		return pixelSize == null ? Placement.of(resize, image.width(), image
			.height(), width, height) : new PixelSizeResampling(pixelSize).placement(
				image, width, height);
	}

	/**
	 * The last step, intensity, with the padding around a smaller image.
	 *
	 * @param resized what {@link #resized} gave
	 * @return the network's input in the order C,H,W; values as {@link #apply}
	 * @throws UserFailure if values lie outside the range where it counts
	 */
	public float[] scale(final SampleImage resized) {
		final boolean full = resized.width() == width && resized.height() == height;
		final boolean fits = full || resize.pads() && resized.width() <= width &&
			resized.height() <= height;
		if (!fits || resized.channels() != channels)
			throw new IllegalArgumentException("Not resized: " + resized.channels() +
				" x " + resized.height() + " x " + resized.width());
		intensity.requireFitting(resized.pixels(), resized.width() * resized
			.height(), IntStream.range(0, channels).toArray(), resized.source());
		final float[] values = resized.pixels().toFloats();
		intensity.apply(values, channels);
		return full ? values : padded(values, resized.width(), resized.height());
	}

	private float[] padded(final float[] values, final int w, final int h) {
		final float[] input = new float[channels * height * width];
		final int left = (width - w) / 2;
		final int top = (height - h) / 2;
		for (int c = 0; c < channels; c++) {
			for (int y = 0; y < h; y++) {
				System.arraycopy(values, (c * h + y) * w, input, (c * height + top +
					y) * width + left, w);
			}
		}
		return input;
	}

	/**
	 * For images whose values mean the same as those of the training images but
	 * are stored on another scale: the declared range is mapped linearly onto the
	 * model's range.
	 *
	 * @param declared the values of the images at hand that correspond to the
	 *          model's range
	 * @return preprocessing for these images
	 * @throws UserFailure if each image is normalized by itself, so that no range
	 *           counts
	 */
	public Preprocessing withInputRange(final IntensityRange declared) {
		final Normalization rule = intensity.normalization();
		if (rule.isPerImage()) throw new UserFailure("Expected no range, as the " +
			"model normalizes each image by itself (" + rule + "), found range=" +
			declared + ". Leave the setting out.", List.of(Mend.of(
				"Leave the range out", "range", "auto")));
		return with(channelRule, new Intensity(rule, declared, intensity
			.statistics()));
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
				" does not. Leave the setting out, or train a model for such images.",
			List.of(Mend.of("Choose the channels as the model does", "channels",
				"auto")));
		return with(rule, intensity);
	}

	/**
	 * @param statistics of the training images
	 * @return the same with these numbers for {@code zscore-dataset}
	 * @throws IllegalArgumentException if the rule is another one
	 */
	public Preprocessing withStatistics(final ChannelStatistics statistics) {
		return with(channelRule, new Intensity(intensity.normalization(), intensity
			.range(), statistics));
	}

	/**
	 * @return the same without the statistics of {@code zscore-dataset}, which
	 *         give each channel a scale of its own: colors stay as they are
	 */
	public Preprocessing withoutStatistics() {
		return intensity.normalization().kind() == Normalization.Kind.ZSCORE_DATASET
			? withStatistics(ChannelStatistics.neutral(channels)) : this;
	}

	/**
	 * @param rule for the images at hand
	 * @return preprocessing that begins with this rule
	 */
	public Preprocessing withInputRule(final InputRule rule) {
		return new Preprocessing(width, height, channels, channelRule, pixelSize,
			resize, intensity, rule);
	}

	/**
	 * @param size to which images are resampled; null to take pixels as they are
	 * @return the same with this size
	 * @throws IllegalArgumentException if there is a size but images are resized
	 */
	public Preprocessing withPixelSize(final PixelSize size) {
		return new Preprocessing(width, height, channels, channelRule, size, resize,
			intensity);
	}

	private Preprocessing with(final ChannelRule rule,
		final Intensity newIntensity)
	{
		return new Preprocessing(width, height, channels, rule, pixelSize, resize,
			newIntensity, given);
	}
}

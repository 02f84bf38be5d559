
package io.github.cnnclassifier.dataset.survey;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.ImageSize;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.image.ValueSummary;

/**
 * A sample that has been read once.
 *
 * @param sample where it came from
 * @param contentHash "v" and 15 hex digits of SHA-256 over width, height,
 *          channels and the pixel values: equal pixels have equal hashes,
 *          whatever type or file format stored them
 * @param width in pixels
 * @param height in pixels
 * @param channels 3 for RGB
 * @param rgb whether the channels are red, green and blue of a color image
 * @param bitDepth bits of one stored value
 * @param pixelSize null if not known
 * @param extremes of the values of each channel, in order; copied
 * @param fingerprint for finding near duplicates; null if there is too little
 *          in the image to tell it by
 * @param remarks what a user should know of how the file was read; copied
 * @param cues what can be seen without looking at the object; null if nobody
 *          has looked
 */
public record SurveyedSample(Sample sample, String contentHash, int width,
		int height, int channels, boolean rgb, int bitDepth, PixelSize pixelSize,
		List<ChannelExtremes> extremes, Fingerprint fingerprint,
		List<String> remarks, ImageCues cues)
{

	/** Copies the lists. */
	public SurveyedSample {
		extremes = List.copyOf(extremes);
		remarks = List.copyOf(remarks);
	}

	/**
	 * Without cues.
	 *
	 * @param sample where it came from
	 * @param contentHash as above
	 * @param width in pixels
	 * @param height in pixels
	 * @param channels 3 for RGB
	 * @param rgb whether the channels are red, green and blue
	 * @param bitDepth bits of one stored value
	 * @param pixelSize null if not known
	 * @param extremes of the values of each channel, in order; copied
	 * @param fingerprint as above
	 * @param remarks as above; copied
	 */
	public SurveyedSample(final Sample sample, final String contentHash,
		final int width, final int height, final int channels, final boolean rgb,
		final int bitDepth, final PixelSize pixelSize,
		final List<ChannelExtremes> extremes, final Fingerprint fingerprint,
		final List<String> remarks)
	{
		this(sample, contentHash, width, height, channels, rgb, bitDepth, pixelSize,
			extremes, fingerprint, remarks, null);
	}

	/**
	 * Without a fingerprint and cues, with channels of equal extremes and without
	 * names.
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
			Collections.nCopies(channels, new ChannelExtremes("", min, max)), null,
			List.of());
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

	/**
	 * @param sample that was read
	 * @param image what it holds
	 * @return what a survey keeps of it
	 * @throws UserFailure if a pixel is not a finite number
	 */
	public static SurveyedSample of(final Sample sample,
		final SampleImage image)
	{
		return of(sample, image, ValueSummary.of(image));
	}

	/**
	 * @param sample that was read
	 * @param image what it holds
	 * @param values of each channel of the image
	 * @return what a survey keeps of it
	 */
	public static SurveyedSample of(final Sample sample, final SampleImage image,
		final List<ValueSummary> values)
	{
		final List<ChannelExtremes> extremes = ChannelExtremes.of(image, values);
		final float[] gray = image.toGray();
		return new SurveyedSample(sample, ContentHash.of(image), image.width(),
			image.height(), image.channels(), image.isRgb(), image.bitDepth(), image
				.pixelSize().orElse(null), extremes, Fingerprint.of(image, gray), image
					.remarks(), ImageCues.of(image, values, gray));
	}

	/**
	 * @param other stands for the same pixels, for instance with another class
	 * @return what was learned of them, under that name and class
	 */
	public SurveyedSample as(final Sample other) {
		return new SurveyedSample(other, contentHash, width, height, channels, rgb,
			bitDepth, pixelSize, extremes, fingerprint, remarks, cues);
	}

	/**
	 * @param matched size that all pixels get, null if they stay as they are; if
	 *          there is one, that of this image can become it
	 * @return how large the image is then
	 */
	public ImageSize size(final PixelSize matched) {
		final ImageSize stored = new ImageSize(width, height);
		return matched == null ? stored : stored.resampled(pixelSize, matched);
	}

	/** @return the smallest pixel value of all channels, finite */
	public double min() {
		double min = extremes.get(0).min();
		for (final ChannelExtremes channel : extremes) {
			min = Math.min(min, channel.min());
		}
		return min;
	}

	/** @return the largest pixel value of all channels, finite */
	public double max() {
		double max = extremes.get(0).max();
		for (final ChannelExtremes channel : extremes) {
			max = Math.max(max, channel.max());
		}
		return max;
	}

	/**
	 * @param rule of the channels
	 * @return extremes of the channels that have a part in the input
	 * @throws UserFailure if a chosen channel is not there
	 */
	public List<ChannelExtremes> extremes(final ChannelRule rule) {
		if (!rule.isSelection()) return extremes;
		final List<String> names = extremes.stream().map(ChannelExtremes::name)
			.toList();
		final boolean named = names.stream().anyMatch(name -> !name.isEmpty());
		return IntStream.of(rule.indices(channels, named ? names : List.of(), sample
			.name())).mapToObj(extremes::get).toList();
	}
}

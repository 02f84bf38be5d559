
package io.github.cnnclassifier.image;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * One image as a classifier meets it: pixel values as they are stored, without
 * display range, look-up table or calibration function.
 * <p>
 * Immutable and thread-safe.
 */
public final class SampleImage {

	private final int width;
	private final int height;
	private final int channels;
	private final boolean rgb;
	private final int bitDepth;
	private final Pixels pixels;
	private final PixelSize pixelSize;
	private final String source;
	private final List<String> channelNames;
	private final boolean part;
	private final List<String> remarks;

	/**
	 * An image whose channels have no names.
	 *
	 * @param width in pixels, at least 1
	 * @param height in pixels, at least 1
	 * @param channels at least 1
	 * @param rgb whether the channels are red, green and blue of a colour image
	 *          (then there are three), not three separate measurements
	 * @param bitDepth bits of one stored value: 8, 16 or 32. Told to the user,
	 *          never used to compute
	 * @param pixels in the order C,H,W
	 * @param pixelSize null if not known
	 * @param source where the image came from, for messages: a path or a title
	 */
	public SampleImage(final int width, final int height, final int channels,
		final boolean rgb, final int bitDepth, final Pixels pixels,
		final PixelSize pixelSize, final String source)
	{
		this(width, height, channels, rgb, bitDepth, pixels, pixelSize, source, List
			.of());
	}

	/**
	 * @param width in pixels, at least 1
	 * @param height in pixels, at least 1
	 * @param channels at least 1
	 * @param rgb as for the other constructor
	 * @param bitDepth as for the other constructor
	 * @param pixels in the order C,H,W
	 * @param pixelSize null if not known
	 * @param source a path or a title, for messages
	 * @param channelNames one for each channel, or none if not known; copied
	 */
	public SampleImage(final int width, final int height, final int channels,
		final boolean rgb, final int bitDepth, final Pixels pixels,
		final PixelSize pixelSize, final String source,
		final List<String> channelNames)
	{
		this(width, height, channels, rgb, bitDepth, pixels, pixelSize, source,
			channelNames, false, List.of());
	}

	private SampleImage(final int width, final int height, final int channels,
		final boolean rgb, final int bitDepth, final Pixels pixels,
		final PixelSize pixelSize, final String source,
		final List<String> channelNames, final boolean part,
		final List<String> remarks)
	{
		if (width < 1 || height < 1 || channels < 1 || (long) width * height *
			channels != pixels.size()) throw new IllegalArgumentException(width +
				" x " + height + " x " + channels + " does not match " + pixels.size() +
				" values");
		if (rgb && channels != 3) throw new IllegalArgumentException("RGB with " +
			channels + " channels");
		this.width = width;
		this.height = height;
		this.channels = channels;
		this.rgb = rgb;
		this.bitDepth = bitDepth;
		this.pixels = pixels;
		this.pixelSize = pixelSize;
		this.source = Objects.requireNonNull(source);
		this.channelNames = List.copyOf(channelNames);
		this.part = part;
		this.remarks = List.copyOf(remarks);
	}

	/** @return in pixels */
	public int width() {
		return width;
	}

	/** @return in pixels */
	public int height() {
		return height;
	}

	/** @return the number of channels; 3 for RGB */
	public int channels() {
		return channels;
	}

	/** @return whether the channels are red, green and blue of a colour image */
	public boolean isRgb() {
		return rgb;
	}

	/** @return bits of one stored value: 8, 16 or 32 */
	public int bitDepth() {
		return bitDepth;
	}

	/**
	 * @return one plane, H,W, in a new array: a single channel as it is, of RGB
	 *         0.299, 0.587 and 0.114 (ITU-R BT.601), of other channels the mean
	 */
	public float[] toGray() {
		return ChannelConversion.gray(this);
	}

	/** @return the values in the order C,H,W */
	public Pixels pixels() {
		return pixels;
	}

	/** @return empty if not known */
	public Optional<PixelSize> pixelSize() {
		return Optional.ofNullable(pixelSize);
	}

	/** @return a path or a title, for messages */
	public String source() {
		return source;
	}

	/**
	 * @param region wholly inside this image
	 * @return the pixels of the region in every channel; bit depth, pixel size,
	 *         source and channel names stay those of this image. The whole image
	 *         gives this very object
	 * @throws UserFailure if the region reaches beyond the image
	 */
	public SampleImage crop(final Region region) {
		if (!region.isWithin(width, height)) throw new UserFailure(
			"Expected a region inside the image of " + width + " x " + height +
				" pixels, found " + region + ", in '" + source +
				"'. Mend or remove the region.");
		if (region.width() == width && region.height() == height) return this;
		final int area = region.width() * region.height();
		final float[] values = new float[channels * area];
		int next = 0;
		for (int c = 0; c < channels; c++) {
			for (int row = 0; row < region.height(); row++) {
				final int first = (c * height + region.y() + row) * width + region.x();
				for (int column = 0; column < region.width(); column++) {
					values[next++] = pixels.get(first + column);
				}
			}
		}
		return new SampleImage(region.width(), region.height(), channels, rgb,
			bitDepth, Pixels.of(values), pixelSize, source, channelNames, true,
			remarks);
	}

	/**
	 * @return whether this was cut out of a larger image, so that its values need
	 *         not tell the scale of all values there
	 */
	boolean isPart() {
		return part;
	}

	/** @return one for each channel; empty if not known */
	public List<String> channelNames() {
		return channelNames;
	}

	/**
	 * @param otherPixels as many as this image has, in the order C,H,W
	 * @param otherSource a path or a title, for messages
	 * @return an image that is like this one but for these two
	 */
	public SampleImage with(final Pixels otherPixels, final String otherSource) {
		return new SampleImage(width, height, channels, rgb, bitDepth, otherPixels,
			pixelSize, otherSource, channelNames, part, remarks);
	}

	/**
	 * @return what a user should know of how the file was read, though it was:
	 *         whole sentences, for instance of pages that are left out; usually
	 *         empty
	 */
	public List<String> remarks() {
		return remarks;
	}

	/**
	 * @param newRemarks whole sentences; copied
	 * @return an image that is like this one but for its remarks
	 */
	public SampleImage remarked(final List<String> newRemarks) {
		return new SampleImage(width, height, channels, rgb, bitDepth, pixels,
			pixelSize, source, channelNames, part, newRemarks);
	}
}

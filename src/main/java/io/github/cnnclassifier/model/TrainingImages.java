
package io.github.cnnclassifier.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.github.cnnclassifier.image.BitDepths;
import io.github.cnnclassifier.image.ImageSizes;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.image.PixelSizeRange;

/**
 * What is known of the images that a classifier learned from. Older model files
 * know less.
 *
 * @param largestBitDepth most bits of one stored value: 8, 16 or 32
 * @param storedBitDepths of all of them, the largest as above; empty in files
 *          older than this entry
 * @param pixelSize their median; empty if not known of all
 * @param pixelSizes smallest and largest; empty if not known of all, and in
 *          files older than this entry
 * @param sizes as they were read, regions cut out, before they got the input's
 *          size; where preprocessing resamples to a pixel size, in pixels of
 *          that size. Empty in files older than this entry
 */
public record TrainingImages(int largestBitDepth,
		Optional<BitDepths> storedBitDepths, Optional<PixelSize> pixelSize,
		Optional<PixelSizeRange> pixelSizes, Optional<ImageSizes> sizes)
{

	/**
	 * @throws NullPointerException if a component is null
	 * @throws IllegalArgumentException if the largest of the bit depths is
	 *           another one
	 */
	public TrainingImages {
		Objects.requireNonNull(pixelSize);
		Objects.requireNonNull(pixelSizes);
		Objects.requireNonNull(sizes);
		if (storedBitDepths.isPresent() && storedBitDepths.get()
			.largest() != largestBitDepth) throw new IllegalArgumentException(
				"Expected bit depths up to " + largestBitDepth + ", found " +
					storedBitDepths.get());
	}

	/**
	 * Images of which little is known.
	 *
	 * @param largestBitDepth 8, 16 or 32
	 * @return with nothing else
	 */
	public static TrainingImages ofBitDepth(final int largestBitDepth) {
		return new TrainingImages(largestBitDepth, Optional.empty(), Optional
			.empty(), Optional.empty(), Optional.empty());
	}

	/**
	 * @param size the median
	 * @return the same images with this pixel size
	 */
	public TrainingImages withPixelSize(final PixelSize size) {
		return new TrainingImages(largestBitDepth, storedBitDepths, Optional.of(
			size), pixelSizes, sizes);
	}

	/**
	 * @param range smallest and largest
	 * @return the same images with pixel sizes of this range
	 */
	public TrainingImages withPixelSizes(final PixelSizeRange range) {
		return new TrainingImages(largestBitDepth, storedBitDepths, pixelSize,
			Optional.of(range), sizes);
	}

	/**
	 * @param others in pixels
	 * @return the same images with these sizes
	 */
	public TrainingImages withSizes(final ImageSizes others) {
		return new TrainingImages(largestBitDepth, storedBitDepths, pixelSize,
			pixelSizes, Optional.of(others));
	}

	/** @return the bit depths as far as they are known */
	public BitDepths bitDepths() {
		return storedBitDepths.orElseGet(() -> BitDepths.of(List.of(
			largestBitDepth)));
	}
}


package io.github.cnnclassifier.model;

import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.image.BitDepths;
import io.github.cnnclassifier.image.ImageSizes;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.image.PixelSizeRange;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.Preprocessing;

/**
 * Everything that is known of a classifier besides its weights: the content of
 * classifier.json. Immutable.
 *
 * @param name for people, any characters, not blank
 * @param labels the classes in the order of the network's outputs
 * @param architecture the layers
 * @param preprocessing the way from pixels to the network's input
 * @param planes what became of stacks in training; null in files older than
 *          plane policies, where a stack was an error
 * @param expectedBitDepth most bits of one stored value of the training images:
 *          8, 16 or 32
 * @param bitDepths of the training images, the largest as above; null in files
 *          older than this entry
 * @param pixelSize median of the training images; null if not known of all
 * @param pixelSizes smallest and largest of the training images; null if not
 *          known of all, and in files older than this entry
 * @param imageSizes of the training images as they were read, regions cut out,
 *          before they got the input's size; where preprocessing resamples to a
 *          pixel size, in pixels of that size. Null in files older than this
 *          entry
 * @param training how it came about
 * @param metrics figures by name, for instance validation.accuracy (0 to 1);
 *          NaN for an undefined one; copied, order kept
 */
public record ClassifierDescription(String name, ClassLabels labels,
		Architecture architecture, Preprocessing preprocessing, PlanePolicy planes,
		int expectedBitDepth, BitDepths bitDepths, PixelSize pixelSize,
		PixelSizeRange pixelSizes, ImageSizes imageSizes, TrainingRecord training,
		Map<String, Double> metrics)
{

	/**
	 * @throws IllegalArgumentException if the name is blank, or the largest bit
	 *           depth is another one
	 */
	public ClassifierDescription {
		if (name.isBlank()) throw new IllegalArgumentException("Blank name");
		if (bitDepths != null && bitDepths.largest() != expectedBitDepth)
			throw new IllegalArgumentException("Expected bit depths up to " +
				expectedBitDepth + ", found " + bitDepths);
		metrics = Ordered.view(Ordered.copy(metrics));
	}

	/**
	 * A description that says nothing about stacks, the range of pixel sizes,
	 * smaller bit depths and the size of the images.
	 *
	 * @param name for people
	 * @param labels the classes in the order of the network's outputs
	 * @param architecture the layers
	 * @param preprocessing the way from pixels to the network's input
	 * @param expectedBitDepth 8, 16 or 32
	 * @param pixelSize null if not known
	 * @param training how it came about
	 * @param metrics figures by name
	 */
	public ClassifierDescription(final String name, final ClassLabels labels,
		final Architecture architecture, final Preprocessing preprocessing,
		final int expectedBitDepth, final PixelSize pixelSize,
		final TrainingRecord training, final Map<String, Double> metrics)
	{
		this(name, labels, architecture, preprocessing, null, expectedBitDepth,
			null, pixelSize, null, null, training, metrics);
	}

	/** @return the bit depths of the training images as far as they are known */
	public BitDepths trainedDepths() {
		return bitDepths == null ? BitDepths.of(List.of(expectedBitDepth))
			: bitDepths;
	}

	/** @return what decides the shapes of the network */
	public NetworkSpec networkSpec() {
		return new NetworkSpec(architecture, new InputShape(preprocessing
			.channels(), preprocessing.height(), preprocessing.width()), labels
				.size());
	}
}

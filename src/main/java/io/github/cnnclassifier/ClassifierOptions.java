
package io.github.cnnclassifier;

import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.model.UnlikeUse;
import io.github.cnnclassifier.workflow.InputOverrides;

/**
 * What the user of a classifier wants, in the words of macros and the start
 * script.
 *
 * @param channels as the key {@code channels}
 * @param range as the key {@code range}
 * @param pixelSize as the key {@code pixelSize}
 * @param threshold which answers count
 */
record ClassifierOptions(String channels, String range, String pixelSize,
		Threshold threshold)
{

	/**
	 * Images are taken as the model says, and so is every answer for an image
	 * like the training images.
	 */
	static final ClassifierOptions NONE = new ClassifierOptions(
		InputOverrides.AUTO, InputOverrides.AUTO, InputOverrides.AUTO,
		new Threshold(0, UnlikeUse.AUTO));

	ClassifierOptions withChannels(final String others) {
		return new ClassifierOptions(others, range, pixelSize, threshold);
	}

	ClassifierOptions withRange(final IntensityRange other) {
		return new ClassifierOptions(channels, other.toString(), pixelSize,
			threshold);
	}

	ClassifierOptions withPixelSize(final String other) {
		return new ClassifierOptions(channels, range, other, threshold);
	}

	ClassifierOptions withThreshold(final Threshold other) {
		return new ClassifierOptions(channels, range, pixelSize, other);
	}

	/** @return what concerns the images, checked */
	InputOverrides input() {
		return InputOverrides.parse(channels, range, pixelSize);
	}
}

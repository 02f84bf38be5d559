
package io.github.cnnclassifier;

import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.workflow.InputWishes;

/**
 * What the user of a classifier wishes, in the words of macros and the start
 * script.
 *
 * @param channels as the key {@code channels}
 * @param range as the key {@code range}
 * @param pixelSize as the key {@code pixelSize}
 * @param threshold which answers count
 */
record Wishes(String channels, String range, String pixelSize,
		Threshold threshold)
{

	/** Images are taken as the model says, and so is every answer. */
	static final Wishes NONE = new Wishes(InputWishes.AUTO, InputWishes.AUTO,
		InputWishes.AUTO, Threshold.NONE);

	Wishes withChannels(final String others) {
		return new Wishes(others, range, pixelSize, threshold);
	}

	Wishes withRange(final IntensityRange other) {
		return new Wishes(channels, other.toString(), pixelSize, threshold);
	}

	Wishes withPixelSize(final String other) {
		return new Wishes(channels, range, other, threshold);
	}

	Wishes withThreshold(final Threshold other) {
		return new Wishes(channels, range, pixelSize, other);
	}

	/** @return what concerns the images, checked */
	InputWishes input() {
		return InputWishes.parse(channels, range, pixelSize);
	}
}


package io.github.cnnclassifier.archive;

import java.util.Arrays;

import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.model.ClassifierDescription;

/**
 * The image that a model is tested with when it is opened: of the size and the
 * channels of its input, and of nobody's making. It stands for a model of whose
 * training images none is at hand.
 */
public final class SelfTestImage {

	private SelfTestImage() {}

	/**
	 * @param model what a model file says of itself
	 * @return the first image of its self-test
	 */
	public static SampleImage of(final ClassifierDescription model) {
		final Preprocessing p = model.preprocessing();
		final float[] all = TestInput.pixels(p);
		final boolean rgb = p.channels() == 3 && p.channelRule().equals(
			ChannelRule.RGB);
		return new SampleImage(p.width(), p.height(), p.channels(), rgb, model
			.images().largestBitDepth(), Pixels.of(Arrays.copyOf(all, all.length /
				TestInput.SAMPLES)), null, model.name());
	}
}


package io.github.cnnclassifier.image;

import java.util.List;

import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;

/**
 * What is checked or done before all other steps of preprocessing with an image
 * that is given to a finished model. Never stored: it belongs to the images at
 * hand, not to the model. Immutable and thread-safe.
 */
public sealed interface InputRule {

	/** Images are taken as they are. */
	InputRule NONE = new None();

	/**
	 * @param image any
	 * @return the image that the other steps get
	 * @throws UserFailure if the image does not fit; the message tells expected,
	 *           found and what to do
	 */
	SampleImage applied(SampleImage image);

	/**
	 * @param next follows this one
	 * @return both
	 */
	default InputRule then(final InputRule next) {
		if (next instanceof None) return this;
		return this instanceof None ? next : new Sequence(this, next);
	}

	/** Changes and refuses nothing. */
	record None() implements InputRule {

		@Override
		public SampleImage applied(final SampleImage image) {
			return image;
		}
	}

	/**
	 * Two rules.
	 *
	 * @param first gets the image
	 * @param second gets what the first one made of it
	 */
	record Sequence(InputRule first, InputRule second) implements InputRule {

		@Override
		public SampleImage applied(final SampleImage image) {
			return second.applied(first.applied(image));
		}
	}

	/**
	 * An image whose pixel size is known and clearly another one is refused.
	 *
	 * @param expected the sizes of the training images
	 */
	record ExpectedPixelSize(PixelSizeRange expected) implements InputRule {

		@Override
		public SampleImage applied(final SampleImage image) {
			final PixelSize found = image.pixelSize().orElse(null);
			if (found == null || !expected.isClearlyOutside(found)) return image;
			throw new UserFailure("Expected pixels of " + expected +
				", as in the training images, found " + expected.inItsUnit(found) +
				" in '" + image.source() +
				"'. pixelSize=match resamples the image to the model's " +
				"pixel size, pixelSize=ignore takes it as it is. If the image states a " +
				"wrong size, mend it (in ImageJ: Image > Properties...).", List.of(Mend
					.of("Resample the image", "pixelSize", "match"), Mend.of(
						"Take it as it is", "pixelSize", "ignore")));
		}
	}

	/**
	 * The image becomes what it would be with pixels of another size.
	 *
	 * @param target the size that all pixels get
	 */
	record Resampled(PixelSize target) implements InputRule {

		@Override
		public SampleImage applied(final SampleImage image) {
			return new PixelSizeResampling(target).resampled(image);
		}
	}

	/**
	 * An image is refused if its values fit the range only because it was stored
	 * on another scale, so that the network would see nothing but black.
	 *
	 * @param depths of the training images
	 * @param range of their values, which becomes 0 to 1
	 */
	record ExpectedScale(BitDepths depths, IntensityRange range)
			implements
				InputRule
	{

		@Override
		public SampleImage applied(final SampleImage image) {
			BitDepthCheck.requireScale(image, depths, range);
			return image;
		}
	}
}

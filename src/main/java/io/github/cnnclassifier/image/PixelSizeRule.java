
package io.github.cnnclassifier.image;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * What is done about the pixel size of an image before all other steps. Never
 * stored: it belongs to the images at hand, not to the model. Immutable and
 * thread-safe.
 */
public sealed interface PixelSizeRule {

	/** Pixels are taken whatever their size. */
	PixelSizeRule ANY = new Any();

	/**
	 * @param image any
	 * @return the image that the other steps get
	 * @throws UserFailure if the image does not fit; the message tells expected,
	 *           found and what to do
	 */
	SampleImage applied(SampleImage image);

	/** The image stays as it is. */
	record Any() implements PixelSizeRule {

		@Override
		public SampleImage applied(final SampleImage image) {
			return image;
		}
	}

	/**
	 * An image whose pixel size is known and clearly another one is refused.
	 *
	 * @param expected the sizes of the training images
	 */
	record Expected(PixelSizeRange expected) implements PixelSizeRule {

		@Override
		public SampleImage applied(final SampleImage image) {
			final PixelSize found = image.pixelSize().orElse(null);
			if (found == null || !expected.isClearlyOutside(found)) return image;
			throw new UserFailure("Expected pixels of " + expected +
				", as in the training images, found " + found + " in '" + image
					.source() + "'. pixelSize=match resamples the image to the model's " +
				"pixel size, pixelSize=ignore takes it as it is. If the image states a " +
				"wrong size, mend it (in ImageJ: Image > Properties...).");
		}
	}

	/**
	 * The image becomes what it would be with pixels of another size.
	 *
	 * @param target the size that all pixels get
	 */
	record Resampled(PixelSize target) implements PixelSizeRule {

		@Override
		public SampleImage applied(final SampleImage image) {
			return new PixelSizeMatch(target).resampled(image);
		}
	}
}

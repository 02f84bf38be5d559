
package io.github.cnnclassifier.workflow;

import io.github.cnnclassifier.image.ImageSize;
import io.github.cnnclassifier.image.ImageSizes;
import io.github.cnnclassifier.image.InputRule;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.inference.Classifier;

/**
 * How much a network was shown of its training images, to compare with what it
 * is shown now. Only that counts: what a rule cuts off does not, and where
 * images are resampled to a pixel size, their size after that does.
 *
 * @param preprocessing of the images at hand
 * @param sizes of the training images; null if the model does not tell
 */
public record TrainedSize(Preprocessing preprocessing, ImageSizes sizes) {

	/** Two are a close view, or a careless crop. */
	private static final int MANY = 3;

	/**
	 * @param classifier with its preprocessing for the images at hand
	 * @return what it tells of its training images
	 */
	public static TrainedSize of(final Classifier classifier) {
		return new TrainedSize(classifier.preprocessing(), classifier.trainedSizes()
			.orElse(null));
	}

	/** @return whether the model tells the sizes of its training images */
	public boolean isKnown() {
		return sizes != null;
	}

	/**
	 * @return what the network saw of a training image of the median size; if
	 *         that is not known, the size of the network's input
	 */
	public ImageSize usual() {
		return isKnown() ? preprocessing.shown(sizes.median()) : new ImageSize(
			preprocessing.width(), preprocessing.height());
	}

	/**
	 * @param own size of the pixels of an image at hand; not needed where nothing
	 *          is resampled to a pixel size
	 * @return the usual size in pixels of that image, rounded up
	 */
	public ImageSize usual(final PixelSize own) {
		final PixelSize target = target();
		if (target == null) return usual();
		final PixelSize size = own.in(target.unit()).orElseThrow();
		return new ImageSize((int) Math.ceil(usual().width() * target.width() / size
			.width()), (int) Math.ceil(usual().height() * target.height() / size
				.height()));
	}

	/**
	 * @param size of a part of an image at hand, in its own pixels
	 * @param own size of these; not needed where nothing is resampled to a pixel
	 *          size
	 * @return whether the network is shown clearly more or less than it learned
	 *         from; false if that is not known
	 */
	public boolean isUnlike(final ImageSize size, final PixelSize own) {
		return isKnown() && new ImageSizes(preprocessing.shown(sizes.smallest()),
			usual(), preprocessing.shown(sizes.largest())).isClearlyOutside(
				preprocessing.shown(resampled(size, own)));
	}

	/**
	 * @param size of an image at hand, in its own pixels
	 * @param own size of these; not needed where nothing is resampled to a pixel
	 *          size
	 * @return whether many training images fit into it, side by side; false if
	 *         their sizes are not known
	 */
	boolean isFarSmallerThan(final ImageSize size, final PixelSize own) {
		if (!isKnown()) return false;
		final ImageSize seen = resampled(size, own);
		return seen.width() >= MANY * sizes.largest().width() && seen
			.height() >= MANY * sizes.largest().height();
	}

	private ImageSize resampled(final ImageSize size, final PixelSize own) {
		return target() == null ? size : size.resampled(own, target());
	}

	/** @return for instance "64 x 64 pixels, at 0.5 micron a pixel"; if known */
	public String images() {
		return sizes + (target() == null ? "" : ", at " + target() + " a pixel");
	}

	/** @return the size and, if it differs, what it is once resampled */
	public String words(final ImageSize size, final PixelSize own) {
		final ImageSize resampled = resampled(size, own);
		return resampled.equals(size) ? size.toString() : size + " (resampled " +
			resampled + ")";
	}

	/**
	 * @return the pixel size to which images are resampled, by the model or
	 *         because the user wished it; null for none
	 */
	public PixelSize target() {
		return preprocessing.pixelSize() != null ? preprocessing.pixelSize()
			: target(preprocessing.given());
	}

	private static PixelSize target(final InputRule rule) {
		if (rule instanceof final InputRule.Resampled resampled) return resampled
			.target();
		if (!(rule instanceof final InputRule.Sequence both)) return null;
		final PixelSize first = target(both.first());
		return first != null ? first : target(both.second());
	}
}

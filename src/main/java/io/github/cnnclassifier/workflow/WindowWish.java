
package io.github.cnnclassifier.workflow;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.InputRule;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.ResizeRule;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.inference.WindowAxis;
import io.github.cnnclassifier.inference.WindowGrid;

/**
 * What a user says of the windows of a map.
 *
 * @param window width in pixels of the image, the height being in proportion to
 *          the model's input; 0 for as many pixels as the model's input has,
 *          seen with the model's pixel size where it has one
 * @param stride from window to window in pixels of the image; 0 for a quarter
 *          of the window
 */
public record WindowWish(int window, int stride) {

	private static final int STRIDES_IN_WINDOW = 4;

	/** @throws WrongUsage if a number is below 0 */
	public WindowWish {
		if (window < 0 || stride < 0) throw new WrongUsage(
			"Expected window and stride to be 0 or more, found " + window + " and " +
				stride + ".");
	}

	/**
	 * @param image to be mapped
	 * @param preprocessing of each window
	 * @return the windows
	 * @throws UserFailure if the image is smaller than a window, the stride is
	 *           larger, or the image does not fit the preprocessing
	 */
	WindowGrid grid(final SampleImage image, final Preprocessing preprocessing) {
		final int width = width(image, preprocessing);
		final int height = height(image, preprocessing, width);
		if (width > image.width() || height > image.height()) throw new UserFailure(
			"Expected an image of at least one window of " + width + " x " + height +
				" pixels, found " + image.width() + " x " + image.height() + " in '" +
				image.source() +
				"'. Choose a smaller window, or use Classify Image with CNN....");
		if (stride > Math.min(width, height)) throw new UserFailure(
			"Expected a stride of at most the window, " + width + " x " + height +
				" pixels, found stride=" + stride +
				": pixels between the windows would have no class.");
		return new WindowGrid(axis(image.width(), width), axis(image.height(),
			height));
	}

	private WindowAxis axis(final int length, final int size) {
		return new WindowAxis(length, size, stride > 0 ? stride : Math.max(1, size /
			STRIDES_IN_WINDOW));
	}

	private int width(final SampleImage image, final Preprocessing p) {
		final PixelSize target = target(p);
		if (window > 0) {
			if (p.resize() == ResizeRule.NONE && window != p.width())
				throw new UserFailure("Expected window=0, as the model resizes " +
					"nothing, found window=" + window + ". Leave the setting out.");
			return window;
		}
		return target == null ? p.width() : (int) Math.ceil(p.width() * target
			.width() / found(image, p, target).width());
	}

	private int height(final SampleImage image, final Preprocessing p,
		final int width)
	{
		final PixelSize target = target(p);
		if (window > 0 || target == null) return Math.max(1, (int) Math.round(
			(double) width * p.height() / p.width()));
		return (int) Math.ceil(p.height() * target.height() / found(image, p,
			target).height());
	}

	/** @return the pixel size to which windows are resampled; null for none */
	private static PixelSize target(final Preprocessing p) {
		return p.pixelSize() != null ? p.pixelSize() : target(p.given());
	}

	private static PixelSize target(final InputRule rule) {
		if (rule instanceof final InputRule.Resampled resampled) return resampled
			.target();
		if (!(rule instanceof final InputRule.Sequence both)) return null;
		final PixelSize first = target(both.first());
		return first != null ? first : target(both.second());
	}

	private static PixelSize found(final SampleImage image, final Preprocessing p,
		final PixelSize target)
	{
		// fails in its own words if the pixel size is unknown or does not fit
		p.resized(image.crop(new Region(0, 0, 1, 1)));
		return image.pixelSize().orElseThrow().in(target.unit()).orElseThrow();
	}
}


package io.github.cnnclassifier.workflow.map;

import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ImageSize;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.ResizeRule;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.inference.WindowAxis;
import io.github.cnnclassifier.inference.WindowGrid;
import io.github.cnnclassifier.workflow.TrainedSize;

/**
 * What a user says of the windows of a map.
 *
 * @param window width in pixels of the image, the height being in proportion to
 *          the windows of 0; 0 for what the network saw of a training image of
 *          median size, or for as many pixels as the model's input has if the
 *          model does not tell that, with the model's pixel size where it has
 *          one
 * @param stride from window to window in pixels of the image; 0 for a quarter
 *          of the window
 */
public record RequestedWindow(int window, int stride) {

	private static final int STRIDES_IN_WINDOW = 4;

	/** @throws WrongUsage if a number is below 0 */
	public RequestedWindow {
		if (window < 0 || stride < 0) throw new WrongUsage(
			"Expected window and stride to be 0 or more, found " + window + " and " +
				stride + ".");
	}

	/**
	 * @param image to be mapped
	 * @param trained how much the network was shown
	 * @return how large each window is, in pixels of the image
	 * @throws UserFailure if the image does not fit the preprocessing, or windows
	 *           cannot have another size
	 */
	public ImageSize size(final SampleImage image, final TrainedSize trained) {
		if (window > 0 && trained.preprocessing().resize() == ResizeRule.NONE)
			return ofInput(trained.preprocessing());
		final ImageSize usual = trained.usual(pixelSize(image, trained));
		return window == 0 ? usual : new ImageSize(window, (int) Math.max(1, Math
			.round((double) window * usual.height() / usual.width())));
	}

	private ImageSize ofInput(final Preprocessing p) {
		if (window != p.width()) throw new UserFailure(
			"Expected window=0, as the model resizes nothing, found window=" +
				window + ". Leave the setting out.", List.of(Mend.of(
					"Take the window of the model", "window", "0")));
		return new ImageSize(p.width(), p.height());
	}

	/**
	 * @param image to be mapped
	 * @param size of each window
	 * @param trained how much the network was shown
	 * @return the windows
	 * @throws UserFailure if the image is smaller than a window, or the stride is
	 *           larger
	 */
	public WindowGrid grid(final SampleImage image, final ImageSize size,
		final TrainedSize trained)
	{
		if (size.width() > image.width() || size.height() > image.height())
			throw new UserFailure("Expected an image of at least one window of " +
				size + ", found " + image.width() + " x " + image.height() + " in '" +
				image.source() +
				"'. Choose a smaller window, or use Classify Image with CNN....",
				smaller(image, size, trained));
		if (stride > Math.min(size.width(), size.height())) throw new UserFailure(
			"Expected a stride of at most the window, " + size + ", found stride=" +
				stride + ": pixels between the windows would have no class.", List.of(
					Mend.of("Take a quarter of the window", "stride", "0")));
		return new WindowGrid(axis(image.width(), size.width()), axis(image
			.height(), size.height()));
	}

	/** The largest window that the image holds. */
	private static List<Mend> smaller(final SampleImage image,
		final ImageSize size, final TrainedSize trained)
	{
		if (trained.preprocessing().resize() == ResizeRule.NONE) return List.of();
		final int width = Math.min(image.width(), (int) ((long) image.height() *
			size.width() / size.height()));
		return width < 1 ? List.of() : List.of(Mend.of("Take windows of " + width +
			" pixels", "window", Integer.toString(width)));
	}

	private WindowAxis axis(final int length, final int size) {
		return new WindowAxis(length, size, stride > 0 ? stride : Math.max(1, size /
			STRIDES_IN_WINDOW));
	}

	/**
	 * @param image to be mapped
	 * @param size of each window
	 * @param trained how much the network was shown
	 * @return a sentence on where the size comes from, or that it is unlike the
	 *         training images; empty if the user's is like theirs or that is not
	 *         known
	 */
	public Optional<String> notice(final SampleImage image, final ImageSize size,
		final TrainedSize trained)
	{
		if (window == 0) return Optional.of("Windows of " + size + ": " + reason(
			trained) + ".");
		final PixelSize own = image.pixelSize().orElse(null);
		if (!trained.isUnlike(size, own)) return Optional.empty();
		return Optional.of("Warning: Windows of " + trained.words(size, own) +
			" are unlike the training images, " + trained.images() +
			", so classes may be wrong. window=0 takes their size.");
	}

	private static String reason(final TrainedSize trained) {
		if (!trained.isKnown()) return "the size of the model's input, as the " +
			"model does not tell how large its training images were";
		return (trained.usual().equals(trained.sizes().median())
			? "the size of the training images, "
			: "what the network saw of its training images, ") + trained.images();
	}

	private static PixelSize pixelSize(final SampleImage image,
		final TrainedSize trained)
	{
		// fails in its own words if the pixel size is unknown or does not fit
		if (trained.target() != null) trained.preprocessing().resized(image.crop(
			new Region(0, 0, 1, 1)));
		return image.pixelSize().orElse(null);
	}
}

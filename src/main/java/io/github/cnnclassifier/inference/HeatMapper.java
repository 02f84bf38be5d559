
package io.github.cnnclassifier.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ImageSize;
import io.github.cnnclassifier.image.InputAxis;
import io.github.cnnclassifier.image.InputFrame;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.inference.HeatGrid.Places;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.TimedStage;

/**
 * Makes heat maps: which places of an image speak for a class. Networks are
 * made when they are needed first and hold memory outside the Java heap until
 * this is closed. Thread-safe: one map after the other.
 */
public final class HeatMapper implements AutoCloseable {

	/** With fewer places along an axis, occlusion is the finer of the two. */
	private static final int LEAST_PLACES = 12;

	private final ClassLabels labels;
	private final HeatNetworks networks;

	/**
	 * @param labels in the order of the network's outputs
	 * @param engine makes the networks
	 * @param spec of the network
	 * @param weights that fit the spec
	 */
	public HeatMapper(final ClassLabels labels, final Engine engine,
		final NetworkSpec spec, final Weights weights)
	{
		this.labels = labels;
		networks = new HeatNetworks(engine, spec, weights);
	}

	/** @return the classes in the order of the network's outputs */
	public ClassLabels labels() {
		return labels;
	}

	/**
	 * @param wish of the user
	 * @return what is used for it
	 * @throws UserFailure if the network does not allow it
	 */
	public HeatMethod method(final HeatMethod wish) {
		if (wish == HeatMethod.OCCLUSION) return wish;
		final Optional<String> against = impossible();
		if (wish == HeatMethod.AUTO) return against.or(this::doubtful).isPresent()
			? HeatMethod.OCCLUSION : HeatMethod.GRAD_CAM;
		against.ifPresent(reason -> {
			throw new UserFailure("Expected a network that Grad-CAM can look into, " +
				"found '" + name() + "', where " + reason +
				". Use method=occlusion, which any network allows.", List.of(Mend.of(
					"Use occlusion", "method", HeatMethod.OCCLUSION.label())));
		});
		return wish;
	}

	/**
	 * @param wish of the user
	 * @return why Grad-CAM is not used though the choice is free, a sentence;
	 *         empty if it is used, or a method was asked for
	 */
	public Optional<String> remark(final HeatMethod wish) {
		if (wish != HeatMethod.AUTO) return Optional.empty();
		return impossible().or(this::doubtful).map(
			reason -> "The map is made by occlusion, not by Grad-CAM: in the network '" +
				name() + "' " + reason + ".");
	}

	private String name() {
		return networks.spec().architecture().name();
	}

	private Optional<String> impossible() {
		if (networks.places().isEmpty()) return Optional.of(
			"there is no convolution");
		return networks.isEndKnown() ? Optional.empty() : Optional.of(
			"the end is not understood");
	}

	private Optional<String> doubtful() {
		final LastPlaces last = networks.places().orElseThrow();
		if (!last.isAveraged()) return Optional.of(
			"places do not count alike behind the last convolution");
		return Math.min(last.width(), last.height()) >= LEAST_PLACES ? Optional
			.empty() : Optional.of("the last convolution has only " + last.width() +
				" x " + last.height() + " places");
	}

	/**
	 * The maps of many images, one after the other.
	 *
	 * @param items in the order of the maps
	 * @param preprocessing of the model, for the images at hand
	 * @param method wished
	 * @param longestSide of a map in pixels, at least 1, for small pictures; 0
	 *          for maps of the size of their images
	 * @param progress shows and cancels; told {@link #remark}
	 * @return one for each item, or the reason why there is none
	 * @throws WrongUsage if there is no such class; then no image is read
	 * @throws UserFailure if the network does not allow the method
	 * @throws CanceledException if the user stopped the run
	 * @throws IllegalStateException if this is closed
	 */
	public List<ItemOutcome<HeatMap>> maps(final List<HeatItem> items,
		final Preprocessing preprocessing, final HeatMethod method,
		final int longestSide, final Progress progress)
	{
		items.forEach(item -> index(item.className()));
		final HeatMethod used = method(method);
		remark(method).ifPresent(progress::message);
		final List<ItemOutcome<HeatMap>> maps = new ArrayList<>();
		for (int i = 0; i < items.size(); i++) {
			final HeatItem item = items.get(i);
			final Progress stage = new TimedStage(progress, words(i, items.size()),
				(double) i / items.size(), (i + 1.0) / items.size());
			stage.checkCanceled();
			stage.update(0, "");
			maps.add(ItemOutcome.of(() -> {
				final SampleImage image = item.source().read();
				return map(image, preprocessing, item.className(), used, size(image,
					longestSide), stage);
			}));
		}
		return List.copyOf(maps);
	}

	private static String words(final int index, final int count) {
		return count == 1 ? "Looking for what matters" : "Heat map " + (index + 1) +
			" of " + count;
	}

	private static ImageSize size(final SampleImage image, final int longest) {
		final double shrink = longest == 0 ? 1 : Math.min(1, (double) longest / Math
			.max(image.width(), image.height()));
		return new ImageSize(shrunk(image.width(), shrink), shrunk(image.height(),
			shrink));
	}

	private static int shrunk(final int length, final double shrink) {
		return (int) Math.max(1, Math.round(length * shrink));
	}

	/**
	 * The map of an image.
	 *
	 * @param image any that fits
	 * @param preprocessing of the model, for the image at hand
	 * @param className a class of the model; empty for the one that is predicted
	 * @param method wished
	 * @param progress shows and cancels
	 * @return of the size of the image
	 * @throws WrongUsage if there is no such class
	 * @throws UserFailure if the image does not fit the model, or the network
	 *           does not allow the method
	 * @throws CanceledException if the user stopped the run
	 * @throws IllegalStateException if this is closed
	 */
	public HeatMap map(final SampleImage image, final Preprocessing preprocessing,
		final String className, final HeatMethod method, final Progress progress)
	{
		return map(image, preprocessing, className, method, ImageSize.of(image),
			progress);
	}

	/** All of the image, in another size. */
	private synchronized HeatMap map(final SampleImage image,
		final Preprocessing preprocessing, final String className,
		final HeatMethod method, final ImageSize size, final Progress progress)
	{
		final OptionalInt label = index(className);
		final HeatMethod used = method(method);
		final float[] input = preprocessing.apply(image);
		final InputFrame frame = preprocessing.frame(image);
		progress.checkCanceled();
		final Prediction prediction = networks.predict(input);
		final int index = label.orElse(prediction.labelIndex());
		final HeatGrid grid = grid(input, frame, index, used, progress);
		return new HeatMap(size.width(), size.height(), grid.over(frame, image
			.width(), image.height(), size.width(), size.height()), index, prediction
				.probabilities()[index], used, grid.evidence());
	}

	private HeatGrid grid(final float[] input, final InputFrame frame,
		final int label, final HeatMethod method, final Progress progress)
	{
		if (isBlank(input, frame)) return flat(frame);
		return method == HeatMethod.GRAD_CAM ? networks.gradCam(input, label)
			: networks.occlusion(input, frame, label, progress);
	}

	/** No place of an even image differs from another one. */
	private boolean isBlank(final float[] input, final InputFrame frame) {
		final int width = networks.spec().input().width();
		final int area = width * networks.spec().input().height();
		final InputAxis columns = frame.horizontal();
		final InputAxis rows = frame.vertical();
		for (int c = 0; c < networks.spec().input().channels(); c++) {
			final int first = c * area + rows.first() * width + columns.first();
			for (int y = 0; y < rows.shown(); y++) {
				for (int x = 0; x < columns.shown(); x++) {
					if (input[first + y * width + x] != input[first]) return false;
				}
			}
		}
		return true;
	}

	private static HeatGrid flat(final InputFrame frame) {
		return new HeatGrid(new Places(frame.horizontal().first(), 1, 1),
			new Places(frame.vertical().first(), 1, 1), new double[1], 0);
	}

	private OptionalInt index(final String className) {
		if (className.isEmpty()) return OptionalInt.empty();
		final int index = labels.indexOf(className);
		if (index < 0) throw new WrongUsage(
			"Expected className to be one of the classes " + String.join(", ", labels
				.names()) + ", or empty for the predicted one, found '" + className +
				"'.", Mend.of("Take the predicted class", "className", ""));
		return OptionalInt.of(index);
	}

	/** Waits for a map that is being made. A second call does nothing. */
	@Override
	public synchronized void close() {
		networks.close();
	}
}

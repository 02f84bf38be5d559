
package io.github.cnnclassifier.inference;

import java.util.Optional;
import java.util.OptionalInt;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.MemoryPlan;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageSize;
import io.github.cnnclassifier.image.InputFrame;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.inference.HeatGrid.Places;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/**
 * Makes heat maps: which places of an image speak for a class. Networks are made
 * when they are needed first and hold memory outside the Java heap until this
 * is closed. Thread-safe: one map after the other.
 */
public final class HeatMapper implements AutoCloseable {

	/** A map with fewer places along an axis is too coarse to be chosen. */
	private static final int LEAST_PLACES = 7;

	private final Engine engine;
	private final NetworkSpec spec;
	private final Weights weights;
	private final Optional<LastPlaces> places;
	private final Optional<NetworkHead> head;
	private Network network;
	private GradCam gradCam;
	private boolean closed;

	/**
	 * @param engine makes the networks
	 * @param spec of the network
	 * @param weights that fit the spec
	 */
	public HeatMapper(final Engine engine, final NetworkSpec spec,
		final Weights weights)
	{
		this.engine = engine;
		this.spec = spec;
		this.weights = weights;
		places = LastPlaces.of(NetworkPlan.of(spec));
		head = places.flatMap(p -> NetworkHead.of(p.head(), weights));
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
				"found '" + spec.architecture().name() + "', where " + reason +
				". Use method=occlusion, which any network allows.");
		});
		return wish;
	}

	/**
	 * @param wish of the user
	 * @return why Grad-CAM is not used for it, a sentence; empty if it is, or was
	 *         not asked for
	 */
	public Optional<String> remark(final HeatMethod wish) {
		if (wish != HeatMethod.AUTO) return Optional.empty();
		return impossible().or(this::doubtful).map(
			reason -> "The map is made by occlusion, not by Grad-CAM: in the network '" +
				spec.architecture().name() + "' " + reason + ".");
	}

	private Optional<String> impossible() {
		if (places.isEmpty()) return Optional.of("there is no convolution");
		return head.isPresent() ? Optional.empty() : Optional.of(
			"the end is not understood");
	}

	private Optional<String> doubtful() {
		final LastPlaces last = places.orElseThrow();
		if (Math.min(last.width(), last.height()) < LEAST_PLACES) return Optional
			.of("the last convolution has only " + last.width() + " x " + last
				.height() + " places");
		return last.isAveraged() ? Optional.empty() : Optional.of(
			"places do not count alike behind the last convolution");
	}

	/**
	 * The map of a whole image, of its size.
	 *
	 * @param image any that fits
	 * @param preprocessing of the model, for the image at hand
	 * @param label of the class, 0-based; empty for the one that is predicted
	 * @param method wished
	 * @param progress shows and cancels
	 * @return of the size of the image
	 * @throws UserFailure if the image does not fit the model, or the network the
	 *           method
	 * @throws CanceledException if the user stopped the run
	 * @throws IllegalStateException if this is closed
	 */
	public HeatMap map(final SampleImage image,
		final Preprocessing preprocessing, final OptionalInt label,
		final HeatMethod method, final Progress progress)
	{
		return map(image, preprocessing, label, method, ImageSize.of(image),
			progress);
	}

	/**
	 * The map of an image that is shown in another size.
	 *
	 * @param image any that fits
	 * @param preprocessing of the model, for the image at hand
	 * @param label of the class, 0-based; empty for the one that is predicted
	 * @param method wished
	 * @param size of the map in pixels
	 * @param progress shows and cancels
	 * @return of that size, all of the image
	 * @throws UserFailure if the image does not fit the model, or the network the
	 *           method
	 * @throws CanceledException if the user stopped the run
	 * @throws IllegalStateException if this is closed
	 */
	public synchronized HeatMap map(final SampleImage image,
		final Preprocessing preprocessing, final OptionalInt label,
		final HeatMethod method, final ImageSize size, final Progress progress)
	{
		if (closed) throw new IllegalStateException("The classifier is closed");
		final HeatMethod used = method(method);
		final float[] input = preprocessing.apply(image);
		final InputFrame frame = preprocessing.frame(image);
		progress.checkCanceled();
		final Prediction prediction = new Prediction(network().predict(input, 1));
		final int index = label.orElse(prediction.labelIndex());
		final HeatGrid grid = isBlank(input, frame) ? flat(frame)
			: used == HeatMethod.GRAD_CAM ? gradCam().of(input, index)
				: new Occlusion(network(), spec, MemoryPlan.predictionBatch(engine,
					spec)).of(input, frame, index, progress);
		return new HeatMap(size.width(), size.height(), grid.over(frame, image
			.width(), image.height(), size.width(), size.height()), index, prediction
				.probabilities()[index], used, grid.evidence());
	}

	/** No place of an even image differs from another one. */
	private boolean isBlank(final float[] input, final InputFrame frame) {
		final int width = spec.input().width();
		final int area = width * spec.input().height();
		for (int c = 0; c < spec.input().channels(); c++) {
			final int first = c * area + frame.vertical().first() * width + frame
				.horizontal().first();
			for (int y = 0; y < frame.vertical().shown(); y++) {
				for (int x = 0; x < frame.horizontal().shown(); x++) {
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

	private Network network() {
		if (network == null) network = engine.load(spec, weights);
		return network;
	}

	private GradCam gradCam() {
		if (gradCam == null) gradCam = new GradCam(engine, places.orElseThrow(), head
			.orElseThrow(), weights);
		return gradCam;
	}

	/** Waits for a map that is being made. A second call does nothing. */
	@Override
	public synchronized void close() {
		if (closed) return;
		closed = true;
		if (network != null) network.close();
		if (gradCam != null) gradCam.close();
	}
}

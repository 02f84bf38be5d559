
package io.github.cnnclassifier.inference;

import java.util.Optional;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.HalvedBatches;
import io.github.cnnclassifier.engine.MemoryPlan;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.image.InputFrame;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/**
 * The networks behind heat maps: the whole one and, for Grad-CAM, the one that
 * ends where places end. Each is made when it is needed first. Not thread-safe.
 */
final class HeatNetworks implements AutoCloseable {

	private final Engine engine;
	private final NetworkSpec spec;
	private final Weights weights;
	private final Optional<LastPlaces> places;
	private final Optional<NetworkHead> head;
	private Network whole;
	private GradCam gradCam;
	private boolean closed;

	HeatNetworks(final Engine engine, final NetworkSpec spec,
		final Weights weights)
	{
		this.engine = engine;
		this.spec = spec;
		this.weights = weights;
		places = LastPlaces.of(NetworkPlan.of(spec));
		head = places.flatMap(p -> NetworkHead.of(p.head(), weights));
	}

	NetworkSpec spec() {
		return spec;
	}

	/** @return empty if the network has no convolution */
	Optional<LastPlaces> places() {
		return places;
	}

	/** @return whether Grad-CAM knows all layers behind the places */
	boolean isEndKnown() {
		return head.isPresent();
	}

	/**
	 * @param input C,H,W; only read
	 * @return what the network says of it
	 */
	Prediction predict(final float[] input) {
		return new Prediction(new HalvedBatches(whole()).predict(input, 1, Progress
			.none()));
	}

	/**
	 * @param input C,H,W; only read
	 * @param frame of the image in the input
	 * @param label of a class, 0-based
	 * @param progress shows and cancels
	 * @return as {@link Occlusion#of}
	 * @throws CanceledException if the user stopped the run
	 */
	HeatGrid occlusion(final float[] input, final InputFrame frame,
		final int label, final Progress progress)
	{
		return new Occlusion(whole(), spec, MemoryPlan.predictionBatch(engine,
			spec)).of(input, frame, label, progress);
	}

	/**
	 * Only if there are places and the end is known.
	 *
	 * @param input C,H,W; only read
	 * @param label of a class, 0-based
	 * @return as {@link GradCam#of}
	 */
	HeatGrid gradCam(final float[] input, final int label) {
		requireOpen();
		if (gradCam == null) gradCam = new GradCam(engine, places.orElseThrow(),
			head.orElseThrow(), weights);
		return gradCam.of(input, label);
	}

	private Network whole() {
		requireOpen();
		if (whole == null) whole = engine.load(spec, weights);
		return whole;
	}

	private void requireOpen() {
		if (closed) throw new IllegalStateException("The classifier is closed");
	}

	/** A second call does nothing. */
	@Override
	public void close() {
		if (closed) return;
		closed = true;
		if (whole != null) whole.close();
		if (gradCam != null) gradCam.close();
	}
}

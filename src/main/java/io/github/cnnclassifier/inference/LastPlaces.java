
package io.github.cnnclassifier.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.inference.HeatGrid.Places;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.LayerSpec.AveragePool;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;
import io.github.cnnclassifier.model.LayerSpec.Dropout;
import io.github.cnnclassifier.model.LayerSpec.Flatten;
import io.github.cnnclassifier.model.LayerSpec.GlobalAveragePool;
import io.github.cnnclassifier.model.LayerSpec.JoinChannels;
import io.github.cnnclassifier.model.LayerSpec.MaxPool;
import io.github.cnnclassifier.model.LayerSpec.Residual;
import io.github.cnnclassifier.model.LayerSpec.SplitChannels;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkPlan.Step;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;

/**
 * Where a network knows places for the last time: behind its last convolution,
 * with the batch-norm and the activation that follow, and before it pools and
 * flattens.
 * <p>
 * What the network computes up to there is had from any engine: of a network
 * that ends there, flattened, it is the features.
 */
final class LastPlaces {

	/** Of the network that ends here; nobody asks for its classes. */
	private static final int CLASSES = 2;

	private final NetworkPlan plan;
	private final int end;

	private LastPlaces(final NetworkPlan plan, final int end) {
		this.plan = plan;
		this.end = end;
	}

	/**
	 * @param plan of a network
	 * @return empty if it has no convolution
	 */
	static Optional<LastPlaces> of(final NetworkPlan plan) {
		final List<Step> steps = plan.steps();
		int end = 0;
		while (!losesPlaces(steps.get(end).layer()))
			end++;
		while (end > 0 && onlyPools(steps.get(end - 1).layer()))
			end--;
		return steps.subList(0, end).stream().anyMatch(s -> isConvolution(s
			.layer())) ? Optional.of(new LastPlaces(plan, end)) : Optional.empty();
	}

	private static boolean losesPlaces(final LayerSpec layer) {
		return layer instanceof Flatten || layer instanceof GlobalAveragePool;
	}

	private static boolean onlyPools(final LayerSpec layer) {
		return layer instanceof MaxPool || layer instanceof AveragePool ||
			layer instanceof Dropout;
	}

	private static boolean isConvolution(final LayerSpec layer) {
		return layer instanceof Conv || layer instanceof DepthwiseConv ||
			layer instanceof Residual;
	}

	/** @return the layers behind */
	List<Step> head() {
		return plan.steps().subList(end, plan.steps().size());
	}

	/**
	 * @return whether all places count alike in what follows, so that the mean
	 *         gradient of a channel says all of it
	 */
	boolean isAveraged() {
		return head().stream().filter(s -> !onlyPools(s.layer())).findFirst()
			.orElseThrow().layer() instanceof GlobalAveragePool;
	}

	/** @return a network whose features are the values here: rows,C,H,W */
	NetworkSpec spec() {
		final List<LayerSpec> layers = new ArrayList<>(plan.spec().architecture()
			.layers().subList(0, end));
		final boolean apart = layers.contains(new SplitChannels());
		layers.add(new Flatten());
		if (apart) layers.add(new JoinChannels());
		layers.add(new Dense(0));
		return new NetworkSpec(new Architecture(plan.spec().architecture().name(),
			layers), plan.spec().input(), CLASSES);
	}

	/**
	 * @param weights of the whole network
	 * @return those of {@link #spec()}
	 */
	Weights weights(final Weights weights) {
		final NetworkPlan part = NetworkPlan.of(spec());
		final Step last = part.steps().get(part.steps().size() - 1);
		return new Weights(part.parameters().stream().map(p -> last.parameters()
			.contains(p) ? new Tensor(p.name(), p.shape(), new float[p
				.shape().length == 1 ? CLASSES : CLASSES * part.featureCount()])
				: weights.get(p.name())).toList());
	}

	/** @return places in a row */
	int width() {
		return here().output().get(2);
	}

	/** @return rows of places */
	int height() {
		return here().output().get(1);
	}

	private Step here() {
		return plan.steps().get(end - 1);
	}

	/** @return where the columns lie in the input */
	Places horizontal() {
		return places(width());
	}

	/** @return where the rows lie in the input */
	Places vertical() {
		return places(height());
	}

	/** Kernels are square, so both axes have the same. */
	private Places places(final int count) {
		final double[] firstAndStep = { 0, 1 };
		plan.steps().subList(0, end).forEach(s -> {
			if (s.layer() instanceof Residual) s.body().forEach(b -> move(b.layer(),
				firstAndStep));
			else move(s.layer(), firstAndStep);
		});
		return new Places(firstAndStep[0], firstAndStep[1], count);
	}

	private static void move(final LayerSpec layer, final double[] firstAndStep) {
		if (layer instanceof final Conv c) move(c.kernel(), c.stride(), c.padding(),
			firstAndStep);
		if (layer instanceof final DepthwiseConv c) move(c.kernel(), c.stride(), c
			.padding(), firstAndStep);
		if (layer instanceof final MaxPool p) move(p.size(), p.stride(), 0,
			firstAndStep);
		if (layer instanceof final AveragePool p) move(p.size(), p.stride(), 0,
			firstAndStep);
	}

	/** From the centers of the pixels to those of the windows over them. */
	private static void move(final int size, final int stride, final int padding,
		final double[] firstAndStep)
	{
		firstAndStep[0] += ((size - 1) / 2.0 - padding) * firstAndStep[1];
		firstAndStep[1] *= stride;
	}
}

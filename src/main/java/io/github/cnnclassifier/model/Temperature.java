
package io.github.cnnclassifier.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the logits of a network are divided by before they become probabilities
 * (Guo et al., On Calibration of Modern Neural Networks, 2017). Above 1 all
 * answers become less sure, below 1 surer; the order of the classes stays.
 *
 * @param value above 0; 1 changes nothing
 */
public record Temperature(double value) {

	/** Changes nothing. */
	public static final Temperature NONE = new Temperature(1);

	/** Of the smallest probability that a float can have. */
	private static final double LOWEST = StrictMath.log(Float.MIN_VALUE);

	/** @throws IllegalArgumentException if the value is not above 0 and finite */
	public Temperature {
		if (!(value > 0 && value < Double.POSITIVE_INFINITY))
			throw new IllegalArgumentException(
				"Expected a temperature above 0, got " + value);
	}

	/**
	 * @param probability 0 to 1
	 * @return a logit of it, the same on every machine; of 0 that of the smallest
	 *         number above
	 */
	public static double logit(final float probability) {
		return probability > 0 ? StrictMath.log(probability) : LOWEST;
	}

	/**
	 * @param prediction of a network
	 * @return what the network says at this temperature
	 */
	public Prediction applyTo(final Prediction prediction) {
		if (value == 1) return prediction;
		final float[] before = prediction.probabilities();
		final double best = logit(prediction.confidence());
		final double[] shares = new double[before.length];
		double sum = 0;
		for (int i = 0; i < shares.length; i++) {
			shares[i] = StrictMath.exp((logit(before[i]) - best) / value);
			sum += shares[i];
		}
		final float[] after = new float[shares.length];
		for (int i = 0; i < after.length; i++)
			after[i] = (float) (shares[i] / sum);
		return new Prediction(after);
	}

	/**
	 * A dense layer gives the logits, so that dividing its weights divides them:
	 * whoever runs the network then gets its answers at this temperature.
	 *
	 * @param plan of the network
	 * @param weights of it
	 * @return weights of the same network; all but those of the last layer are
	 *         shared
	 */
	public Weights foldedInto(final NetworkPlan plan, final Weights weights) {
		if (value == 1) return weights;
		final Set<String> last = plan.steps().get(plan.steps().size() - 1)
			.parameters().stream().map(ParameterShape::name).collect(Collectors
				.toSet());
		final List<Tensor> tensors = weights.tensors().stream().map(tensor -> last
			.contains(tensor.name()) ? divided(tensor) : tensor).toList();
		return new Weights(tensors);
	}

	private Tensor divided(final Tensor tensor) {
		final float[] data = tensor.data().clone();
		for (int i = 0; i < data.length; i++)
			data[i] = (float) (data[i] / value);
		return new Tensor(tensor.name(), tensor.shape(), data);
	}
}


package io.github.cnnclassifier.inference;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

import io.github.cnnclassifier.model.LayerSpec.Activation;
import io.github.cnnclassifier.model.LayerSpec.Elu;
import io.github.cnnclassifier.model.LayerSpec.Gelu;
import io.github.cnnclassifier.model.LayerSpec.LeakyRelu;
import io.github.cnnclassifier.model.LayerSpec.Relu;
import io.github.cnnclassifier.model.LayerSpec.Silu;

/**
 * An activation and its derivative.
 *
 * @param function of a value
 * @param slope at a value
 */
record HeadActivation(DoubleUnaryOperator function, DoubleUnaryOperator slope) {

	/**
	 * @param activation of a network
	 * @return empty if it is not known here
	 */
	static Optional<HeadActivation> of(final Activation activation) {
		if (activation instanceof Relu) return Optional.of(leaky(0));
		if (activation instanceof final LeakyRelu l) return Optional.of(leaky(l
			.slope()));
		if (activation instanceof Elu) return Optional.of(new HeadActivation(
			x -> x > 0 ? x : Math.expm1(x), x -> x > 0 ? 1 : Math.exp(x)));
		if (activation instanceof Silu) return Optional.of(new HeadActivation(
			x -> x * sigmoid(x), x -> sigmoid(x) * (1 + x * (1 - sigmoid(x)))));
		if (activation instanceof Gelu) return Optional.of(new HeadActivation(
			x -> x / 2 * (1 + bend(x)), x -> (1 + bend(x)) / 2 + x / 2 * (1 - bend(
				x) * bend(x)) * Gelu.A * (1 + 3 * Gelu.B * x * x)));
		return Optional.empty();
	}

	private static HeadActivation leaky(final double slope) {
		return new HeadActivation(x -> x > 0 ? x : slope * x, x -> x > 0 ? 1
			: slope);
	}

	private static double sigmoid(final double x) {
		return 1 / (1 + Math.exp(-x));
	}

	private static double bend(final double x) {
		return Math.tanh(Gelu.A * (x + Gelu.B * x * x * x));
	}
}

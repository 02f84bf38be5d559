
package io.github.cnnclassifier.engine.dl4j;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

import io.github.cnnclassifier.model.LayerSpec.Gelu;

/**
 * GELU in the form with tanh. The gradient that ND4J has for it is wrong, by
 * half of its size and more.
 */
final class TanhGelu extends BaseActivationFunction {

	private static final long serialVersionUID = 1L;

	@Override
	public INDArray getActivation(final INDArray in, final boolean training) {
		return in.muli(share(in));
	}

	@Override
	public Pair<INDArray, INDArray> backprop(final INDArray in,
		final INDArray epsilon)
	{
		final INDArray share = share(in);
		final INDArray slope = in.mul(in).muli(3 * Gelu.A * Gelu.B).addi(Gelu.A)
			.muli(in);
		// with share p: p (1 + slope (1 - t)), where 1 - t = 2 (1 - p)
		return new Pair<>(share.rsub(1).muli(2).muli(slope).addi(1).muli(share)
			.muli(epsilon), null);
	}

	/** (1 + tanh(A x + A B x^3)) / 2. */
	private static INDArray share(final INDArray in) {
		return Transforms.tanh(in.mul(in).muli(Gelu.A * Gelu.B).addi(Gelu.A).muli(
			in), false).addi(1).muli(0.5);
	}

	@Override
	public String toString() {
		return "gelu";
	}
}

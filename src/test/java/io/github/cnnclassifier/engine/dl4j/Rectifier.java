
package io.github.cnnclassifier.engine.dl4j;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.factory.Nd4j;

/**
 * max(0, x), with a gradient from two cheap passes. ND4J's own gradient
 * operation takes about four times as long.
 */
final class Rectifier extends BaseActivationFunction {

	private static final long serialVersionUID = 1L;

	@Override
	public INDArray getActivation(final INDArray in, final boolean training) {
		Nd4j.getExecutioner().exec(new RectifiedLinear(in, in));
		return in;
	}

	/** Overwrites {@code in}, which the caller has copied for this. */
	@Override
	public Pair<INDArray, INDArray> backprop(final INDArray in,
		final INDArray epsilon)
	{
		Nd4j.getExecutioner().exec(new Step(in, in, 0.0));
		return new Pair<>(in.muli(epsilon), null);
	}

	@Override
	public String toString() {
		return "relu";
	}
}

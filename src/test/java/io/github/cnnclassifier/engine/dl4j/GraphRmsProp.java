
package io.github.cnnclassifier.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Gradients divided by the root of their mean square, for a graph. */
final class GraphRmsProp extends GraphUpdater {

	private static final long serialVersionUID = 1L;

	private final double squareDecay;
	private final double epsilon;

	GraphRmsProp(final LearningRate rate, final double squareDecay,
		final double epsilon)
	{
		super(rate, 1);
		this.squareDecay = squareDecay;
		this.epsilon = epsilon;
	}

	@Override
	void apply(final INDArray gradient, final INDArray[] averages,
		final double learningRate, final int step)
	{
		final INDArray square = averages[0];
		square.muli(squareDecay).addi(gradient.mul(gradient).muli(1 - squareDecay));
		gradient.divi(Transforms.sqrt(square, true).addi(epsilon)).muli(
			learningRate);
	}
}


package io.github.cnnclassifier.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Gradient descent with Nesterov momentum, for a graph. */
final class GraphSgd extends GraphUpdater {

	private static final long serialVersionUID = 1L;

	private final double momentum;

	GraphSgd(final LearningRate rate, final double momentum) {
		super(rate, 1);
		this.momentum = momentum;
	}

	@Override
	void apply(final INDArray gradient, final INDArray[] averages,
		final double learningRate, final int step)
	{
		final INDArray velocity = averages[0];
		velocity.muli(momentum).addi(gradient);
		gradient.addi(velocity.mul(momentum)).muli(learningRate);
	}
}


package io.github.cnnclassifier.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Gradient descent with Nesterov momentum, for a graph. */
final class GraphSgd extends GraphUpdater {

	private static final long serialVersionUID = 1L;

	private final double momentum;

	GraphSgd(final LearningRate rate, final double momentum) {
		super(rate);
		this.momentum = momentum;
	}

	@Override
	void apply(final INDArray gradient, final INDArray velocity,
		final double learningRate)
	{
		velocity.muli(momentum).addi(gradient);
		gradient.addi(velocity.mul(momentum)).muli(learningRate);
	}
}

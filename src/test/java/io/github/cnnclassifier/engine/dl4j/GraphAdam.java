
package io.github.cnnclassifier.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Adam, its epsilon added to the root of the corrected mean square. */
final class GraphAdam extends GraphUpdater {

	private static final long serialVersionUID = 1L;

	private final double meanDecay;
	private final double squareDecay;
	private final double epsilon;

	GraphAdam(final LearningRate rate, final double meanDecay,
		final double squareDecay, final double epsilon)
	{
		super(rate, 2);
		this.meanDecay = meanDecay;
		this.squareDecay = squareDecay;
		this.epsilon = epsilon;
	}

	@Override
	void apply(final INDArray gradient, final INDArray[] averages,
		final double learningRate, final int step)
	{
		final INDArray mean = averages[0];
		final INDArray square = averages[1];
		mean.muli(meanDecay).addi(gradient.mul(1 - meanDecay));
		square.muli(squareDecay).addi(gradient.mul(gradient).muli(1 - squareDecay));
		final INDArray root = Transforms.sqrt(square, true).divi(Math.sqrt(1 - Math
			.pow(squareDecay, step))).addi(epsilon);
		gradient.assign(mean).divi(root).muli(learningRate / (1 - Math.pow(
			meanDecay, step)));
	}
}

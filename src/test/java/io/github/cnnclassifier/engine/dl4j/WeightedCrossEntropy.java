
package io.github.cnnclassifier.engine.dl4j;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * Cross-entropy of a softmax, each sample times its weight. Deeplearning4j's
 * own means, weights per class and masks, do not serve: the first knows no
 * samples, the second multiplies the output as well.
 */
final class WeightedCrossEntropy extends LossMCXENT {

	private static final long serialVersionUID = 1L;

	private transient INDArray weights;

	/** @param weights N,1 for the coming step, or null for all 1 */
	void weigh(final INDArray weights) {
		this.weights = weights;
	}

	@Override
	public double computeScore(final INDArray labels, final INDArray preOutput,
		final IActivation activationFn, final INDArray mask, final boolean average)
	{
		if (weights == null) return super.computeScore(labels, preOutput,
			activationFn, mask, average);
		final double sum = computeScoreArray(labels, preOutput, activationFn, mask)
			.muli(weights).sumNumber().doubleValue();
		return average ? sum / labels.size(0) : sum;
	}

	@Override
	public INDArray computeGradient(final INDArray labels,
		final INDArray preOutput, final IActivation activationFn,
		final INDArray mask)
	{
		final INDArray gradient = super.computeGradient(labels, preOutput,
			activationFn, mask);
		return weights == null ? gradient : gradient.muliColumnVector(weights);
	}

	@Override
	public boolean equals(final Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}
}

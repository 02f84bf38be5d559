
package io.github.cnnclassifier.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.Axpy;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * Weight decay after Loshchilov and Hutter, 2019: past the optimiser, times the
 * learning rate. Deeplearning4j's own adds a penalty to the reported loss and
 * computes all norms for it in each step; this one leaves the loss alone.
 */
final class DecoupledWeightDecay implements Regularization {

	private static final long serialVersionUID = 1L;

	private final double coefficient;

	DecoupledWeightDecay(final double coefficient) {
		this.coefficient = coefficient;
	}

	@Override
	public ApplyStep applyStep() {
		return ApplyStep.POST_UPDATER;
	}

	@Override
	public void apply(final INDArray param, final INDArray gradView,
		final double lr, final int iteration, final int epoch)
	{
		Nd4j.exec(new Axpy(param, gradView, gradView, coefficient * lr));
	}

	@Override
	public double score(final INDArray param, final int iteration,
		final int epoch)
	{
		return 0;
	}

	@Override
	public Regularization clone() {
		return this;
	}
}

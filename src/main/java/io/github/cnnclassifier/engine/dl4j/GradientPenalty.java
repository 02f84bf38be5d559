
package io.github.cnnclassifier.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.Axpy;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * Weight decay as an L2 penalty: a share of each weight is added to its
 * gradient before the optimiser sees it. Deeplearning4j's own adds the penalty
 * to the reported loss as well; this one leaves the loss alone.
 */
final class GradientPenalty implements Regularization {

	private static final long serialVersionUID = 1L;

	private final double coefficient;

	GradientPenalty(final double coefficient) {
		this.coefficient = coefficient;
	}

	@Override
	public ApplyStep applyStep() {
		return ApplyStep.BEFORE_UPDATER;
	}

	@Override
	public void apply(final INDArray param, final INDArray gradView,
		final double lr, final int iteration, final int epoch)
	{
		Nd4j.exec(new Axpy(param, gradView, gradView, coefficient));
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

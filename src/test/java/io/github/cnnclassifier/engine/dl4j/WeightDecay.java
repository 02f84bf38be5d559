
package io.github.cnnclassifier.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.Axpy;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * Weight decay before or past the optimiser. Deeplearning4j's own adds a
 * penalty to the reported loss and computes all norms for it in each step; this
 * one leaves the loss alone.
 */
final class WeightDecay implements Regularization {

	private static final long serialVersionUID = 1L;

	private final double coefficient;
	private final ApplyStep step;

	private WeightDecay(final double coefficient, final ApplyStep step) {
		this.coefficient = coefficient;
		this.step = step;
	}

	/**
	 * Past the optimiser, times the learning rate (Loshchilov and Hutter, 2019).
	 */
	static WeightDecay decoupled(final double coefficient) {
		return new WeightDecay(coefficient, ApplyStep.POST_UPDATER);
	}

	/**
	 * As an L2 penalty: that share of each weight is added to its gradient before
	 * the optimiser sees it.
	 */
	static WeightDecay penalty(final double coefficient) {
		return new WeightDecay(coefficient, ApplyStep.BEFORE_UPDATER);
	}

	@Override
	public ApplyStep applyStep() {
		return step;
	}

	@Override
	public void apply(final INDArray param, final INDArray gradView,
		final double lr, final int iteration, final int epoch)
	{
		Nd4j.exec(new Axpy(param, gradView, gradView, step == ApplyStep.POST_UPDATER
			? coefficient * lr : coefficient));
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

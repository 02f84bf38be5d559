
package io.github.cnnclassifier.engine;

import java.util.List;

/**
 * The rule by which gradients change weights, with its settings. The learning
 * rate is not among them: it comes with each step.
 */
public sealed interface Optimizer {

	/**
	 * @return names of the running averages that it keeps for each learned
	 *         weight, in order
	 */
	List<String> moments();

	/**
	 * Adam (Kingma and Ba, 2015) with decoupled weight decay (Loshchilov and
	 * Hutter, 2019).
	 *
	 * @param weightDecay share of a weight that a step takes away, times the
	 *          learning rate; on the weights of convolutions and dense layers
	 *          only; 0 for none
	 * @param meanDecay share of the mean gradient that a step keeps
	 * @param squareDecay share of the mean squared gradient that a step keeps
	 * @param epsilon added to the root of the mean square, above 0
	 */
	record AdamW(double weightDecay, double meanDecay, double squareDecay,
			double epsilon) implements Optimizer
	{

		/** @throws IllegalArgumentException if a number is out of its range */
		public AdamW {
			if (!(weightDecay >= 0) || !(meanDecay >= 0 && meanDecay < 1) ||
				!(squareDecay >= 0 && squareDecay < 1) || !(epsilon > 0))
				throw new IllegalArgumentException("Impossible settings of AdamW: " +
					"weightDecay=" + weightDecay + " meanDecay=" + meanDecay +
					" squareDecay=" + squareDecay + " epsilon=" + epsilon);
		}

		/**
		 * With the decays and the epsilon that Kingma and Ba propose.
		 *
		 * @param weightDecay 0 for none
		 */
		public AdamW(final double weightDecay) {
			this(weightDecay, 0.9, 0.999, 1e-8);
		}

		@Override
		public List<String> moments() {
			return List.of("mean", "square");
		}
	}
}

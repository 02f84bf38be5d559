
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
	 * @return how strongly the weights of convolutions and dense layers are drawn
	 *         to 0; other weights are not; 0 for none
	 */
	double weightDecay();

	/**
	 * Stochastic gradient descent with Nesterov momentum, as PyTorch has it: the
	 * velocity is {@code momentum * velocity + gradient}, a step is the learning
	 * rate times {@code gradient + momentum * velocity}. The rate is not part of
	 * the velocity, so that a schedule acts at once.
	 *
	 * @param momentum share of the velocity that a step keeps, 0 to below 1; 0
	 *          for plain gradient descent
	 * @param weightDecay share of a weight that is added to its gradient (L2); 0
	 *          for none
	 */
	record Sgd(double momentum, double weightDecay) implements Optimizer {

		/** @throws IllegalArgumentException if a number is out of its range */
		public Sgd {
			if (!(momentum >= 0 && momentum < 1) || !(weightDecay >= 0 &&
				weightDecay < Double.POSITIVE_INFINITY))
				throw new IllegalArgumentException("Impossible settings of SGD: " +
					"momentum=" + momentum + " weightDecay=" + weightDecay);
		}

		@Override
		public List<String> moments() {
			return List.of("velocity");
		}
	}

	/**
	 * Adam (Kingma and Ba, 2015), its epsilon in the place of their first
	 * algorithm, as PyTorch has it: added to the root of the mean square once
	 * that is corrected for its beginning with 0.
	 *
	 * @param weightDecay share of a weight that is added to its gradient (L2); 0
	 *          for none
	 * @param meanDecay share of the mean gradient that a step keeps
	 * @param squareDecay share of the mean squared gradient that a step keeps
	 * @param epsilon added to the root of the corrected mean square, above 0
	 */
	record Adam(double weightDecay, double meanDecay, double squareDecay,
			double epsilon) implements Optimizer
	{

		/** @throws IllegalArgumentException if a number is out of its range */
		public Adam {
			if (!(weightDecay >= 0) || !(meanDecay >= 0 && meanDecay < 1) ||
				!(squareDecay >= 0 && squareDecay < 1) || !(epsilon > 0))
				throw new IllegalArgumentException("Impossible settings of Adam: " +
					"weightDecay=" + weightDecay + " meanDecay=" + meanDecay +
					" squareDecay=" + squareDecay + " epsilon=" + epsilon);
		}

		/**
		 * With the decays and the epsilon that Kingma and Ba propose.
		 *
		 * @param weightDecay 0 for none
		 */
		public Adam(final double weightDecay) {
			this(weightDecay, 0.9, 0.999, 1e-8);
		}

		@Override
		public List<String> moments() {
			return List.of("mean", "square");
		}
	}

	/**
	 * Adam (Kingma and Ba, 2015) with decoupled weight decay (Loshchilov and
	 * Hutter, 2019).
	 *
	 * @param weightDecay share of a weight that a step takes away, times the
	 *          learning rate; on the weights of convolutions and dense layers
	 *          only; 0 for none
	 * @param meanDecay share of the mean gradient that a step keeps
	 * @param squareDecay share of the mean squared gradient that a step keeps
	 * @param epsilon added to the root of the corrected mean square, above 0
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

	/**
	 * RMSProp (Tieleman and Hinton, 2012) without momentum: gradients are divided
	 * by the root of their mean square.
	 *
	 * @param weightDecay share of a weight that is added to its gradient (L2); 0
	 *          for none
	 * @param squareDecay share of the mean squared gradient that a step keeps
	 * @param epsilon added to the root of the mean square, above 0
	 */
	record RmsProp(double weightDecay, double squareDecay, double epsilon)
			implements
				Optimizer
	{

		/** @throws IllegalArgumentException if a number is out of its range */
		public RmsProp {
			if (!(weightDecay >= 0) || !(squareDecay >= 0 && squareDecay < 1) ||
				!(epsilon > 0)) throw new IllegalArgumentException(
					"Impossible settings of RMSProp: weightDecay=" + weightDecay +
						" squareDecay=" + squareDecay + " epsilon=" + epsilon);
		}

		/**
		 * With the decay and the epsilon of PyTorch.
		 *
		 * @param weightDecay 0 for none
		 */
		public RmsProp(final double weightDecay) {
			this(weightDecay, 0.99, 1e-8);
		}

		@Override
		public List<String> moments() {
			return List.of("square");
		}
	}
}

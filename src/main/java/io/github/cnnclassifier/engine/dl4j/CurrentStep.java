
package io.github.cnnclassifier.engine.dl4j;

import java.util.SplittableRandom;

/** What layers need to know of the training step that is about to be made. */
interface CurrentStep {

	/** No step is ever made: the network only predicts. */
	CurrentStep NONE = new CurrentStep() {

		@Override
		public SplittableRandom dropout(final String layer) {
			throw new IllegalStateException("no dropout when predicting");
		}

		@Override
		public double keptShare() {
			throw new IllegalStateException("no running means when predicting");
		}
	};

	/** The random numbers of a layer, the same whenever the step is made. */
	SplittableRandom dropout(String layer);

	/** The share of the running means that the step keeps, 0 to 1. */
	double keptShare();
}

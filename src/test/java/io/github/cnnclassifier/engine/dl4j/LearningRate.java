
package io.github.cnnclassifier.engine.dl4j;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * A learning rate that is set from outside before each step. Setting it through
 * Deeplearning4j's own method would rebuild the optimiser each time.
 */
final class LearningRate implements ISchedule {

	private static final long serialVersionUID = 1L;

	private double value;

	void set(final double value) {
		this.value = value;
	}

	@Override
	public double valueAt(final int iteration, final int epoch) {
		return value;
	}

	/** Shared on purpose: every layer must follow the one value. */
	@Override
	public ISchedule clone() {
		return this;
	}
}

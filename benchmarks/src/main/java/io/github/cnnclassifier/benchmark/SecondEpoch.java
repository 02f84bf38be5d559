
package io.github.cnnclassifier.benchmark;

import java.util.function.DoubleSupplier;

import io.github.cnnclassifier.training.TrainingListener;

/**
 * The speed of the second of two epochs, as the first one also warms up: looks
 * at a clock after each step.
 */
public final class SecondEpoch implements TrainingListener {

	private final int batchSize;
	private final DoubleSupplier seconds;
	private double start;
	private double end;
	private int steps;

	/**
	 * @param batchSize images of a step
	 * @param seconds the clock
	 */
	public SecondEpoch(final int batchSize, final DoubleSupplier seconds) {
		this.batchSize = batchSize;
		this.seconds = seconds;
	}

	@Override
	public void onStep(final long step, final long totalSteps,
		final double loss)
	{
		if (step == totalSteps / 2) start = seconds.getAsDouble();
		if (step > totalSteps / 2) steps++;
		end = seconds.getAsDouble();
	}

	/** @return trained between the first and the last step of the epoch */
	public double imagesPerSecond() {
		return steps * batchSize / (end - start);
	}
}

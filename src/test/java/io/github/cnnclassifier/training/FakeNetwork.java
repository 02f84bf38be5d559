
package io.github.cnnclassifier.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

import io.github.cnnclassifier.engine.NetworkState;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;

/**
 * Learns nothing: its only weight counts the steps, its losses and its
 * probability of the class "left" are told beforehand. What it predicts depends
 * on the steps it has taken and not on weights that it is given, which it only
 * keeps until the next step.
 */
final class FakeNetwork implements TrainableNetwork {

	final List<Double> learningRates = new ArrayList<>();
	final List<float[]> shares = new ArrayList<>();
	boolean closed;
	/** The largest batch that it can learn from. */
	int room = Integer.MAX_VALUE;
	private final IntToDoubleFunction lossOfStep;
	private final IntToDoubleFunction leftAfterSteps;
	private int steps;
	private Weights given;

	/**
	 * @param lossOfStep 1-based
	 * @param leftAfterSteps probability of the first class after so many steps
	 */
	FakeNetwork(final IntToDoubleFunction lossOfStep,
		final IntToDoubleFunction leftAfterSteps)
	{
		this.lossOfStep = lossOfStep;
		this.leftAfterSteps = leftAfterSteps;
	}

	@Override
	public double trainOnBatch(final float[] inputs, final int[] labels,
		final float[] sampleWeights, final int count, final double learningRate)
	{
		if (count > room) throw new OutOfMemoryError("too much");
		if (given != null) steps = steps(given);
		given = null;
		steps++;
		learningRates.add(learningRate);
		return lossOfStep.applyAsDouble(steps);
	}

	@Override
	public double trainOnShares(final float[] inputs, final float[] targets,
		final float[] sampleWeights, final int count, final double learningRate)
	{
		shares.add(targets);
		return trainOnBatch(inputs, null, sampleWeights, count, learningRate);
	}

	@Override
	public float[] predict(final float[] inputs, final int count) {
		final float left = (float) leftAfterSteps.applyAsDouble(steps);
		final float[] probabilities = new float[2 * count];
		for (int i = 0; i < count; i++) {
			probabilities[2 * i] = left;
			probabilities[2 * i + 1] = 1 - left;
		}
		return probabilities;
	}

	@Override
	public float[] features(final float[] inputs, final int count) {
		throw new UnsupportedOperationException("a fake has no layers");
	}

	@Override
	public Weights weights() {
		return given != null ? given : new Weights(List.of(new Tensor("steps",
			new int[] { 1 }, new float[] { steps })));
	}

	@Override
	public void setWeights(final Weights weights) {
		given = weights;
	}

	@Override
	public NetworkState state() {
		return new NetworkState(weights(), Map.of(), steps, 0);
	}

	@Override
	public void setState(final NetworkState state) {
		steps = (int) state.steps();
		given = null;
	}

	@Override
	public void close() {
		closed = true;
	}

	static int steps(final Weights weights) {
		return (int) value(weights);
	}

	static float value(final Weights weights) {
		return weights.get("steps").data()[0];
	}

	/** @return the running mean of the weight after so many steps */
	static float mean(final int steps) {
		double mean = 0;
		for (int step = 1; step <= steps; step++) {
			final double kept = Math.min(0.95, (step - 1) / (step + 3.0));
			mean = kept * mean + (1 - kept) * step;
		}
		return (float) mean;
	}
}


package io.github.cnnclassifier.engine.dl4j;

import java.util.SplittableRandom;

import io.github.cnnclassifier.engine.NetworkState;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.engine.TrainingOptions;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.random.SeedTree;

/** Learns by native operations alone, without Deeplearning4j's layers. */
final class FastTrainableNetwork extends FastNetwork implements
	TrainableNetwork
{

	private final int classes;
	private final NetworkPlan plan;
	private final TrainingOptions options;
	private SeedTree dropoutSeeds;
	private final FastRuns learning;
	private final OptimizerSteps optimizer;
	private long step;

	FastTrainableNetwork(final NetworkPlan plan, final TrainingOptions options,
		final ThreadCount threads, final ComputePath path)
	{
		super(plan, new Parameters(plan, true, options.frozen()), threads, path);
		classes = plan.spec().classes();
		dropoutSeeds = new SeedTree(options.seed()).child("dropout");
		learning = new FastRuns(count -> learningRun(count, currentStep()));
		this.plan = plan;
		this.options = options;
		optimizer = new OptimizerSteps(parameters().all().stream().filter(
			Parameter::learned).toList(), options.optimizer());
	}

	private CurrentStep currentStep() {
		return new CurrentStep() {

			@Override
			public SplittableRandom dropout(final String layer) {
				return dropoutSeeds.child(step).child(layer).random();
			}

			@Override
			public double keptShare() {
				return RunningMean.keptShare(step);
			}
		};
	}

	@Override
	public double trainOnBatch(final float[] inputs, final int[] labels,
		final float[] sampleWeights, final int count, final double learningRate)
	{
		for (int i = 0; i < count; i++) {
			if (labels[i] < 0 || labels[i] >= classes)
				throw new IllegalArgumentException("Label " + i + ": expected 0 to " +
					(classes - 1) + ", got " + labels[i]);
		}
		final double loss = FullMemory.told(() -> differentiate(inputs, labels,
			sampleWeights, count));
		step(learningRate);
		return loss;
	}

	@Override
	public double trainOnShares(final float[] inputs, final float[] targets,
		final float[] sampleWeights, final int count, final double learningRate)
	{
		Shares.require(targets, count, classes);
		check(inputs, count);
		useThreads();
		final double loss = FullMemory.told(() -> learning.of(count).differentiate(
			inputs, targets, sampleWeights));
		step(learningRate);
		return loss;
	}

	private void step(final double learningRate) {
		step++;
		optimizer.step(step, learningRate);
	}

	/** Sets the gradients of all parameters and leaves the parameters alone. */
	double differentiate(final float[] inputs, final int[] labels,
		final float[] sampleWeights, final int count)
	{
		check(inputs, count);
		useThreads();
		return learning.of(count).differentiate(inputs, labels, sampleWeights);
	}

	/** @return those of the last call of {@link #differentiate} */
	Weights gradients() {
		return new Weights(parameters().all().stream().filter(Parameter::learned)
			.map(Parameter::storedGradient).toList());
	}

	@Override
	public Weights weights() {
		return parameters().copy();
	}

	@Override
	public void setWeights(final Weights weights) {
		parameters().set(weights);
	}

	@Override
	public NetworkState state() {
		return new NetworkState(weights(), optimizer.moments(), step, dropoutSeeds
			.seed());
	}

	@Override
	public void setState(final NetworkState state) {
		state.requireFits(plan, options);
		optimizer.setMoments(state.moments());
		setWeights(state.weights());
		step = state.steps();
		dropoutSeeds = new SeedTree(state.dropoutSeed());
	}

	@Override
	public void close() {
		learning.close();
		super.close();
		// not with each run, whose memory the next one needs
		KeptMemory.giveBack();
	}
}

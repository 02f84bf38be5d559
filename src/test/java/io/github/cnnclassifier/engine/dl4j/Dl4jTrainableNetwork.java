
package io.github.cnnclassifier.engine.dl4j;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import io.github.cnnclassifier.engine.NetworkState;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.engine.TrainingOptions;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.ParameterShape;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.random.SeedTree;

/** A graph that learns. */
final class Dl4jTrainableNetwork extends Dl4jNetwork implements
	TrainableNetwork
{

	private final NetworkPlan plan;
	private final TrainingOptions options;
	private final List<ParameterShape> frozen;
	private final GraphMoments moments;
	private final LearningRate rate;
	private final WeightedCrossEntropy loss;
	private SeedTree dropoutSeeds;
	private final int classes;
	private final Batch targets;
	private final Batch lossWeights = new Batch(1);
	private Weights frozenWeights;
	private long step;

	Dl4jTrainableNetwork(final NetworkPlan plan, final TrainingOptions options,
		final ThreadCount threads)
	{
		this(plan, options, threads, new LearningRate(),
			new WeightedCrossEntropy());
	}

	private Dl4jTrainableNetwork(final NetworkPlan plan,
		final TrainingOptions options, final ThreadCount threads,
		final LearningRate rate, final WeightedCrossEntropy loss)
	{
		super(plan, GraphBuilder.trainable(plan, rate, loss, options.optimizer(),
			options.frozen()), threads);
		this.plan = plan;
		this.options = options;
		frozen = plan.parameters().stream().filter(p -> options.frozen().contains(p
			.name())).toList();
		frozenWeights = GraphWeights.copyFrom(graph(), frozen);
		moments = new GraphMoments(graph(), options.optimizer().moments(), options
			.learned(plan));
		this.rate = rate;
		this.loss = loss;
		dropoutSeeds = new SeedTree(options.seed()).child("dropout");
		classes = plan.spec().classes();
		targets = new Batch(classes);
	}

	@Override
	public double trainOnBatch(final float[] inputs, final int[] labels,
		final float[] sampleWeights, final int count, final double learningRate)
	{
		return train(inputs, oneHot(labels, count), sampleWeights, count,
			learningRate);
	}

	@Override
	public double trainOnShares(final float[] inputs, final float[] shares,
		final float[] sampleWeights, final int count, final double learningRate)
	{
		Shares.require(shares, count, classes);
		return train(inputs, shares, sampleWeights, count, learningRate);
	}

	private double train(final float[] inputs, final float[] shares,
		final float[] sampleWeights, final int count, final double learningRate)
	{
		final INDArray batch = input(inputs, count);
		final INDArray truth = targets.fill(shares, count);
		loss.weigh(sampleWeights == null ? null : lossWeights.fill(relative(
			sampleWeights, count), count));
		// ND4J's generator belongs to the thread and anyone may have drawn from it.
		Nd4j.getRandom().setSeed(dropoutSeeds.child(step).seed());
		rate.set(learningRate);
		GraphBuilder.setKeptShare(graph(), RunningMean.keptShare(step));
		step++;
		graph().fit(new INDArray[] { batch }, new INDArray[] { truth });
		GraphWeights.copyTo(graph(), frozen, frozenWeights);
		return graph().score();
	}

	private float[] oneHot(final int[] labels, final int count) {
		final float[] rows = new float[count * classes];
		for (int i = 0; i < count; i++) {
			if (labels[i] < 0 || labels[i] >= classes)
				throw new IllegalArgumentException("Label " + i + ": expected 0 to " +
					(classes - 1) + ", got " + labels[i]);
			rows[i * classes + labels[i]] = 1;
		}
		return rows;
	}

	/** Scales to mean 1, so that the library's mean becomes the weighted one. */
	private static float[] relative(final float[] weights, final int count) {
		double sum = 0;
		for (int i = 0; i < count; i++)
			sum += weights[i];
		final float[] relative = new float[count];
		for (int i = 0; i < count; i++)
			relative[i] = (float) (weights[i] * count / sum);
		return relative;
	}

	@Override
	public Weights weights() {
		return GraphWeights.copyFrom(graph(), plan);
	}

	@Override
	public void setWeights(final Weights weights) {
		GraphWeights.copyTo(graph(), plan, weights);
		frozenWeights = GraphWeights.copyFrom(graph(), frozen);
	}

	@Override
	public NetworkState state() {
		return new NetworkState(weights(), moments.copy(), step, dropoutSeeds
			.seed());
	}

	@Override
	public void setState(final NetworkState state) {
		state.requireFits(plan, options);
		setWeights(state.weights());
		moments.set(state.moments());
		step = state.steps();
		graph().getConfiguration().setIterationCount(Math.toIntExact(step));
		dropoutSeeds = new SeedTree(state.dropoutSeed());
	}

	@Override
	public void close() {
		targets.close();
		lossWeights.close();
		super.close();
	}
}

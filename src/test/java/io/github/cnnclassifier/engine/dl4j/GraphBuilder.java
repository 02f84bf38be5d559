
package io.github.cnnclassifier.engine.dl4j;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

import io.github.cnnclassifier.engine.Optimizer;
import io.github.cnnclassifier.engine.Optimizer.Adam;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.engine.Optimizer.RmsProp;
import io.github.cnnclassifier.engine.Optimizer.Sgd;
import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.LayerSpec.AveragePool;
import io.github.cnnclassifier.model.LayerSpec.BatchNorm;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;
import io.github.cnnclassifier.model.LayerSpec.Dropout;
import io.github.cnnclassifier.model.LayerSpec.Elu;
import io.github.cnnclassifier.model.LayerSpec.Flatten;
import io.github.cnnclassifier.model.LayerSpec.Gelu;
import io.github.cnnclassifier.model.LayerSpec.GlobalAveragePool;
import io.github.cnnclassifier.model.LayerSpec.JoinChannels;
import io.github.cnnclassifier.model.LayerSpec.LeakyRelu;
import io.github.cnnclassifier.model.LayerSpec.MaxPool;
import io.github.cnnclassifier.model.LayerSpec.Relu;
import io.github.cnnclassifier.model.LayerSpec.Residual;
import io.github.cnnclassifier.model.LayerSpec.Silu;
import io.github.cnnclassifier.model.LayerSpec.SplitChannels;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkPlan.Step;

/**
 * Makes a Deeplearning4j graph whose vertices are named as the plan's steps.
 */
final class GraphBuilder {

	private static final String INPUT = "input";

	private final NetworkPlan plan;
	private final ComputationGraphConfiguration.GraphBuilder graph;
	private final ILossFunction loss;
	private final Optional<Regularization> weightDecay;
	private final Set<String> frozen;

	private GraphBuilder(final NetworkPlan plan, final IUpdater updater,
		final ILossFunction loss, final Optional<Regularization> weightDecay,
		final Set<String> frozen)
	{
		this.plan = plan;
		this.loss = loss;
		this.weightDecay = weightDecay;
		this.frozen = frozen;
		final NeuralNetConfiguration.Builder common =
			new NeuralNetConfiguration.Builder().dataType(DataType.FLOAT).updater(
				updater).trainingWorkspaceMode(WorkspaceMode.ENABLED)
				.inferenceWorkspaceMode(WorkspaceMode.ENABLED).cacheMode(
					CacheMode.DEVICE);
		graph = common.graphBuilder().addInputs(INPUT);
	}

	/**
	 * @param frozen names of weights; only batch-norms heed them here
	 * @return a graph that learns; its weights are not set yet
	 */
	static ComputationGraph trainable(final NetworkPlan plan,
		final LearningRate rate, final WeightedCrossEntropy loss,
		final Optimizer optimizer, final Set<String> frozen)
	{
		return new GraphBuilder(plan, updater(optimizer, rate), loss, decay(
			optimizer), frozen).build();
	}

	private static IUpdater updater(final Optimizer optimizer,
		final LearningRate rate)
	{
		if (optimizer instanceof final AdamW o) return new GraphAdam(rate, o
			.meanDecay(), o.squareDecay(), o.epsilon());
		if (optimizer instanceof final Adam o) return new GraphAdam(rate, o
			.meanDecay(), o.squareDecay(), o.epsilon());
		if (optimizer instanceof final Sgd o) return new GraphSgd(rate, o
			.momentum());
		if (optimizer instanceof final RmsProp o) return new GraphRmsProp(rate, o
			.squareDecay(), o.epsilon());
		throw new IllegalArgumentException(optimizer.toString());
	}

	private static Optional<Regularization> decay(final Optimizer optimizer) {
		final double share = optimizer.weightDecay();
		if (share == 0) return Optional.empty();
		return Optional.of(optimizer instanceof AdamW ? WeightDecay.decoupled(share)
			: WeightDecay.penalty(share));
	}

	/** @return a graph whose gradients are looked at; it takes no steps */
	static ComputationGraph differentiated(final NetworkPlan plan,
		final WeightedCrossEntropy loss)
	{
		return new GraphBuilder(plan, new NoOp(), loss, Optional.empty(), Set.of())
			.build();
	}

	/** @return a graph that only predicts; its weights are not set yet */
	static ComputationGraph predicting(final NetworkPlan plan) {
		return new GraphBuilder(plan, new NoOp(), new LossMCXENT(), Optional
			.empty(), Set.of()).build();
	}

	/** Sets how much of the running means the next training step keeps. */
	static void setKeptShare(final ComputationGraph network, final double share) {
		for (final org.deeplearning4j.nn.api.Layer layer : network.getLayers()) {
			if (layer.conf().getLayer() instanceof final BatchNormalization norm) norm
				.setDecay(share);
		}
	}

	private ComputationGraph build() {
		String last = INPUT;
		for (final Step step : plan.steps())
			last = add(step, last);
		final ComputationGraph network = new ComputationGraph(graph.setOutputs(last)
			.build());
		network.init();
		return network;
	}

	/** @return the name of the vertex that holds the step's output */
	private String add(final Step step, final String input) {
		final LayerSpec layer = step.layer();
		if (layer instanceof Residual) return residual(step, input);
		if (layer instanceof Flatten) {
			final List<Integer> in = step.input();
			graph.addVertex(step.name(), new PreprocessorVertex(
				new CnnToFeedForwardPreProcessor(in.get(1), in.get(2), in.get(0))),
				input);
		}
		else if (layer instanceof SplitChannels || layer instanceof JoinChannels)
			graph.addVertex(step.name(), new ReshapeVertex(rows(step)), input);
		else {
			final Layer made = layer(step);
			// Given to the whole network, Deeplearning4j would apply it twice.
			if (weightDecay.isPresent() && made instanceof final BaseLayer weighted &&
				!(made instanceof BatchNormalization)) weighted.setRegularization(List
					.of(weightDecay.get()));
			graph.addLayer(step.name(), made, input);
		}
		return step.name();
	}

	/** @return any number of rows, each of the shape of the step's output */
	private static int[] rows(final Step step) {
		return IntStream.concat(IntStream.of(-1), step.output().stream().mapToInt(
			Integer::intValue)).toArray();
	}

	private String residual(final Step step, final String input) {
		String body = input;
		for (final Step inner : step.body())
			body = add(inner, body);
		String shortcut = input;
		for (final Step inner : step.shortcut())
			shortcut = add(inner, shortcut);
		final boolean rectified = ((Residual) step.layer()).rectified();
		final String sum = rectified ? step.name() + ".sum" : step.name();
		graph.addVertex(sum, new ElementWiseVertex(ElementWiseVertex.Op.Add), body,
			shortcut);
		if (rectified) graph.addLayer(step.name(), new ActivationLayer(
			new Rectifier()), sum);
		return step.name();
	}

	private Layer layer(final Step step) {
		final LayerSpec layer = step.layer();
		if (layer instanceof final Conv c) return conv(c, step.input().get(0));
		if (layer instanceof final DepthwiseConv c) return depthwise(c, step.input()
			.get(0));
		if (layer instanceof BatchNorm) return batchNorm(step);
		if (layer instanceof final MaxPool p) return pool(PoolingType.MAX, p.size(),
			p.stride());
		if (layer instanceof final AveragePool p) return pool(PoolingType.AVG, p
			.size(), p.stride());
		if (layer instanceof final Dropout d) return new DropoutLayer.Builder(1 - d
			.rate()).build();
		if (layer instanceof GlobalAveragePool)
			return new GlobalPoolingLayer.Builder(PoolingType.AVG).build();
		if (layer instanceof final Dense d) return dense(step, d);
		return new ActivationLayer(activation(layer));
	}

	private static IActivation activation(final LayerSpec layer) {
		if (layer instanceof Relu) return new Rectifier();
		if (layer instanceof final LeakyRelu l) return new ActivationLReLU(l
			.slope());
		if (layer instanceof Elu) return new ActivationELU();
		if (layer instanceof Gelu) return new TanhGelu();
		if (layer instanceof Silu) return new ActivationSwish();
		throw new IllegalArgumentException("Unknown layer " + layer);
	}

	private static Layer depthwise(final DepthwiseConv c, final int channels) {
		return new DepthwiseConvolution2D.Builder(c.kernel(), c.kernel()).stride(c
			.stride(), c.stride()).padding(c.padding(), c.padding()).convolutionMode(
				ConvolutionMode.Truncate).hasBias(c.bias()).nIn(channels).nOut(channels)
			.depthMultiplier(1).activation(Activation.IDENTITY).build();
	}

	private static Layer conv(final Conv c, final int inputs) {
		return new ConvolutionLayer.Builder(c.kernel(), c.kernel()).stride(c
			.stride(), c.stride()).padding(c.padding(), c.padding()).convolutionMode(
				ConvolutionMode.Truncate).hasBias(c.bias()).nIn(inputs).nOut(c
					.filters()).activation(Activation.IDENTITY).build();
	}

	private Layer batchNorm(final Step step) {
		final int channels = step.input().get(0);
		if (frozen.contains(step.parameters().get(0).name()))
			return new ActivationLayer(new FixedNorm(channels));
		final BatchNormalization norm = new BatchNormalization();
		norm.setNIn(channels);
		norm.setNOut(channels);
		norm.setEps(BatchNorm.EPSILON);
		norm.setDecay(RunningMean.KEPT_SHARE);
		// The logarithm of the deviation breaks down for a constant channel.
		norm.setUseLogStd(false);
		return norm;
	}

	private static Layer pool(final PoolingType type, final int size,
		final int stride)
	{
		return new SubsamplingLayer.Builder(type).kernelSize(size, size).stride(
			stride, stride).convolutionMode(ConvolutionMode.Truncate).build();
	}

	private Layer dense(final Step step, final Dense d) {
		final int inputs = step.input().get(0);
		final List<Step> steps = plan.steps();
		if (step == steps.get(steps.size() - 1)) return new OutputLayer.Builder(
			loss).activation(Activation.SOFTMAX).nIn(inputs).nOut(d.units()).build();
		return new DenseLayer.Builder().nIn(inputs).nOut(d.units()).activation(
			Activation.IDENTITY).build();
	}
}


package io.github.cnnclassifier.benchmark;

import java.util.List;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.ops.transforms.Transforms;

import io.github.cnnclassifier.model.LayerSpec.BatchNorm;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.Dropout;
import io.github.cnnclassifier.model.LayerSpec.Flatten;
import io.github.cnnclassifier.model.LayerSpec.GlobalAveragePool;
import io.github.cnnclassifier.model.LayerSpec.MaxPool;
import io.github.cnnclassifier.model.LayerSpec.Relu;
import io.github.cnnclassifier.model.LayerSpec.Residual;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkPlan.Step;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;

/** The planned layers in Deeplearning4j's own words. */
final class StockGraph {

	private static final String INPUT = "input";

	private final NetworkPlan plan;
	private final GraphBuilder graph = new NeuralNetConfiguration.Builder()
		.updater(new Adam(Contender.LEARNING_RATE)).graphBuilder().addInputs(INPUT);

	private StockGraph(final NetworkPlan plan) {
		this.plan = plan;
	}

	static ComputationGraph of(final NetworkPlan plan, final Weights weights) {
		final StockGraph stock = new StockGraph(plan);
		final String last = stock.chain(plan.steps(), INPUT);
		final ComputationGraph graph = new ComputationGraph(stock.graph.setOutputs(
			last).build());
		graph.init();
		weights.tensors().forEach(t -> set(graph, t));
		return graph;
	}

	/** @return the name of the vertex that holds the output */
	private String chain(final List<Step> steps, final String input) {
		String last = input;
		for (final Step step : steps)
			last = add(step, last);
		return last;
	}

	private String add(final Step step, final String input) {
		if (step.layer() instanceof Residual) {
			final String body = chain(step.body(), input);
			final String shortcut = chain(step.shortcut(), input);
			graph.addVertex(step.name() + ".sum", new ElementWiseVertex(
				ElementWiseVertex.Op.Add), body, shortcut);
			graph.addLayer(step.name(), relu(), step.name() + ".sum");
		}
		else if (step.layer() instanceof Flatten) graph.addVertex(step.name(),
			new PreprocessorVertex(new CnnToFeedForwardPreProcessor(step.input().get(
				1), step.input().get(2), step.input().get(0))), input);
		else graph.addLayer(step.name(), layer(step), input);
		return step.name();
	}

	private Layer layer(final Step step) {
		final int inputs = step.input().get(0);
		if (step.layer() instanceof final Conv c)
			return new ConvolutionLayer.Builder(c.kernel(), c.kernel()).stride(c
				.stride(), c.stride()).padding(c.padding(), c.padding()).hasBias(c
					.bias()).nIn(inputs).nOut(c.filters()).activation(Activation.IDENTITY)
				.build();
		if (step.layer() instanceof BatchNorm)
			return new BatchNormalization.Builder().nIn(inputs).nOut(inputs).build();
		if (step.layer() instanceof Relu) return relu();
		if (step.layer() instanceof final MaxPool p)
			return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
				.kernelSize(p.size(), p.size()).stride(p.stride(), p.stride()).build();
		if (step.layer() instanceof GlobalAveragePool)
			return new GlobalPoolingLayer.Builder(PoolingType.AVG).build();
		if (step.layer() instanceof final Dropout d)
			return new DropoutLayer.Builder(1 - d.rate()).build();
		if (step.layer() instanceof final Dense d) return dense(step, inputs, d
			.units());
		throw new IllegalArgumentException("No network of the table has " + step
			.layer());
	}

	private Layer dense(final Step step, final int inputs, final int units) {
		final List<Step> steps = plan.steps();
		if (step == steps.get(steps.size() - 1)) return new OutputLayer.Builder(
			LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(inputs).nOut(
				units).build();
		return new DenseLayer.Builder().nIn(inputs).nOut(units).activation(
			Activation.IDENTITY).build();
	}

	private static Layer relu() {
		return new ActivationLayer(Activation.RELU);
	}

	private static void set(final ComputationGraph graph, final Tensor tensor) {
		final int dot = tensor.name().lastIndexOf('.');
		final String kind = tensor.name().substring(dot + 1);
		final String theirs = switch (kind) {
			case "weight" -> "W";
			case "bias" -> "b";
			case "scale" -> "gamma";
			case "shift" -> "beta";
			case "mean" -> "mean";
			default -> "log10stdev";
		};
		final INDArray target = graph.getLayer(tensor.name().substring(0, dot))
			.getParam(theirs);
		final INDArray source = Nd4j.create(tensor.data(), target.shape(), 'c');
		target.assign(kind.equals("variance") ? Transforms.log(source, 10).muli(0.5)
			: source);
	}
}

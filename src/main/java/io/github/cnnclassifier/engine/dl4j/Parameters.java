
package io.github.cnnclassifier.engine.dl4j;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.github.cnnclassifier.engine.dl4j.Layout.Flattened;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.Flatten;
import io.github.cnnclassifier.model.LayerSpec.JoinChannels;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkPlan.Step;
import io.github.cnnclassifier.model.ParameterShape;
import io.github.cnnclassifier.model.Weights;

/** All weights of a network, whatever the batch size. */
final class Parameters implements AutoCloseable {

	private final Memory memory = new Memory(false);
	private final Map<String, Parameter> byName = new LinkedHashMap<>();
	private final Set<String> frozen;
	private Flattened flattened;
	private Layout featureLayout;

	/**
	 * @param learning whether there are gradients
	 * @param frozen names of those that have a gradient and do not learn
	 */
	Parameters(final NetworkPlan plan, final boolean learning,
		final Set<String> frozen)
	{
		this.frozen = frozen;
		plan.steps().forEach(s -> add(s, learning));
	}

	private void add(final Step step, final boolean learning) {
		if (step.layer() instanceof Flatten) flattened = new Flattened(step.input(),
			1);
		if (step.layer() instanceof JoinChannels && flattened != null) flattened =
			new Flattened(flattened.image(), step.output().get(0) / step.input().get(
				0));
		for (final ParameterShape p : step.parameters()) {
			byName.put(p.name(), new Parameter(p, Layout.of(step, p, flattened),
				memory, learning && !p.isRunning(), frozen.contains(p.name())));
		}
		if (step.layer() instanceof Dense) {
			featureLayout = Layout.ofRow(step.input().get(0), flattened);
			flattened = null;
		}
		step.body().forEach(s -> add(s, learning));
		step.shortcut().forEach(s -> add(s, learning));
	}

	/** @return for instance of step {@code conv1} its {@code weight} */
	Parameter get(final Step step, final String kind) {
		return byName.get(step.name() + '.' + kind);
	}

	/** @return how the inputs of the last dense layer are ordered */
	Layout featureLayout() {
		return featureLayout;
	}

	Collection<Parameter> all() {
		return byName.values();
	}

	/** @return a copy of all values, in the order of the plan */
	Weights copy() {
		return new Weights(byName.values().stream().map(Parameter::stored)
			.toList());
	}

	/**
	 * @throws IllegalArgumentException if a tensor is missing or has another
	 *           shape than planned
	 */
	void set(final Weights weights) {
		weights.requireShapes(byName.values().stream().map(Parameter::shape)
			.toList());
		byName.values().forEach(p -> p.set(weights.get(p.name())));
	}

	@Override
	public void close() {
		memory.close();
	}
}

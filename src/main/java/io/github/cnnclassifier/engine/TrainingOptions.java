
package io.github.cnnclassifier.engine;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.cnnclassifier.model.LayerSpec.BatchNorm;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkPlan.Step;
import io.github.cnnclassifier.model.ParameterShape;

/**
 * How a network is trained, as far as the engine decides it.
 *
 * @param seed of the initial weights and of dropout
 * @param optimizer the rule by which weights learn
 * @param frozen names of weights that training leaves as they are, bit for bit,
 *          for instance {@code conv1.weight}; empty for none. A batch-norm is
 *          frozen with all its four weights or with none. A frozen one uses its
 *          stored mean and variance in training too, so that frozen layers do
 *          in training what they do in predicting. Dropout between frozen
 *          layers stays
 * @param exact whether the same calls must give the same weights, bit for bit:
 *          one thread, slower; holds while nothing else computes in this Java
 *          process
 */
public record TrainingOptions(long seed, Optimizer optimizer,
		Set<String> frozen, boolean exact)
{

	/** Copies the names. */
	public TrainingOptions {
		frozen = Set.copyOf(frozen);
	}

	/**
	 * With nothing frozen.
	 *
	 * @param seed of the initial weights and of dropout
	 * @param optimizer the rule by which weights learn
	 * @param exact whether the same calls must give the same weights
	 */
	public TrainingOptions(final long seed, final Optimizer optimizer,
		final boolean exact)
	{
		this(seed, optimizer, Set.of(), exact);
	}

	/**
	 * @param plan of the network to be trained
	 * @return the weights that learn by their gradients, in order
	 */
	public List<ParameterShape> learned(final NetworkPlan plan) {
		return plan.parameters().stream().filter(p -> !p.isRunning() && !frozen
			.contains(p.name())).toList();
	}

	/**
	 * Checks the frozen names.
	 *
	 * @param plan of the network to be trained
	 * @throws IllegalArgumentException if the plan has no weight of a frozen
	 *           name, or only a part of a batch-norm is frozen
	 */
	public void requireFrozenIn(final NetworkPlan plan) {
		final Set<String> unknown = new TreeSet<>(frozen);
		plan.parameters().forEach(p -> unknown.remove(p.name()));
		if (!unknown.isEmpty()) throw new IllegalArgumentException(
			"Expected names of weights to freeze, got " + unknown);
		plan.steps().stream().flatMap(Step::leaves).filter(s -> s
			.layer() instanceof BatchNorm).forEach(this::requireWhole);
	}

	private void requireWhole(final Step norm) {
		final List<String> names = norm.parameters().stream().map(
			ParameterShape::name).toList();
		if (frozen.stream().anyMatch(names::contains) && !frozen.containsAll(names))
			throw new IllegalArgumentException("Expected all weights of " + norm
				.name() + " to be frozen or none: " + names);
	}
}

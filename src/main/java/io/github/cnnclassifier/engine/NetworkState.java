
package io.github.cnnclassifier.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.Weights;

/**
 * All that decides how a network learns on, so that a run that was interrupted
 * continues as if it had not been: bit for bit in exact mode on the same way of
 * computing. Immutable; treat the data of tensors as read-only.
 *
 * @param weights all of them, running means and variances included
 * @param moments by the names that the optimiser gives them, in its order: the
 *          running averages for each weight that learns, named and shaped as
 *          the weight
 * @param steps of the optimiser so far, 0 or more
 * @param dropoutSeed from which, with the number of the step, dropout draws:
 *          all of its random state
 */
public record NetworkState(Weights weights, Map<String, Weights> moments,
		long steps, long dropoutSeed)
{

	/**
	 * Copies the map, not the tensors.
	 *
	 * @throws IllegalArgumentException if {@code steps} is below 0
	 */
	public NetworkState {
		if (steps < 0) throw new IllegalArgumentException(
			"Expected 0 or more steps, got " + steps);
		moments = Collections.unmodifiableMap(new LinkedHashMap<>(moments));
	}

	/**
	 * Checks that a network can go on with this.
	 *
	 * @param plan of the network
	 * @param options how it is trained
	 * @throws IllegalArgumentException if weights or averages are missing or have
	 *           other shapes
	 */
	public void requireFits(final NetworkPlan plan,
		final TrainingOptions options)
	{
		final List<String> expected = options.optimizer().moments();
		if (!expected.equals(List.copyOf(moments.keySet())))
			throw new IllegalArgumentException("Expected the averages " + expected +
				" of " + options.optimizer() + ", got " + moments.keySet());
		weights.requireShapes(plan.parameters());
		moments.values().forEach(m -> m.requireShapes(options.learned(plan)));
	}
}


package io.github.cnnclassifier.training;

import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.model.Weights;

/**
 * Where a training run begins.
 *
 * @param weights all of the network; empty for random ones, drawn from the
 *          run's seed
 * @param frozen names of weights that training leaves as they are; empty for
 *          none
 */
public record Start(Optional<Weights> weights, Set<String> frozen) {

	/** Random weights, all of which learn. */
	public static final Start SCRATCH = new Start(Optional.empty(), Set.of());

	/** Copies the names. */
	public Start {
		frozen = Set.copyOf(frozen);
	}
}


package io.github.cnnclassifier.training;

import java.util.Optional;

/**
 * How a run is tied to one that was interrupted, before it or in its place
 * later.
 *
 * @param from where an earlier one was; empty to begin
 * @param store keeps the states of this one
 */
public record Continuation(Optional<TrainingState> from, StateStore store) {

	/** A run that begins, and cannot be gone on with. */
	public static final Continuation NONE = new Continuation(Optional.empty(),
		StateStore.NONE);
}

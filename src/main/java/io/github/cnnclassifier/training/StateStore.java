
package io.github.cnnclassifier.training;

import java.io.IOException;

/** Keeps the state of a run, so that another one can go on from it. */
@FunctionalInterface
public interface StateStore {

	/** For runs that begin anew when they are interrupted. */
	StateStore NONE = state -> {};

	/**
	 * Replaces what was kept before, whole or not at all.
	 *
	 * @param state of the run now
	 * @throws IOException if it cannot be kept; the one before is then still
	 *           there, and the run goes on
	 */
	void keep(TrainingState state) throws IOException;
}

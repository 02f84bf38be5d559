
package io.github.cnnclassifier.workflow.map;

import java.io.IOException;
import java.util.List;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.inference.ClassArea;
import io.github.cnnclassifier.inference.MapRow;

/** Where a map goes: files, images, or both. */
@FunctionalInterface
public interface MapTarget {

	/** Takes the rows of one map, from top to bottom, on one thread. */
	interface Sink extends AutoCloseable {

		/**
		 * @param row the next one
		 * @throws IOException if it cannot be kept
		 */
		void row(MapRow row) throws IOException;

		/**
		 * Makes the results appear after the last row, all or none.
		 *
		 * @param areas one per answer, in the order of the values
		 * @throws IOException if the disk fails
		 */
		void commit(List<ClassArea> areas) throws IOException;

		/** Drops everything unless it was committed. */
		@Override
		void close() throws IOException;
	}

	/**
	 * Called before anything is computed, so that what cannot be written fails at
	 * once.
	 *
	 * @param layout of the map
	 * @return owned by the caller
	 * @throws UserFailure if there is not enough memory
	 * @throws IOException if a file cannot be written
	 */
	Sink open(MapLayout layout) throws IOException;
}

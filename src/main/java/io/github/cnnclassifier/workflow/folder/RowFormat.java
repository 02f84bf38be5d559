
package io.github.cnnclassifier.workflow.folder;

import java.util.Optional;

/** How the rows of a table that grows are written and read again. */
interface RowFormat {

	/** @return the first line of the table, with its end */
	String header();

	/**
	 * @param header a line with its end
	 * @return reads the rows below it; empty if it is not the header of such a
	 *         table
	 */
	Optional<Rows> below(String header);

	/** The rows below one header, which another version may have written. */
	interface Rows {

		/** @return whether the columns are those that this version writes */
		boolean areCurrent();

		/**
		 * @param text of a row with its end
		 * @return what it says; empty if it is no row of such a table
		 */
		Optional<Found> parse(String text);

		/**
		 * @param text of a row that was parsed
		 * @return the row with the columns of this version
		 */
		String current(String text);
	}

	/**
	 * What a row says.
	 *
	 * @param name of the row
	 * @param answer as in {@code PredictionRow}, below 0 for none
	 */
	record Found(String name, int answer) {

		boolean isFailed() {
			return answer < 0;
		}
	}
}

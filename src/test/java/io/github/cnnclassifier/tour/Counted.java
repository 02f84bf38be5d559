
package io.github.cnnclassifier.tour;

import java.util.List;

/**
 * What a tour took.
 *
 * @param task in words
 * @param clicks of the mouse; a menu counts as two
 * @param keys that were pressed
 * @param seconds from the first click to the last window, with all that the
 *          computer did
 */
record Counted(String task, int clicks, int keys, long seconds) {

	/** @return a table as a page of the documentation has it */
	static String table(final List<Counted> rows) {
		final StringBuilder table = new StringBuilder(
			"| task | clicks | keys | seconds |\n| --- | --- | --- | --- |\n");
		for (final Counted row : rows)
			table.append("| ").append(row.task).append(" | ").append(row.clicks)
				.append(" | ").append(row.keys).append(" | ").append(row.seconds)
				.append(" |\n");
		return table.toString();
	}
}

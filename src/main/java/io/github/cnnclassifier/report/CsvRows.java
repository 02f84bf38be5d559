
package io.github.cnnclassifier.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Finds the rows of a table that may end in the middle of one, because whoever
 * wrote it was killed. A row is whole if its end is there.
 */
public final class CsvRows {

	/** Takes rows. */
	@FunctionalInterface
	public interface Visitor {

		/**
		 * @param start first byte of the row, counted as the reading was
		 * @param length in bytes
		 * @param text of the row with its end
		 * @return whether it is right; nothing is read behind one that is not
		 * @throws IOException if the row cannot be used
		 */
		boolean visit(long start, int length, String text) throws IOException;
	}

	private CsvRows() {}

	/**
	 * @param in UTF-8 from the begin of a row on; not closed
	 * @param start what the first byte counts as
	 * @param visitor takes the whole rows in order
	 * @return the first byte behind the last row that is whole and right
	 * @throws IOException if reading or the visitor fails
	 */
	public static long read(final InputStream in, final long start,
		final Visitor visitor) throws IOException
	{
		final ByteArrayOutputStream row = new ByteArrayOutputStream();
		boolean quoted = false;
		long end = start;
		for (int next = in.read(); next >= 0; next = in.read()) {
			row.write(next);
			if (next == '"') quoted = !quoted;
			if (next != '\n' || quoted) continue;
			if (!visitor.visit(end, row.size(), row.toString(StandardCharsets.UTF_8)))
				return end;
			end += row.size();
			row.reset();
		}
		return end;
	}
}

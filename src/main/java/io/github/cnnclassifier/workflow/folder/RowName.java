
package io.github.cnnclassifier.workflow.folder;

import java.util.Comparator;

/**
 * What a row of a folder's table is about. Its order is that of the table: by
 * the names of the files, then by planes.
 *
 * @param file path inside the folder, with / between its parts
 * @param plane 1-based number in the file; {@link #WHOLE} for a file with one
 *          row
 */
record RowName(String file, int plane) implements Comparable<RowName> {

	/** In the place of a plane. */
	static final int WHOLE = 0;

	private static final Comparator<RowName> ORDER = Comparator.comparing(
		RowName::file).thenComparingInt(RowName::plane);

	/**
	 * @param text as {@code StackFiles.name} makes it; names of image files never
	 *          end with a bracket, as they have an ending
	 * @return what it names
	 */
	static RowName parse(final String text) {
		final int bracket = text.lastIndexOf('[');
		if (!text.endsWith("]") || bracket < 0) return new RowName(text, WHOLE);
		final String number = text.substring(bracket + 1, text.length() - 1);
		return number.matches("[1-9][0-9]{0,8}") ? new RowName(text.substring(0,
			bracket), Integer.parseInt(number)) : new RowName(text, WHOLE);
	}

	@Override
	public int compareTo(final RowName other) {
		return ORDER.compare(this, other);
	}
}

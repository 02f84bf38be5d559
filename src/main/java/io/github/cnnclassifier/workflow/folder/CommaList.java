
package io.github.cnnclassifier.workflow.folder;

import java.util.Arrays;
import java.util.List;

/** Lists as a person types them into one field. */
public final class CommaList {

	private CommaList() {}

	/**
	 * @param text items separated by commas; a comma inside an item is written as
	 *          \,
	 * @return the items, trimmed, in order; none of them empty
	 */
	public static List<String> parse(final String text) {
		return Arrays.stream(text.split("(?<!\\\\),")).map(item -> item.replace(
			"\\,", ",").strip()).filter(item -> !item.isEmpty()).toList();
	}
}

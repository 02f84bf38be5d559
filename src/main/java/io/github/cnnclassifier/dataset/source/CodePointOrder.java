
package io.github.cnnclassifier.dataset.source;

import java.util.Comparator;

/**
 * The order of names by Unicode code point: the same on every system, whatever
 * the file system or the language says. {@link String#compareTo} differs from
 * it for characters beyond the basic plane.
 */
public final class CodePointOrder implements Comparator<String> {

	/** It has no state, so that one serves all. */
	public static final CodePointOrder INSTANCE = new CodePointOrder();

	private CodePointOrder() {}

	@Override
	public int compare(final String a, final String b) {
		int i = 0;
		while (i < a.length() && i < b.length()) {
			final int left = a.codePointAt(i);
			final int right = b.codePointAt(i);
			if (left != right) return Integer.compare(left, right);
			i += Character.charCount(left);
		}
		return Integer.compare(a.length(), b.length());
	}
}

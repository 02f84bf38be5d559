
package io.github.cnnclassifier.report;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names of contact sheets: letters, digits, dot, dash and underscore of ASCII,
 * which every file system takes, and never the same for two classes, not even
 * where upper and lower case are one.
 */
final class SheetNames {

	private static final int LONGEST = 60;

	private SheetNames() {}

	/** @return the file name of each class, in the order of the classes */
	static Map<String, String> of(final List<String> labels) {
		final Map<String, String> names = new LinkedHashMap<>();
		final Set<String> taken = new HashSet<>();
		for (final String label : labels) {
			final String safe = safe(label);
			String name = safe;
			for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
				name = safe + "-" + i;
			}
			names.put(label, "contact-sheet-" + name + ".png");
		}
		return names;
	}

	private static String safe(final String label) {
		if (label.isEmpty()) return "images";
		final String safe = label.replaceAll("[^A-Za-z0-9._-]", "_");
		return safe.substring(0, Math.min(LONGEST, safe.length()));
	}
}

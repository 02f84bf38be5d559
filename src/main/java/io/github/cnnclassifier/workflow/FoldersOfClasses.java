
package io.github.cnnclassifier.workflow;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import io.github.cnnclassifier.dataset.source.SafeName;
import io.github.cnnclassifier.failure.UserFailure;

/**
 * A folder for each class, of a name that every system allows. Not thread-safe.
 */
public final class FoldersOfClasses {

	/** What is there already, by the name that some systems take it for. */
	private final Map<String, String> existing = new HashMap<>();
	private final Map<String, String> classes = new HashMap<>();

	/** @param existing names of folders that are there already; copied */
	public FoldersOfClasses(final Collection<String> existing) {
		existing.forEach(name -> this.existing.put(SafeName.folded(name), name));
	}

	/**
	 * @param label of a class
	 * @return the name of its folder, the same each time
	 * @throws UserFailure if another class, or another folder that is there, can
	 *           hardly be told from it
	 */
	public String of(final String label) {
		final String folder = SafeName.of(label);
		final String key = SafeName.folded(folder);
		requireSame(classes.putIfAbsent(key, label), label);
		requireSame(existing.putIfAbsent(key, folder), folder);
		return folder;
	}

	private static void requireSame(final String other, final String label) {
		if (other != null && !other.equals(label)) throw new UserFailure(
			"Expected classes that differ in more than case and special characters, " +
				"found '" + other + "' and '" + label + "'. Rename one of them.");
	}
}

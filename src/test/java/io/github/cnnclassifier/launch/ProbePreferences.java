
package io.github.cnnclassifier.launch;

import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;

/** What SciJava remembers of {@link ProbeCommand} from run to run. */
final class ProbePreferences {

	private ProbePreferences() {}

	static boolean exist() throws BackingStoreException {
		return find(Preferences.userRoot()) != null;
	}

	static void forget() throws BackingStoreException {
		Preferences found = find(Preferences.userRoot());
		while (found != null) {
			found.clear();
			found = find(Preferences.userRoot());
		}
	}

	private static Preferences find(final Preferences node)
		throws BackingStoreException
	{
		if (node.absolutePath().contains("ProbeCommand") && node.keys().length > 0)
			return node;
		for (final String child : node.childrenNames()) {
			final Preferences found = find(node.node(child));
			if (found != null) return found;
		}
		return null;
	}
}

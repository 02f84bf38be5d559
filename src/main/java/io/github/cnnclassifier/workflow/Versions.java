
package io.github.cnnclassifier.workflow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What software a result came from. */
public final class Versions {

	private Versions() {}

	/** @return the version of this program, "development" outside a jar */
	public static String program() {
		return Objects.requireNonNullElse(Versions.class.getPackage()
			.getImplementationVersion(), "development");
	}

	/**
	 * @param engine the engine's description of itself
	 * @return name and version, in the order to show
	 */
	public static Map<String, String> current(final String engine) {
		final Map<String, String> versions = new LinkedHashMap<>();
		versions.put("CNN Classifier", program());
		versions.put("engine", engine);
		versions.put("Java", System.getProperty("java.version"));
		versions.put("system", System.getProperty("os.name") + " " + System
			.getProperty("os.arch"));
		return versions;
	}
}


package io.github.cnnclassifier.launch;

import ij.IJ;
import ij.plugin.PlugIn;

/**
 * The door from ImageJ's menus, named in plugins.config. Compiled for Java 8,
 * so that an ImageJ on an old Java can say what is needed; on Java 17 or newer
 * it hands over to {@code HostLauncher}.
 */
public final class CommandLauncher implements PlugIn {

	private static final int NEEDED = 17;
	private static final String LAUNCHER =
		"io.github.cnnclassifier.launch.HostLauncher";

	/**
	 * @param key of the command
	 */
	@Override
	public void run(final String key) {
		final String version = System.getProperty("java.version");
		if (major(version) < NEEDED) {
			IJ.error("CNN Classifier", advice(version));
			return;
		}
		try {
			final Class<?> launcher = Class.forName(LAUNCHER, true,
				CommandLauncher.class.getClassLoader());
			((PlugIn) launcher.getDeclaredConstructor().newInstance()).run(key);
		}
		catch (final ReflectiveOperationException e) {
			throw new IllegalStateException(
				"The installation of CNN Classifier is damaged", e);
		}
	}

	/**
	 * @param version as in the system property java.version
	 * @return what a user with too old a Java reads
	 */
	static String advice(final String version) {
		return "CNN Classifier needs Java " + NEEDED +
			" or newer, but this ImageJ runs on Java " + version + ".\n" +
			"Use Fiji Latest (not Fiji Stable), or ImageJ with Java " + NEEDED +
			" or newer.";
	}

	/**
	 * @param version for instance 1.8.0_472, 17.0.15 or 21-ea
	 * @return for instance 8, 17 or 21
	 */
	static int major(final String version) {
		final String[] parts = version.split("[^0-9]+");
		final int first = Integer.parseInt(parts[0]);
		return first == 1 && parts.length > 1 ? Integer.parseInt(parts[1]) : first;
	}
}

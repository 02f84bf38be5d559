
package io.github.cnnclassifier.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The start script's program in a Java process of its own. */
final class ChildProcess {

	private ChildProcess() {}

	static ProcessBuilder of(final String... words) {
		final List<String> command = new ArrayList<>(List.of(Path.of(System
			.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
			"-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"),
			Main.class.getName()));
		command.addAll(List.of(words));
		return new ProcessBuilder(command);
	}

	/**
	 * The same, but the system refuses to let files grow, as a full disk does.
	 *
	 * @param kilobytes that a file may have; 64 for a virtual machine to start
	 */
	static ProcessBuilder onFullDisk(final int kilobytes, final String... words) {
		return new ProcessBuilder("bash", "-c", "ulimit -f " + kilobytes +
			"; exec '" + String.join("' '", of(words).command()) + "'");
	}
}


package io.github.cnnclassifier.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** A menu with the probes, for an ImageJ that is not started yet. */
final class ProbeMenu {

	private static final String DOOR =
		", io.github.cnnclassifier.launch.CommandLauncher(\"" +
			"io.github.cnnclassifier.launch.";

	private ProbeMenu() {}

	/** Beside the probes it has what our own menu has. */
	static void in(final Path folder) throws IOException {
		final Path plugins = Files.createDirectory(folder.resolve("plugins"));
		try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(plugins
			.resolve("Probe_.jar"))))
		{
			jar.putNextEntry(new ZipEntry("plugins.config"));
			jar.write(Files.readAllBytes(Path.of("plugins.config")));
			jar.write(("\nPlugins>Probe, \"Probe of CNN\"" + DOOR +
				"ProbeCommand\")\nPlugins>Probe, \"Probe Image of CNN\"" + DOOR +
				"ProbeImageCommand\")\n").getBytes(StandardCharsets.UTF_8));
		}
		System.setProperty("plugins.dir", folder.toString());
	}
}

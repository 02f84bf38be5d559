
package io.github.cnnclassifier.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/**
 * Where an ImageJ that is started afterwards finds the commands. Knows no class
 * of ImageJ, as none may be loaded before it is patched.
 */
final class PluginsFolder {

	private PluginsFolder() {}

	/** @param folder gets a folder of plugins */
	static void in(final Path folder) throws IOException {
		final Path plugins = Files.createDirectory(folder.resolve("plugins"));
		try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(plugins
			.resolve("CNN_Classifier.jar"))))
		{
			jar.putNextEntry(new ZipEntry("plugins.config"));
			jar.write(Files.readAllBytes(Path.of("plugins.config")));
		}
		System.setProperty("plugins.dir", folder.toString());
	}
}

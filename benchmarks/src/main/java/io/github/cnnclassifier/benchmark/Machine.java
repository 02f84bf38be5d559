
package io.github.cnnclassifier.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

import com.sun.management.OperatingSystemMXBean;

import io.github.cnnclassifier.engine.Engine;

/** Where and of what figures were measured. */
final class Machine {

	private Machine() {}

	/** @param folder of the checkout */
	static List<String> describe(final Path folder, final Settings settings)
		throws IOException, InterruptedException
	{
		final OperatingSystemMXBean system =
			(OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		final List<String> lines = new ArrayList<>();
		lines.add("date: " + OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS));
		lines.add("processor: " + processor());
		lines.add("cores: " + system.getAvailableProcessors());
		lines.add("memory: " + (system.getTotalMemorySize() >> 30) + " GB");
		lines.add("system: " + system.getName() + ' ' + system.getVersion() + ' ' +
			system.getArch());
		lines.add("load when it began: " + system.getSystemLoadAverage());
		lines.add("Java: " + System.getProperty("java.vm.name") + ' ' + System
			.getProperty("java.runtime.version"));
		lines.add("CNN Classifier (installed jar): " + installed());
		lines.add("checkout: " + commit(folder));
		lines.add("peers: " + System.getProperty("benchmark.versions"));
		lines.add("settings: " + settings);
		return lines;
	}

	private static String processor() throws IOException {
		final Path info = Path.of("/proc/cpuinfo");
		if (Files.isReadable(info)) {
			for (final String line : Files.readAllLines(info)) {
				if (line.startsWith("model name")) return line.substring(line.indexOf(
					':') + 1).strip();
			}
		}
		return String.valueOf(System.getenv().getOrDefault("PROCESSOR_IDENTIFIER",
			"unknown"));
	}

	private static String installed() throws IOException {
		final URL type = Engine.class.getResource("Engine.class");
		final String jar = type.toString().replaceAll("!.*", "");
		try (InputStream in = new URL(jar + "!/META-INF/MANIFEST.MF")
			.openStream())
		{
			final Attributes main = new Manifest(in).getMainAttributes();
			return main.getValue(Attributes.Name.IMPLEMENTATION_VERSION) +
				", commit " + main.getValue("Implementation-Build");
		}
	}

	private static String commit(final Path folder) throws IOException,
		InterruptedException
	{
		try {
			final Process git = new ProcessBuilder("git", "describe", "--always",
				"--dirty", "--abbrev=40").directory(folder.toFile()).start();
			final String out = new String(git.getInputStream().readAllBytes(),
				StandardCharsets.UTF_8).strip();
			return git.waitFor() == 0 ? out : "no git repository";
		}
		catch (final IOException e) {
			return "unknown, git cannot be run: " + e.getMessage();
		}
	}
}

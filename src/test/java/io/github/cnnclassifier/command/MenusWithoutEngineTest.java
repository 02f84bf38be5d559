
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.launch.Commands;

/** A host starts as fast with the plugin as without it. */
class MenusWithoutEngineTest {

	private static final List<String> ENGINE = List.of("org.nd4j.",
		"org.deeplearning4j.", "org.bytedeco.");

	@TempDir
	Path folder;

	@Test
	void showingMenusAndDialogsLoadsNothingOfTheEngine() throws IOException,
		InterruptedException
	{
		final Path log = folder.resolve("classes.txt");
		final Process process = new ProcessBuilder(Path.of(System.getProperty(
			"java.home"), "bin", "java").toString(), "-Djava.awt.headless=true",
			"-Xlog:class+load=info:file=" + log, "-cp", System.getProperty(
				"java.class.path"), MenuReading.class.getName()).redirectErrorStream(
					true).start();
		final String told = new String(process.getInputStream().readAllBytes(),
			StandardCharsets.UTF_8);
		assertEquals(0, process.waitFor(), told);
		for (final Commands command : Commands.values())
			assertTrue(told.contains(command.label()), told);
		final List<String> loaded = Files.readAllLines(log);
		assertTrue(loaded.stream().anyMatch(l -> l.contains(TrainCommand.class
			.getName())));
		assertEquals(List.of(), loaded.stream().filter(l -> ENGINE.stream()
			.anyMatch(l::contains)).toList());
	}
}

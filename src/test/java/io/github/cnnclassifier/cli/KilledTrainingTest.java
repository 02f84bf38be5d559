
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.storage.OutputClaim;

/** A training in a process of its own that is killed. */
@Timeout(120)
class KilledTrainingTest {

	@TempDir
	Path folder;

	private Path images;
	private Path model;

	@BeforeEach
	void prepare() throws IOException {
		images = TestImages.halves(folder.resolve("images"), 40, 1);
		model = folder.resolve("model.zip");
	}

	@Test
	void twoTrainingsOfOneModelAreNotMixed() throws IOException {
		try (OutputClaim other = OutputClaim.of(model)) {
			CommandLineRun.train(images, model, "overwrite=true").refuses(1,
				"Another run is writing", model.toString(), "Wait");
		}
		CommandLineRun.train(images, model).endsWith(0);
	}

	/** Kills the training as soon as it has told this. */
	private void killAt(final String message, final String network)
		throws IOException, InterruptedException
	{
		endAt(message, network, Process::destroyForcibly);
	}

	private void endAt(final String message, final String network,
		final Consumer<Process> end) throws IOException, InterruptedException
	{
		final Process process = ChildProcess.of("train", "images=" + images,
			"model=" + model, "network=" + network, "epochs=10000")
			.redirectErrorStream(true).start();
		final StringBuilder told = new StringBuilder();
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(process
			.getInputStream(), StandardCharsets.UTF_8)))
		{
			String line = "";
			while (line != null && !line.contains(message)) {
				told.append(line).append('\n');
				line = lines.readLine();
			}
			assertTrue(line != null, told.toString());
		}
		finally {
			end.accept(process);
			assertTrue(process.waitFor(30, TimeUnit.SECONDS));
		}
	}

	@Test
	void afterTheFirstEpochTheBestModelSoFarIsThere() throws Exception {
		killAt("best so far", "tiny");
		final List<String> info = CommandLineRun.of("info", "model=" + model)
			.endsWith(0).results();
		assertTrue(info.contains("network: tiny"));
		assertTrue(info.contains("training: stopped at epoch 1 of 10000"), info
			.toString());
		CommandLineRun.of("evaluate", "images=" + images, "model=" + model)
			.endsWith(0);
	}

	@Test
	void beforeTheFirstEpochThereIsNoModelButItCanGoOn() throws Exception {
		killAt("Training residual", "residual");
		assertFalse(Files.exists(model));
		// beside the images, what the next run that writes there removes
		assertEquals(List.of(".model.zip.lock", "images", "model.resume"), files());
		CommandLineRun.train(images, folder.resolve("other.zip")).endsWith(0);
		assertEquals(List.of("images", "model.resume", "other.zip"), files());
	}

	/** On Windows, stopping a process is killing it. */
	@DisabledOnOs(OS.WINDOWS)
	@Test
	void stoppedFromOutsideItLeavesTheBestModelAndWhatItCanGoOnFrom()
		throws Exception
	{
		endAt("best so far", "tiny", Process::destroy);
		assertEquals(List.of("images", "model.resume", "model.zip"), files());
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}
}


package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A cross-validation through the start script, and one that is killed. */
@Timeout(180)
class KilledFoldsTest {

	private static final int FOLDS = 6;

	@TempDir
	Path folder;

	private String[] words(final Path output, final String more) {
		return new String[] { "cross-validate", "images=" + folder.resolve(
			"images"), "output=" + output, "folds=" + FOLDS, "groups=none",
			"network=tiny", "epochs=2", "batchSize=4", "augmentation=none",
			"exact=true", more };
	}

	/** At least one fold and not all of them. */
	private static void awaitAFold(final Process process, final Path partial)
		throws IOException, InterruptedException
	{
		while (!Files.exists(partial) || Files.size(partial) < 1500) {
			assertTrue(process.isAlive(), "too fast to be killed");
			TimeUnit.MILLISECONDS.sleep(2);
		}
	}

	@Test
	void afterAKillTheOtherFoldsAreDone() throws Exception {
		TestImages.halves(folder.resolve("images"), 24, 1);
		final Path whole = folder.resolve("whole");
		final CommandLineRun run = CommandLineRun.of(words(whole, "resume=false"))
			.endsWith(0);
		assertEquals("folds=6 failed_folds=0 failed=0", run.results().get(0));
		assertTrue(run.results().get(1).matches(
			"figure=accuracy mean=[01]\\.\\d{4} " +
				"deviation=0\\.\\d{4} low=[01]\\.\\d{4} high=[01]\\.\\d{4}"), run
					.toString());
		assertTrue(run.results().get(4).endsWith(" n=48"), run.toString());
		final Path output = folder.resolve("killed");
		final Path partial = output.resolve("predictions.csv.partial");
		final Process process = ChildProcess.of(words(output, "resume=true"))
			.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile())
			.start();
		try {
			awaitAFold(process, partial);
			CommandLineRun.of(words(output, "resume=true")).refuses(1,
				"Another run is writing");
		}
		finally {
			process.destroyForcibly();
			assertTrue(process.waitFor(30, TimeUnit.SECONDS));
		}
		assertFalse(Files.exists(output.resolve("report.html")));
		final CommandLineRun rest = CommandLineRun.of(words(output, "resume=true"))
			.endsWith(0);
		assertTrue(rest.messages().stream().anyMatch(line -> line.matches(
			"[1-6] of 6 folds were finished before\\.")), rest.toString());
		for (final String name : List.of("predictions.csv", "folds.csv",
			"summary.csv", "metrics.csv"))
			assertEquals(Files.readString(whole.resolve(name)), Files.readString(
				output.resolve(name)), name);
		assertFalse(Files.exists(partial));
	}
}

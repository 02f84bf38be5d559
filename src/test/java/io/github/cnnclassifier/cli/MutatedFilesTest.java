
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever somebody sends is read or refused with an error for the user, in 512
 * MB of memory and two seconds of processor time. In every build a sample of
 * it; the whole, of 20,000 models and 3,000 files of each other kind, by
 *
 * <pre>
 * mvn test -Dtest=MutatedFilesTest -Dmutations=20000
 * </pre>
 *
 * A line of its output names the kind of a file and the seed that makes it
 * again.
 */
class MutatedFilesTest {

	/** Of models; of every other kind there are 15 for each 100 of these. */
	private static final int MODELS = Integer.getInteger("mutations", 300);

	@TempDir
	Path folder;

	@Test
	void mutatedFilesAreReadOrRefused() throws IOException, InterruptedException {
		final Process process = new ProcessBuilder(Path.of(System.getProperty(
			"java.home"), "bin", "java").toString(), "-Xmx512m",
			"-Djava.awt.headless=true", "-Dslf4j.internal.verbosity=ERROR", "-cp",
			System.getProperty("java.class.path"), MutatedFiles.class.getName(),
			String.valueOf(MODELS), String.valueOf(MODELS * 15 / 100), folder
				.toString()).redirectErrorStream(true).start();
		final String said = new String(process.getInputStream().readAllBytes(),
			StandardCharsets.UTF_8);
		System.out.println(said.strip());
		assertEquals(0, process.waitFor(), said);
	}
}

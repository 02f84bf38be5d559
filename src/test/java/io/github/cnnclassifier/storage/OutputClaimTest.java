
package io.github.cnnclassifier.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.failure.UserFailure;

class OutputClaimTest {

	@TempDir
	private Path folder;

	@Test
	void aSecondRunOfTheSameOutputIsToldToWait() throws IOException {
		final Path output = folder.resolve("new/model.zip");
		try (OutputClaim first = OutputClaim.of(output)) {
			final String message = assertThrows(UserFailure.class, () -> OutputClaim
				.of(output)).getMessage();
			assertEquals("Another run is writing '" + output +
				"' at this moment. Wait until it has ended, or choose another name.",
				message);
		}
	}

	/** By any name of the file. */
	@Test
	void aSecondRunThatWasRefusedDoesNotLetOtherProgramsIn() throws IOException {
		final Path output = folder.resolve("model.zip");
		final Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
		try (OutputClaim first = OutputClaim.of(output)) {
			assertThrows(UserFailure.class, () -> OutputClaim.of(output));
			assertThrows(UserFailure.class, () -> OutputClaim.of(link.resolve(
				"model.zip")));
			assertFalse(OtherProgram.mayWrite(output));
		}
		assertTrue(OtherProgram.mayWrite(output));
	}

	@Test
	void otherOutputsAndLaterRunsAreFree() throws IOException {
		final Path output = folder.resolve("a.csv");
		try (OutputClaim first = OutputClaim.of(output);
				OutputClaim other = OutputClaim.of(folder.resolve("b.csv")))
		{
			assertTrue(Files.notExists(output));
		}
		OutputClaim.of(output).close();
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(0, files.count());
		}
	}

	@Test
	void foldersThatWereMadeInVainAreGone() throws IOException {
		OutputClaim.of(folder.resolve("a/b/model.zip")).close();
		assertTrue(Files.notExists(folder.resolve("a")));
		Files.createDirectory(folder.resolve("mine"));
		OutputClaim.of(folder.resolve("mine/model.zip")).close();
		assertTrue(Files.exists(folder.resolve("mine")));
		try (OutputClaim claim = OutputClaim.of(folder.resolve("c/d/model.zip"))) {
			Files.createFile(folder.resolve("c/own"));
		}
		assertTrue(Files.notExists(folder.resolve("c/d")));
		assertTrue(Files.exists(folder.resolve("c/own")));
	}

	@Test
	void whatAKilledRunHasLeftKeepsNobodyOut() throws IOException {
		final Path left = folder.resolve(".a.csv.lock");
		FileChannel.open(left, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
			.close();
		OutputClaim.of(folder.resolve("a.csv")).close();
		assertTrue(Files.notExists(left));
	}
}

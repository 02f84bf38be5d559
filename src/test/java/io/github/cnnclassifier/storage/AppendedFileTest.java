
package io.github.cnnclassifier.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is added at the end of a file. */
class AppendedFileTest {

	@TempDir
	private Path folder;

	private static byte[] bytes(final String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void addsBehindWhatIsThere() throws IOException {
		final Path file = Files.writeString(folder.resolve("a.txt"), "one\n");
		AppendedFile.append(file, bytes("two\n"));
		AppendedFile.append(file, bytes("three\n"));
		assertEquals("one\ntwo\nthree\n", Files.readString(file));
	}

	@Test
	void goesOnWhenItsThreadIsInterrupted() throws IOException {
		final Path file = Files.writeString(folder.resolve("a.txt"), "one\n");
		Thread.currentThread().interrupt();
		AppendedFile.append(file, bytes("two\n"));
		assertTrue(Thread.interrupted());
		assertEquals("one\ntwo\n", Files.readString(file));
	}

	@Test
	void aFileThatIsGoneIsNotMadeAgain() {
		final Path file = folder.resolve("gone.txt");
		assertThrows(IOException.class, () -> AppendedFile.append(file, bytes(
			"x")));
		assertTrue(Files.notExists(file));
	}
}

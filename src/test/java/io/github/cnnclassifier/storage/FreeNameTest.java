
package io.github.cnnclassifier.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name beside one that is taken. */
class FreeNameTest {

	@TempDir
	private Path folder;

	@Test
	void aFreeNameStays() {
		assertEquals(folder.resolve("a.zip"), FreeName.beside(folder.resolve(
			"a.zip")));
	}

	@Test
	void aFileKeepsItsEnding() throws IOException {
		Files.createFile(folder.resolve("a.b.zip"));
		assertEquals(folder.resolve("a.b-2.zip"), FreeName.beside(folder.resolve(
			"a.b.zip")));
		Files.createFile(folder.resolve("a.b-2.zip"));
		assertEquals(folder.resolve("a.b-3.zip"), FreeName.beside(folder.resolve(
			"a.b.zip")));
	}

	@Test
	void aDotInTheNameOfAFolderIsNoEnding() throws IOException {
		Files.createDirectory(folder.resolve("run 1.5"));
		assertEquals(folder.resolve("run 1.5-2"), FreeName.beside(folder.resolve(
			"run 1.5")));
	}

	@Test
	void aHiddenFileHasNoEnding() throws IOException {
		Files.createFile(folder.resolve(".hidden"));
		assertEquals(folder.resolve(".hidden-2"), FreeName.beside(folder.resolve(
			".hidden")));
	}
}

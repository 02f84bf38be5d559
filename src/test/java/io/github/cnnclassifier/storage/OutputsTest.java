
package io.github.cnnclassifier.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.failure.UserFailure;

class OutputsTest {

	@TempDir
	Path folder;

	private static void refused(final String text, final Runnable check) {
		final String message = assertThrows(UserFailure.class, check::run)
			.getMessage();
		assertTrue(message.contains(text), message);
	}

	@Test
	void aNewFileMayBeInFoldersThatDoNotExistYet() {
		Outputs.requireWritableFile(folder.resolve("a/b/c.txt"), false);
		assertFalse(Files.exists(folder.resolve("a")));
	}

	@Test
	void aBareNameIsInTheWorkingFolder() {
		Outputs.requireWritableFile(Path.of("no-such-file.txt"), false);
	}

	@Test
	void anExistingFileNeedsPermission() throws IOException {
		final Path file = Files.createFile(folder.resolve("a.txt"));
		refused("overwrite=true", () -> Outputs.requireWritableFile(file, false));
		Outputs.requireWritableFile(file, true);
	}

	@Test
	void aFolderIsNoFileAndAFileNoFolder() throws IOException {
		final Path file = Files.createFile(folder.resolve("a.txt"));
		refused("is a folder", () -> Outputs.requireWritableFile(folder, true));
		refused("is a file", () -> Outputs.requireWritableFolder(file));
		refused("Cannot write", () -> Outputs.requireWritableFile(file.resolve("b"),
			true));
		Outputs.requireWritableFolder(folder.resolve("new/one"));
	}

	/** The file would take the place of the device. */
	@EnabledOnOs(OS.LINUX)
	@Test
	void aDeviceIsNoFile() {
		refused("is a device or pipe", () -> Outputs.requireWritableFile(Path.of(
			"/dev/null"), true));
	}

	@Test
	void contentThatFailsLeavesTheOldFileAlone() throws IOException {
		final Path file = Files.writeString(folder.resolve("a.txt"), "old");
		assertThrows(IOException.class, () -> WholeFile.write(file, out -> {
			out.write('x');
			throw new IOException("disk full");
		}));
		assertEquals("old", Files.readString(file));
		assertEquals(1, Files.list(folder).count());
		WholeFile.write(file, out -> out.write('x'));
		assertEquals("x", Files.readString(file));
	}
}


package io.github.cnnclassifier.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PendingFileTest {

	@TempDir
	Path folder;

	@Test
	void targetAppearsOnCommitAndNothingElseStays() throws IOException {
		final Path target = folder.resolve("deep/er.txt");
		try (PendingFile file = PendingFile.open(target)) {
			file.out().write('x');
			assertFalse(Files.exists(target));
			file.commit();
			assertEquals("x", Files.readString(target));
		}
		assertEquals(List.of(target), list(target.getParent()));
	}

	@Test
	void closedWithoutCommitItLeavesTheOldFile() throws IOException {
		final Path target = Files.writeString(folder.resolve("a.txt"), "old");
		try (PendingFile file = PendingFile.open(target)) {
			file.out().write('x');
		}
		assertEquals("old", Files.readString(target));
		assertEquals(List.of(target), list(folder));
	}

	@Test
	void itAppearsWholeAlsoWhenItsThreadIsInterrupted() throws IOException {
		final Path target = folder.resolve("a.txt");
		Thread.currentThread().interrupt();
		WholeFile.write(target, out -> out.write(new byte[1 << 20]));
		assertTrue(Thread.interrupted());
		assertEquals(1 << 20, Files.size(target));
	}

	/** Not even the administrator can write there. */
	@EnabledOnOs(OS.LINUX)
	@Test
	void aFolderThatTakesNoFilesIsToldWithTheNameOfTheTarget() {
		final FileSystemException e = assertThrows(FileSystemException.class,
			() -> PendingFile.open(Path.of("/proc/a.txt")));
		assertEquals("/proc/a.txt", e.getFile());
		assertEquals("its folder takes no files", e.getReason());
	}

	private static List<Path> list(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.toList();
		}
	}
}

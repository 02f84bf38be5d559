
package io.github.cnnclassifier.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
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

	private static List<Path> list(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.toList();
		}
	}
}

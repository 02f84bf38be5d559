
package io.github.cnnclassifier.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several files on a disk that fills, or does not. */
class WholeFilesTest {

	@TempDir
	Path folder;

	private Path first;
	private Path second;

	@BeforeEach
	void nameFiles() {
		first = folder.resolve("first");
		second = folder.resolve("second");
	}

	@Test
	void noneAppearsBeforeAllAreWritten() throws IOException {
		try (WholeFiles files = new WholeFiles()) {
			files.open(first).out().write('1');
			files.open(second).out().write('2');
			assertTrue(Files.notExists(first));
			files.commit();
		}
		assertEquals(Map.of("first", "1", "second", "2"), left());
	}

	@Test
	void withoutCommitTheOldOnesStay() throws IOException {
		Files.writeString(first, "old");
		try (WholeFiles files = new WholeFiles()) {
			files.open(first).out().write('1');
			files.open(second).out().write('2');
		}
		assertEquals(Map.of("first", "old"), left());
	}

	/** What waits in a buffer finds no room only at the end. */
	@Test
	void whereTheLastFileHasNoRoomForItsEndNoneAppears() throws IOException {
		Files.writeString(first, "old");
		try (WholeFiles files = new WholeFiles(path -> FullDisk.open(path, 3))) {
			files.open(first).out().write(new byte[3]);
			files.open(second).out().write(new byte[4]);
			told(assertThrows(IOException.class, files::commit));
		}
		assertEquals(Map.of("first", "old"), left());
	}

	@Test
	void whereADiskFillsHalfwayNothingStays() throws IOException {
		try (WholeFiles files = new WholeFiles(path -> FullDisk.open(path, 1000))) {
			files.open(first).write(ByteBuffer.allocate(900), 0);
			final PendingFile full = files.open(second);
			full.write(ByteBuffer.allocate(900), 100);
			told(assertThrows(IOException.class, () -> full.write(ByteBuffer.allocate(
				900), 1000)));
		}
		assertEquals(Map.of(), left());
	}

	/** Names the file and not its temporary neighbor. */
	private void told(final IOException trouble) {
		final String told = DiskTrouble.told(trouble).getMessage();
		assertTrue(told.contains("'" + second + "': No space left on device"),
			told);
	}

	private Map<String, String> left() throws IOException {
		final Map<String, String> left = new TreeMap<>();
		try (Stream<Path> all = Files.list(folder)) {
			for (final Path file : (Iterable<Path>) all::iterator) {
				left.put(file.getFileName().toString(), Files.readString(file));
			}
		}
		return left;
	}
}

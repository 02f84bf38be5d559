
package io.github.cnnclassifier.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ScratchFileTest {

	@TempDir
	Path folder;

	private long files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.count();
		}
	}

	@Test
	void recordsComeBackInAnyOrder() throws IOException {
		try (ScratchFile file = ScratchFile.create(folder, "test-")) {
			final long first = file.append(new byte[] { 1, 2, 3 });
			final long second = file.append(new byte[0]);
			final long third = file.append(new byte[70_000]);
			assertEquals(0, first);
			assertEquals(70_000, file.read(third).length);
			assertArrayEquals(new byte[] { 1, 2, 3 }, file.read(first));
			assertEquals(0, file.read(second).length);
			assertEquals(3 + 70_000 + 3 * 4, file.size());
			assertEquals(file.size(), Files.size(file.path()));
			assertThrows(IOException.class, () -> file.read(file.size()));
		}
	}

	@Test
	void closingRemovesTheFile() throws IOException {
		final ScratchFile file = ScratchFile.create(folder, "test-");
		final long position = file.append(new byte[10]);
		assertEquals(1, files());
		file.close();
		file.close();
		assertEquals(0, files());
		assertThrows(IOException.class, () -> file.read(position));
		assertThrows(IOException.class, () -> file.append(new byte[1]));
	}

	@Test
	void readingGoesOnWhenAThreadIsInterrupted() throws IOException {
		try (ScratchFile file = ScratchFile.create(folder, "test-")) {
			final long position = file.append(new byte[10]);
			Thread.currentThread().interrupt();
			assertEquals(10, file.read(position).length);
			assertTrue(Thread.interrupted());
			assertEquals(10, file.read(position).length);
		}
	}

	@Test
	void onlyAbandonedFilesOfThatNameAreRemoved() throws IOException {
		Files.write(folder.resolve("test-1.scratch"), new byte[1000]);
		Files.write(folder.resolve("test-2.txt"), new byte[10]);
		Files.write(folder.resolve("best-1.scratch"), new byte[10]);
		Files.createDirectory(folder.resolve("test-3.scratch"));
		try (ScratchFile used = ScratchFile.create(folder, "test-")) {
			used.append(new byte[10]);
			assertEquals(1000, ScratchFile.removeAbandoned(folder, "test-"));
			assertEquals(4, files());
			assertTrue(Files.exists(used.path()));
		}
		assertEquals(0, ScratchFile.removeAbandoned(folder.resolve("none"),
			"test-"));
	}

	@Test
	void aLinkIsNeitherFollowedNorRemoved() throws IOException {
		final Path precious = Files.write(folder.resolve("precious"), new byte[10]);
		Files.createSymbolicLink(folder.resolve("test-1.scratch"), precious);
		assertEquals(0, ScratchFile.removeAbandoned(folder, "test-"));
		assertEquals(2, files());
	}

	@Test
	@Timeout(60)
	void theFileOfAnotherProgramStaysUntilThatIsKilled() throws Exception {
		final Process other = new ProcessBuilder(Path.of(System.getProperty(
			"java.home"), "bin", "java").toString(), "-cp", System.getProperty(
				"java.class.path"), Other.class.getName(), folder.toString()).start();
		try {
			assertEquals('!', other.getInputStream().read());
			assertEquals(0, ScratchFile.removeAbandoned(folder, "test-"));
			assertEquals(1, files());
		}
		finally {
			other.destroyForcibly();
			assertTrue(other.waitFor(30, TimeUnit.SECONDS));
		}
		assertEquals(1, files());
		assertEquals(104, ScratchFile.removeAbandoned(folder, "test-"));
		assertEquals(0, files());
	}

	@Test
	void aFolderThatIsNotThereIsAnError() {
		assertThrows(IOException.class, () -> ScratchFile.create(folder.resolve(
			"none"), "test-"));
		assertFalse(Files.exists(folder.resolve("none")));
	}

	/** Holds a file until it is killed. */
	static final class Other {

		private Other() {}

		public static void main(final String[] args) throws Exception {
			try (ScratchFile file = ScratchFile.create(Path.of(args[0]), "test-")) {
				file.append(new byte[100]);
				System.out.print('!');
				System.out.flush();
				TimeUnit.MINUTES.sleep(1);
			}
		}
	}
}

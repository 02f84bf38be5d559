
package io.github.cnnclassifier.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.failure.UserFailure;

class GrowingFileTest {

	@TempDir
	Path folder;

	@Test
	void whatWasFlushedStaysAndCanBeContinued() throws IOException {
		final Path path = folder.resolve("new/t.partial");
		try (GrowingFile file = GrowingFile.open(path)) {
			file.append("one\n".getBytes());
			assertEquals(0, Files.size(path));
			assertEquals(4, file.size());
			file.flush();
			assertEquals("one\n", Files.readString(path));
			file.append("lost".getBytes());
		}
		try (GrowingFile file = GrowingFile.open(path)) {
			file.truncate(3);
			assertArrayEquals("one".getBytes(), file.content().readAllBytes());
			file.append("two".getBytes());
			file.flush();
			assertArrayEquals("etw".getBytes(), file.read(2, 3));
			assertThrows(IOException.class, () -> file.read(2, 30));
		}
		assertEquals("onetwo", Files.readString(path));
	}

	@Test
	void bytesCanBePutInThePlaceOfOthers() throws IOException {
		final Path path = folder.resolve("t.partial");
		try (GrowingFile file = GrowingFile.open(path)) {
			file.append("   two".getBytes());
			assertEquals(6, file.waiting());
			file.flush();
			assertEquals(0, file.waiting());
			file.replace(0, "one".getBytes());
			assertEquals(6, file.size());
		}
		assertEquals("onetwo", Files.readString(path));
	}

	@Test
	void onlyOneRunWritesAtATime() throws IOException {
		final Path path = folder.resolve("t.partial");
		try (GrowingFile file = GrowingFile.open(path)) {
			assertTrue(file.isLocked());
			final UserFailure failure = assertThrows(UserFailure.class,
				() -> GrowingFile.open(path));
			assertTrue(failure.getMessage().startsWith("Another run is writing '" +
				path + "'"), failure.getMessage());
			file.delete();
		}
		assertFalse(Files.exists(path));
		GrowingFile.open(path).close();
	}

	/** Also to look into it would have ended a lock of the file itself. */
	@Test
	void aSecondRunThatWasRefusedDoesNotLetOtherProgramsIn() throws IOException {
		final Path path = folder.resolve("t.partial");
		try (GrowingFile file = GrowingFile.open(path)) {
			assertThrows(UserFailure.class, () -> GrowingFile.open(path));
			assertEquals("", Files.readString(path));
			assertFalse(OtherProgram.mayWrite(path));
		}
		assertTrue(OtherProgram.mayWrite(path));
	}

	@Test
	void aRunGoesOnWhenItsThreadIsInterrupted() throws IOException {
		final Path path = folder.resolve("t.partial");
		try (GrowingFile file = GrowingFile.open(path)) {
			Thread.currentThread().interrupt();
			file.append("one".getBytes());
			file.flush();
			assertArrayEquals("ne".getBytes(), file.read(1, 2));
			assertArrayEquals("one".getBytes(), file.content().readAllBytes());
			assertTrue(Thread.interrupted());
		}
		assertEquals("one", Files.readString(path));
	}
}


package io.github.cnnclassifier.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What programs leave on the disk that end before their files are complete. */
@Timeout(60)
class LeftBehindTest {

	@TempDir
	Path folder;

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.toList();
		}
	}

	private static void kill(final Process process) throws InterruptedException {
		process.destroyForcibly();
		assertTrue(process.waitFor(30, TimeUnit.SECONDS));
	}

	/** On Windows, stopping a process is killing it. */
	@DisabledOnOs(OS.WINDOWS)
	@Test
	void aProgramThatIsStoppedLeavesNothing() throws Exception {
		final Process other = OtherProgram.writingIn(folder);
		assertEquals(3, files().size());
		other.destroy();
		assertTrue(other.waitFor(30, TimeUnit.SECONDS));
		assertEquals(List.of(), files());
	}

	@Test
	void whatAKilledProgramLeftIsGoneWhenTheNextOneWritesThere()
		throws Exception
	{
		kill(OtherProgram.writingIn(folder));
		assertEquals(3, files().size());
		Outputs.requireWritableFile(folder.resolve("mine.txt"), false);
		assertEquals(1, files().size());
		assertEquals(104, ScratchFile.removeAbandoned(folder, "test-"));
		assertEquals(List.of(), files());
	}

	@Test
	void whatAnotherProgramIsWritingStays() throws Exception {
		final Process other = OtherProgram.writingIn(folder);
		try {
			Outputs.requireWritableFolder(folder);
			ScratchFile.removeAbandoned(folder, "test-");
			assertEquals(3, files().size());
		}
		finally {
			kill(other);
		}
	}

	@Test
	void whatThisProgramIsWritingStaysAndStaysLocked() throws IOException {
		final Path mine = folder.resolve("mine.txt");
		try (OutputClaim claim = OutputClaim.of(mine);
				PendingFile pending = PendingFile.open(mine))
		{
			Outputs.requireWritableFolder(folder);
			assertEquals(2, files().size());
			assertTrue(!OtherProgram.mayWrite(mine));
			pending.commit();
		}
		assertEquals(List.of(mine), files());
	}

	@Test
	void filesOfOtherProgramsThatLookAlikeStay() throws IOException {
		for (final String name : List.of(".a.lock", ".a.part", "a.12-3f.part",
			".a.12-3f.part.txt"))
			Files.writeString(folder.resolve(name), "theirs");
		Files.writeString(folder.resolve(".empty.lock"), "");
		Files.createDirectory(folder.resolve(".b.12-3f.part"));
		Files.createSymbolicLink(folder.resolve(".c.12-3f.part"), folder.resolve(
			".a.part"));
		Outputs.requireWritableFolder(folder);
		assertEquals(7, files().size());
	}
}

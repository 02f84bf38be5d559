
package io.github.cnnclassifier.storage;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.failure.UserFailure;

class DiskTroubleTest {

	private static void told(final String text, final IOException trouble) {
		final UserFailure failure = DiskTrouble.told(trouble);
		assertTrue(failure.getMessage().contains(": " + text + ". Check"), failure
			.getMessage());
		assertSame(trouble, failure.getCause());
	}

	@Test
	void theFileIsNamedWithWhatHappenedToIt() {
		told("'/a' does not exist", new NoSuchFileException("/a"));
		told("no permission for '/a'", new AccessDeniedException("/a"));
		told("'/a': No space left on device", new FileSystemException("/a", null,
			"No space left on device"));
		told("Broken pipe", new IOException("Broken pipe"));
		told("the disk does not say why", new EOFException());
	}
}


package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Progress;

/** What happens before the native libraries are loaded. */
class BootstrapTest {

	private final List<String> messages = new ArrayList<>();
	private final Progress progress = new Listening(messages);

	@Test
	void theFirstStartSaysWhatIsUnpackedAndWhere(@TempDir final Path folder) {
		final Path cache = folder.resolve("cache");
		Bootstrap.announceUnpacking(cache, progress);
		assertEquals(List.of("First start: unpacking about 450 MB of libraries.",
			"They go to " + cache + "."), messages);
	}

	@Test
	void laterStartsSayNothing(@TempDir final Path cache) throws IOException {
		Files.createDirectory(cache.resolve("nd4j-native-1.0.0-M2.1-" + Loader
			.getPlatform() + "-onednn.jar"));
		Bootstrap.announceUnpacking(cache, progress);
		assertTrue(messages.isEmpty(), messages.toString());
	}

	@Test
	void aCacheThatCannotBeWrittenIsExplained(@TempDir final Path folder)
		throws IOException
	{
		final Path file = Files.createFile(folder.resolve("taken"));
		final UserFailure failure = assertThrows(UserFailure.class, () -> Bootstrap
			.announceUnpacking(file.resolve("cache"), progress));
		assertTrue(failure.getMessage().contains("cachedir"), failure.getMessage());
	}
}


package io.github.cnnclassifier.workflow.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassLabels;

class SortedFilesTest {

	@TempDir
	Path folder;

	private SortedFiles sorted(final Sorting.By by) {
		return new SortedFiles(new Sorting(folder.resolve("sorted"), by),
			new ClassLabels(List.of("a/b", "a_b", "A_B", "..")));
	}

	@Test
	void eachClassHasAFolderOfItsOwnOnEverySystem() throws IOException {
		final Path image = Files.writeString(folder.resolve("i.png"), "x");
		for (int answer = 0; answer < 4; answer++)
			sorted(Sorting.By.COPY).put(image, "s/i.png", answer);
		try (var all = Files.list(folder.resolve("sorted"))) {
			assertEquals(List.of("A_B-3", "_", "a_b", "a_b-2"), all.map(f -> f
				.getFileName().toString()).sorted().toList());
		}
	}

	@DisabledOnOs(OS.WINDOWS)
	@Test
	void aLinkThatCannotBeMadeSaysWhatElseThereIs() throws IOException {
		final Path image = Files.writeString(folder.resolve("i.png"), "x");
		final String tooLong = "n".repeat(300);
		final UserFailure failure = assertThrows(UserFailure.class, () -> sorted(
			Sorting.By.LINK).put(image, tooLong, 0));
		assertTrue(failure.getMessage().contains("sortBy=copy with resume=true"),
			failure.getMessage());
	}
}

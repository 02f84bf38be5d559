
package io.github.cnnclassifier.dataset.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.progress.Progress;

class ClassFoldersTest {

	@TempDir
	private Path root;

	private Found scan(final String closed) throws IOException {
		for (final String name : List.of("a/1.img", "a/more/2.img", "b/3.img"))
			TextImages.write(root.resolve(name), name.hashCode() & 0xff);
		final TextImages reader = new TextImages();
		return new ClassFolders(root, reader, new StackFiles(reader,
			PlanePolicy.EACH), folder -> {
				if (folder.equals(root.resolve(closed)))
					throw new AccessDeniedException(folder.toString());
				return Listing.of(folder);
			}).scan(Listing.of(root));
	}

	@ParameterizedTest
	@CsvSource({ "a/more, a, 2", "b, b, 2", "a, a, 1" })
	void aFolderThatCannotBeLookedIntoIsAnImageThatCannotBeRead(
		final String closed, final String label, final int others)
		throws IOException
	{
		final Found found = scan(closed);
		assertEquals(List.of("a", "b"), found.labels());
		final Survey survey = Survey.of(new LabeledImages("", found.labels(), found
			.samples(), found.skipped()), Progress.none());
		assertEquals(others, survey.samples().size());
		assertEquals(1, survey.failed().size());
		assertEquals(closed, survey.failed().get(0).name());
		assertEquals(label, survey.failed().get(0).label());
		assertTrue(survey.failed().get(0).reason().startsWith(
			"This folder cannot be looked into: no permission for '"), survey.failed()
				.get(0).reason());
	}

	@Test
	void whatTheDiskTellsNothingOfIsNotLost() throws IOException {
		Files.createDirectories(root.resolve("a"));
		for (final String itself : List.of("a/itself", "itself"))
			Files.createSymbolicLink(root.resolve(itself), root.resolve(itself));
		final Found found = scan("none");
		final Sample lost = found.samples().stream().filter(s -> s.name().equals(
			"a/itself")).findFirst().orElseThrow();
		assertTrue(assertThrows(IOException.class, () -> lost.source().read())
			.getMessage().startsWith("This file or folder cannot be looked at: "));
		assertEquals("itself", found.skipped().get(0).name());
		assertTrue(found.skipped().get(0).reason().contains("cannot be looked at"));
	}

	@Test
	void whatIsLinkedInACircleIsLeftOut() throws IOException {
		Files.createDirectories(root.resolve("a"));
		Files.createSymbolicLink(root.resolve("a/back"), root);
		assertTrue(scan("none").skipped().contains(new SkippedFile("a/back",
			"a link to a folder that it is in")));
		assertThrows(IOException.class, () -> Listing.of(root.resolve("none")));
	}
}

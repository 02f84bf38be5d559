
package io.github.cnnclassifier.workflow.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.dataset.source.Listing;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.imagej.reader.ImageJImageReader;

class ImageFolderTest {

	@TempDir
	private Path root;

	@BeforeEach
	void makeFiles() throws IOException {
		for (final String name : List.of("a.png", "closed/b.png", "open/c.png",
			".hidden/d.png"))
		{
			Files.createDirectories(root.resolve(name).getParent());
			Files.createFile(root.resolve(name));
		}
	}

	private ImageFolder scan(final String include, final String closed)
		throws IOException
	{
		return ImageFolder.scan(root, NameFilter.parse(include, ""),
			new ImageJImageReader(), folder -> {
				if (folder.equals(root.resolve(closed)))
					throw new AccessDeniedException(folder.toString());
				return Listing.of(folder);
			});
	}

	@Test
	void aFolderThatCannotBeLookedIntoLeavesTheOthers() throws IOException {
		final ImageFolder found = scan("", "closed");
		assertEquals(List.of("a.png", "open/c.png"), List.copyOf(found.files()
			.keySet()));
		assertEquals(1, found.leftOut());
		assertEquals(Map.of("closed",
			"This folder cannot be looked into: no permission for '" + root.resolve(
				"closed") + "'. Images that it may have are missing here. Check its " +
				"permissions."), found.unreadable());
	}

	@Test
	void itCountsEvenWhereNoOtherImageIs() throws IOException {
		final ImageFolder found = scan("z*", "closed");
		assertEquals(0, found.files().size());
		assertEquals(1, found.unreadable().size());
		assertThrows(UserFailure.class, () -> scan("z*", "none"));
	}

	@Test
	void aHiddenOneWouldHaveBeenLeftOutAnyway() throws IOException {
		final ImageFolder found = scan("", ".hidden");
		assertTrue(found.unreadable().isEmpty());
		assertEquals(3, found.files().size());
	}

	@Test
	void theFolderItselfMustBeReadable() {
		assertThrows(AccessDeniedException.class, () -> scan("", ""));
	}
}


package io.github.cnnclassifier.dataset.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.failure.UserFailure;

/** Images that somebody is going to label. */
class ImagesToLabelTest {

	@TempDir
	private Path root;

	private final TextImages reader = new TextImages();

	private List<String> found(final Path source) {
		return LabeledImages.openToLabel(source, reader).samples().stream().map(
			s -> s.name() + " " + s.label()).toList();
	}

	@Test
	void imagesBesideClassFoldersHaveNoClassAndThoseInThemHaveOne()
		throws IOException
	{
		TextImages.write(root.resolve("b.img"), 1, 2);
		TextImages.writeText(root.resolve("s.img"), "2 1 1 8 1 2|3 4");
		TextImages.write(root.resolve("round/a.img"), 3, 4);
		Files.createDirectories(root.resolve("empty"));
		Files.writeString(root.resolve("notes.txt"), "no image");
		assertEquals(List.of("b.img ", "s.img[1] ", "s.img[2] ",
			"round/a.img round"), found(root));
		assertEquals(List.of("round"), LabeledImages.openToLabel(root, reader)
			.labels());
	}

	@Test
	void stacksOfAFolderAreNoClasses() throws IOException {
		TextImages.writeText(root.resolve("s.img"), "2 1 1 8 1 2|3 4");
		TextImages.writeText(root.resolve("t.img"), "2 1 1 8 1 2|3 4");
		assertEquals(List.of("s.img[1] ", "s.img[2] ", "t.img[1] ", "t.img[2] "),
			found(root));
	}

	@Test
	void aSingleStackGivesItsPlanes() throws IOException {
		final Path stack = TextImages.writeText(root.resolve("s.img"),
			"2 1 1 8 1 2|3 4");
		assertEquals(List.of("s.img[1] ", "s.img[2] "), found(stack));
	}

	@Test
	void aTableNeedsNoClass() throws IOException {
		TextImages.write(root.resolve("a.img"), 1, 2, 3, 4);
		final Path table = Files.writeString(root.resolve("cells.csv"),
			"path,x,y,width,height\na.img,0,0,2,1\na.img,2,0,2,1\ngone.img,0,0,1,1\n");
		assertEquals(List.of("a.img#xywh=0,0,2,1 ", "a.img#xywh=2,0,2,1 ",
			"gone.img "), found(table));
		assertTrue(assertThrows(UserFailure.class, () -> LabeledImages.openAsFound(
			table, reader, Set.of())).getMessage().contains(
				"a column named 'class'"));
	}

	@Test
	void nothingToLabelIsToldInOneSentence() throws IOException {
		assertTrue(assertThrows(UserFailure.class, () -> found(root.resolve("no")))
			.getMessage().contains("does not exist"));
		assertTrue(assertThrows(UserFailure.class, () -> found(root)).getMessage()
			.contains("found none"));
		final Path text = Files.writeString(root.resolve("a.doc"), "x");
		assertTrue(assertThrows(UserFailure.class, () -> found(text)).getMessage()
			.contains("found the file"));
	}
}

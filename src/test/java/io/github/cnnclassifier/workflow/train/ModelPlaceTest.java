
package io.github.cnnclassifier.workflow.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.workflow.ModelsFolder;

/** Where a new model goes. */
class ModelPlaceTest {

	@TempDir
	private Path folder;

	private ModelPlace place(final String name) {
		return new ModelPlace(folder.toString(), name);
	}

	@Test
	void theEndingIsAddedUnlessItIsThere() {
		assertEquals(folder.resolve("cells.zip"), place(" cells ").file());
		assertEquals(folder.resolve("cells.ZIP"), place("cells.ZIP").file());
		assertEquals(folder.resolve("cells v1.2.zip"), place("cells v1.2").file());
	}

	@Test
	void aNameThatIsTakenGetsTheNextFreeNumber() throws IOException {
		assertEquals(place("cells"), place("cells").free());
		Files.createFile(folder.resolve("cells.zip"));
		assertEquals("cells-2", place("cells").free().name());
		Files.createFile(folder.resolve("cells-2.zip"));
		assertEquals("cells-3", place("cells").free().name());
		assertEquals("cells-3", place("cells-2.zip").free().name());
	}

	@Test
	void aTakenNameIsAnObjectionUnlessItMayBeReplaced() throws IOException {
		Files.createFile(folder.resolve("cells.zip"));
		final String told = place("cells").objection(false).orElseThrow();
		assertTrue(told.contains("'cells.zip' already") && told.contains(
			"'cells-2'"), told);
		assertTrue(place("cells").objection(true).isEmpty());
		Files.createDirectory(folder.resolve("dir.zip"));
		assertTrue(place("dir").objection(true).orElseThrow().contains(
			"not a file"));
	}

	@Test
	void whatATrainingIsGoingToWriteIsNotFree() throws IOException {
		final ModelPlace place = new ModelPlace(folder.toString(), "cells", Set.of(
			folder.resolve("cells.zip"), folder.resolve("cells-2.zip")));
		assertEquals("cells-3", place.free().name());
		for (final boolean overwrite : new boolean[] { false, true })
			assertEquals("A training that has not ended writes 'cells.zip'. Choose " +
				"another name, such as 'cells-3'.", place.objection(overwrite)
					.orElseThrow());
		final Path images = Files.createDirectory(folder.resolve("cells"));
		assertEquals("cells-3", place.proposed(images));
	}

	@Test
	void anInterruptedTrainingIsSaidBeforeAnotherOneIsBegun() throws IOException {
		Files.createFile(folder.resolve("cells.resume"));
		assertEquals("cells-2", place("cells").free().name());
		final String told = place("cells").objection(false).orElseThrow();
		assertTrue(told.contains("was interrupted and can go on"), told);
		assertTrue(place("cells").objection(true).isEmpty());
	}

	@Test
	void aNameThatIsNoneIsAnObjection() {
		assertTrue(place(" ").objection(false).orElseThrow().contains(
			"a name for the model"));
		assertTrue(place("a/b").objection(false).isPresent());
		assertTrue(place("a\0b").objection(false).isPresent());
		assertTrue(new ModelPlace("", "a").objection(false).isPresent());
	}

	@Test
	void theFolderIsMadeWhenItIsNeeded() throws IOException {
		final ModelPlace place = new ModelPlace(folder.resolve("a/b").toString(),
			"cells");
		assertTrue(place.objection(false).isEmpty());
		assertFalse(Files.exists(folder.resolve("a")));
		place.makeFolder();
		assertTrue(Files.isDirectory(folder.resolve("a/b")));
		Files.createFile(folder.resolve("file"));
		final ModelPlace below = new ModelPlace(folder.resolve("file/b").toString(),
			"cells");
		assertTrue(below.objection(false).orElseThrow().contains(
			"Nothing can be written"));
		assertThrows(UserFailure.class, below::makeFolder);
	}

	@Test
	void aModelOfLabelsIsCalledLikeWhatWasLabeled() throws IOException {
		final Path cells = Files.createDirectory(folder.resolve("my.cells"));
		assertEquals("my.cells", ModelPlace.nameFor(list("my.cells labels")));
		assertEquals("field", ModelPlace.nameFor(list("field.tif labels")));
		assertEquals("plate 7", ModelPlace.nameFor(list("plate 7")));
		assertEquals("my.cells", ModelPlace.nameFor(Files.createFile(cells.resolve(
			"labels.csv"))));
	}

	private Path list(final String parent) throws IOException {
		return Files.createFile(Files.createDirectory(folder.resolve(parent))
			.resolve("labels.csv"));
	}

	@Test
	void aModelIsCalledLikeItsImages() throws IOException {
		final Path images = Files.createDirectory(folder.resolve("my.cells"));
		assertEquals("my.cells", ModelPlace.nameFor(images));
		assertEquals("list", ModelPlace.nameFor(Files.createFile(folder.resolve(
			"list.csv"))));
		assertEquals("CNN models", ModelsFolder.ofUser().getFileName().toString());
	}
}


package io.github.cnnclassifier.dataset.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;

class LabeledImagesTest {

	@TempDir
	private Path root;

	private LabeledImages open(final String... excluded) {
		return LabeledImages.open(root, new TextImages(), Set.of(excluded));
	}

	private String failure(final String... excluded) {
		return assertThrows(UserFailure.class, () -> open(excluded)).getMessage();
	}

	private void image(final String name) throws IOException {
		TextImages.write(root.resolve(name), name.hashCode() & 0xff);
	}

	private static List<String> names(final LabeledImages images) {
		return images.samples().stream().map(Sample::name).collect(Collectors
			.toList());
	}

	private static List<String> skipped(final LabeledImages images) {
		return images.skipped().stream().map(file -> file.name() + ": " + file
			.reason()).collect(Collectors.toList());
	}

	@Test
	void classesAndNamesAreOrderedByCodePoint() throws IOException {
		for (final String label : List.of("b", "a", "Z", "10", "9", "\uD83D\uDE00",
			"\uFB01"))
		{
			image(label + "/2.img");
			image(label + "/10.img");
		}
		final LabeledImages images = open();
		// String.compareTo would put the emoji before the ligature
		assertEquals(List.of("10", "9", "Z", "a", "b", "\uFB01", "\uD83D\uDE00"),
			images.labels());
		assertEquals(List.of("10/10.img", "10/2.img", "9/10.img"), names(images)
			.subList(0, 3));
		assertNull(images.samples().get(0).declaredSide());
	}

	@Test
	void spacesCommasQuotesAndUmlautsAreClassNamesLikeAnyOther()
		throws IOException
	{
		final List<String> labels = List.of("a 'quoted' \"one\"", "b, with comma",
			"u\u0308 decomposed", "\u00FC composed");
		for (final String label : labels) {
			image(label + "/x.img");
		}
		assertEquals(labels, open().labels());
		assertEquals(3, open("b, with comma").labels().size());
	}

	@Test
	void whatIsNotUsedIsListedWithItsReason() throws IOException {
		image("a/1.img");
		image("b/1.img");
		image("a/deeper/2.img");
		image("a/.hidden.img");
		image(".cache/1.img");
		image("beside.img");
		TextImages.writeText(root.resolve("b/notes.txt"), "no image");
		TextImages.writeText(root.resolve("empty/notes.txt"), "no image");
		final LabeledImages images = open();
		assertEquals(List.of("a/1.img", "a/deeper/2.img", "b/1.img"), names(
			images));
		assertEquals(List.of(".cache: hidden", "a/.hidden.img: hidden",
			"b/notes.txt: not an image",
			"beside.img: beside the class folders, so without a class",
			"empty: a folder without images, so not a class",
			"empty/notes.txt: not an image"), skipped(images));
	}

	@Test
	void foldersOfASplitDeclareTheSides() throws IOException {
		image("Train/a/1.img");
		image("Train/b/1.img");
		image("valid/a/2.img");
		image("TEST/b/3.img");
		image("other/c/4.img");
		final LabeledImages images = open();
		assertEquals(List.of("a", "b"), images.labels());
		assertEquals(List.of("Train/a/1.img training", "Train/b/1.img training",
			"valid/a/2.img validation", "TEST/b/3.img test"), images.samples()
				.stream().map(sample -> sample.name() + " " + sample.declaredSide()
					.label()).collect(Collectors.toList()));
		assertEquals(List.of("other: beside the folders of the split"), skipped(
			images));
	}

	@Test
	void savedRegionsKeepTheirGroupsWhenTheirFolderIsGiven() throws IOException {
		for (final String name : List.of("a/1.img", "a/2.img", "b/1.img",
			"b/x.img"))
			image(name);
		Files.writeString(root.resolve("regions.csv"), "path,class,group\n" +
			"a/1.img,a,field 1\na/2.img,a,field 2\nb/1.img,b,field 1\n");
		final List<String> groups = new ArrayList<>();
		open().samples().forEach(sample -> groups.add(sample.group()));
		assertEquals(Arrays.asList("field 1", "field 2", "field 1", null), groups);
	}

	@Test
	void classesMayBeCalledTrainAndTest() throws IOException {
		image("train/1.img");
		image("training/1.img");
		image("test/1.img");
		final LabeledImages images = open();
		assertEquals(List.of("test", "train", "training"), images.labels());
		assertNull(images.samples().get(0).declaredSide());
	}

	@Test
	void twoFoldersForOneSideAreRefused() throws IOException {
		image("train/a/1.img");
		image("train/b/1.img");
		image("val/a/1.img");
		image("validation/b/1.img");
		assertTrue(failure().contains("'val' and 'validation'"), failure());
	}

	@Test
	void aClassThatTrainingDoesNotKnowIsNamed() throws IOException {
		image("train/a/1.img");
		image("train/b/1.img");
		image("test/a/1.img");
		image("test/c/1.img");
		assertTrue(failure().contains("The class 'c' is missing from the training"),
			failure());
		assertTrue(failure().contains("exclude=c"), failure());
		assertEquals(List.of("a", "b"), open("c").labels());
	}

	@Test
	void aMissingPathIsToldAsSuch() {
		root = root.resolve("nowhere");
		assertTrue(failure().contains("does not exist"), failure());
	}

	@Test
	void aFileThatIsNoDataSetIsRefused() throws IOException {
		root = TextImages.writeText(root.resolve("model.zip"), "zip");
		assertTrue(failure().contains("found the file"), failure());
	}

	@Test
	void anEmptyFolderIsToldAsSuch() {
		assertTrue(failure().contains("is empty"), failure());
	}

	@Test
	void imagesWithoutClassFoldersAreRefused() throws IOException {
		image("1.img");
		image("2.img");
		assertTrue(failure().startsWith("Expected sub-folders with images"),
			failure());
	}

	@Test
	void oneClassIsNotEnough() throws IOException {
		image("a/1.img");
		Files.createDirectories(root.resolve("b"));
		assertTrue(failure().contains("found only 'a'"), failure());
	}

	@Test
	void exclusionMustLeaveTwoClasses() throws IOException {
		image("a/1.img");
		image("b/1.img");
		assertTrue(failure("a").contains("found only 'b' after exclusion"));
		assertTrue(failure("a", "b").contains("found none after exclusion"));
	}

	@Test
	void classesThatDifferOnlyInCaseAreBothNamed() throws IOException {
		image("cell/1.img");
		image("Cell/1.img");
		image("other/1.img");
		// a file system that ignores case cannot hold both
		assumeFalse(Files.isSameFile(root.resolve("cell"), root.resolve("Cell")));
		assertTrue(failure().contains("'Cell' and 'cell'"), failure());
		assertEquals(List.of("cell", "other"), open("Cell").labels());
	}

	@Test
	void excludingAnUnknownClassIsWrongUsageThatNamesTheKnownOnes()
		throws IOException
	{
		image("a/1.img");
		image("b/1.img");
		final WrongUsage e = assertThrows(WrongUsage.class, () -> open("x"));
		assertEquals("Expected classes to exclude from 'a', 'b', found 'x'.", e
			.getMessage());
		assertFalse(open().samples().isEmpty());
	}
}

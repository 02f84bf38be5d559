
package io.github.cnnclassifier.dataset.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.progress.Progress;

class StackFilesTest {

	@TempDir
	private Path root;

	private final TextImages reader = new TextImages();

	private void file(final String name, final String text) throws IOException {
		TextImages.writeText(root.resolve(name), text);
	}

	private LabeledImages open(final PlanePolicy planes) {
		return LabeledImages.open(root, reader, Set.of(), planes);
	}

	private static List<String> names(final LabeledImages images) {
		return images.samples().stream().map(Sample::name).collect(Collectors
			.toList());
	}

	private static float value(final LabeledImages images, final int i)
		throws IOException
	{
		return images.samples().get(i).source().read().pixels().get(0);
	}

	@Test
	void thePlanesOfAStackInAClassFolderAreAGroup() throws IOException {
		file("a/s.img", "1 1 1 8 5 | 6 | 10");
		file("a/one.img", "1 1 1 8 4");
		file("b/one.img", "1 1 1 8 3");
		final LabeledImages images = open(PlanePolicy.EACH);
		assertEquals(List.of("a/one.img", "a/s.img[1]", "a/s.img[2]", "a/s.img[3]",
			"b/one.img"), names(images));
		assertNull(images.samples().get(0).group());
		assertEquals("a/s.img", images.samples().get(1).group());
		assertEquals("a/s.img", images.samples().get(3).group());
		assertEquals("a/s.img", images.samples().get(3).source().stack());
		assertEquals(10, value(images, 3));
	}

	@Test
	void eachPolicyMakesItsImagesOfAStack() throws IOException {
		file("a/s.img", "1 1 1 8 5 | 6 | 10");
		file("b/one.img", "1 1 1 8 3");
		assertEquals(names(open(PlanePolicy.EACH)), names(open(
			PlanePolicy.AVERAGE)));
		assertEquals(List.of("a/s.img", "b/one.img"), names(open(
			PlanePolicy.MIDDLE)));
		assertEquals(6, value(open(PlanePolicy.MIDDLE), 0));
		assertEquals(10, value(open(PlanePolicy.MAXIMUM), 0));
		assertEquals(7, value(open(PlanePolicy.MEAN), 0));
		assertThrows(WrongUsage.class, () -> open(PlanePolicy.CURRENT));
	}

	@Test
	void withoutAPolicyAStackFails() throws IOException {
		file("a/s.img", "1 1 1 8 5 | 6");
		file("a/one.img", "1 1 1 8 2");
		file("b/one.img", "1 1 1 8 3");
		final Survey survey = Survey.of(open(null), Progress.none());
		assertEquals(2, survey.samples().size());
		assertEquals("a/s.img", survey.failed().get(0).name());
	}

	@Test
	void aStackIsOpenedOnceForAllItsPlanes() throws IOException {
		file("a/s.img", "1 1 1 8 1" + " | 2".repeat(40));
		file("b/s.img", "1 1 1 8 3" + " | 4".repeat(40));
		assertEquals(82, Survey.of(open(PlanePolicy.EACH), Progress.none())
			.samples().size());
		assertEquals(2, reader.opened.get());
	}

	@Test
	void aFileWithOtherPlanesThanExpectedFails() throws IOException {
		file("a/s.img", "1 1 1 8 5 | 6");
		file("b/one.img", "1 1 1 8 3");
		final LabeledImages images = open(PlanePolicy.EACH);
		file("b/one.img", "1 1 1 8 3 | 4");
		final IOException e = assertThrows(IOException.class, () -> value(images,
			2));
		assertTrue(e.getMessage().startsWith("Expected 1 plane"), e.getMessage());
	}

	@Test
	void aFolderOfStacksHasAClassPerStack() throws IOException {
		file("mitosis.img", "1 1 1 8 5 | 6");
		file("rest.ome.img", "1 1 1 8 7 | 8 | 9");
		file("single.img", "1 1 1 8 1");
		file("notes.txt", "no image");
		file(".hidden.img", "1 1 1 8 5 | 6");
		final LabeledImages images = open(PlanePolicy.EACH);
		assertEquals(List.of("mitosis", "rest"), images.labels());
		assertEquals(List.of("mitosis.img[1]", "mitosis.img[2]", "rest.ome.img[1]",
			"rest.ome.img[2]", "rest.ome.img[3]"), names(images));
		assertEquals(8, value(images, 3));
		// each plane is an image of the class, not a view of one thing
		assertNull(images.samples().get(0).group());
		assertNull(images.samples().get(0).source().stack());
		assertEquals(List.of(".hidden.img: hidden", "notes.txt: not an image",
			"single.img: beside the stacks that are the classes, but a single image"),
			images.skipped().stream().map(file -> file.name() + ": " + file.reason())
				.collect(Collectors.toList()));
	}

	@Test
	void oneStackOrAClassFolderIsNoFolderOfStacks() throws IOException {
		file("a.img", "1 1 1 8 5 | 6");
		assertThrows(UserFailure.class, () -> open(PlanePolicy.EACH));
		file("b.img", "1 1 1 8 5 | 6");
		file("x/1.img", "1 1 1 8 5");
		file("y/1.img", "1 1 1 8 6");
		assertEquals(List.of("x", "y"), open(PlanePolicy.EACH).labels());
	}

	@Test
	void projectionsWouldLeaveOneImagePerStackAndClass() throws IOException {
		file("a.img", "1 1 1 8 5 | 6");
		file("b.img", "1 1 1 8 5 | 6");
		assertTrue(assertThrows(UserFailure.class, () -> open(PlanePolicy.MAXIMUM))
			.getMessage().startsWith("Expected planes=each for a folder of stacks"));
	}

	@Test
	void foldersBelowAClassFolderBelongToTheClass() throws IOException {
		file("a/mouse 1/day 2/1.img", "1 1 1 8 5");
		file("a/0.img", "1 1 1 8 5");
		file("a/.cache/2.img", "1 1 1 8 5");
		file("b/mouse 1/1.img", "1 1 1 8 5");
		final LabeledImages images = open(PlanePolicy.EACH);
		assertEquals(List.of("a", "b"), images.labels());
		assertEquals(List.of("a/0.img", "a/mouse 1/day 2/1.img", "b/mouse 1/1.img"),
			names(images));
		assertEquals("a/.cache", images.skipped().get(0).name());
	}

	@Test
	void foldersBelowTheClassFoldersOfASideBelongToTheClass() throws IOException {
		file("train/a/well/1.img", "1 1 1 8 5");
		file("train/b/1.img", "1 1 1 8 6");
		file("test/a/well/2.img", "1 1 1 8 7");
		final LabeledImages images = open(PlanePolicy.EACH);
		assertEquals(List.of("a", "b"), images.labels());
		assertEquals(Side.TEST, images.samples().get(2).declaredSide());
	}

	@Test
	void sidesMayStandDirectlyBelowTheClasses() throws IOException {
		file("a/train/1.img", "1 1 1 8 5");
		file("a/test/well/2.img", "1 1 1 8 6");
		file("b/train/1.img", "1 1 1 8 7");
		file("c/test/1.img", "1 1 1 8 8");
		file("c/train/1.img", "1 1 1 8 9");
		final LabeledImages images = open(PlanePolicy.EACH);
		assertEquals(List.of("a/test/well/2.img TEST", "a/train/1.img TRAINING",
			"b/train/1.img TRAINING", "c/test/1.img TEST", "c/train/1.img TRAINING"),
			images.samples().stream().map(s -> s.name() + " " + s.declaredSide())
				.collect(Collectors.toList()));
	}

	@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need rights there")
	@Test
	void aLinkInACircleIsLeftOut() throws IOException {
		file("a/1.img", "1 1 1 8 5");
		file("b/1.img", "1 1 1 8 6");
		Files.createSymbolicLink(root.resolve("a/again"), root);
		final LabeledImages images = open(PlanePolicy.EACH);
		assertEquals(List.of("a/1.img", "b/1.img"), names(images));
		assertEquals("a/again", images.skipped().get(0).name());
	}
}


package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;

/** The inspection of training images by the start script. */
class InspectedImagesTest {

	@TempDir
	Path folder;

	private Path images;

	@BeforeEach
	void name() {
		images = folder.resolve("images");
	}

	private CommandLineRun inspect(final String... more) {
		final String[] words = new String[more.length + 2];
		words[0] = "inspect";
		words[1] = "images=" + images;
		System.arraycopy(more, 0, words, 2, more.length);
		return CommandLineRun.of(words);
	}

	private static CommandLineRun prints(final CommandLineRun run,
		final String text)
	{
		assertTrue(run.results().stream().anyMatch(l -> l.contains(text)),
			() -> text + " in " + run);
		return run;
	}

	@Test
	void soundImagesEndWellAndFindingsAreResults() throws IOException {
		TestImages.halves(images, 20, 1);
		final CommandLineRun run = inspect().endsWith(0);
		assertEquals("images=40 classes=2 unreadable=0 skipped=0 problems=0 " +
			"warnings=0", run.results().get(0));
		prints(run, "note: All images have 28 x 28 pixels.");
		prints(run, "channels=as-is range=0..255");
	}

	@Test
	void anEmptyAndAMissingFolderAreFailures() throws IOException {
		inspect("output=" + folder.resolve("r")).refuses(1, "does not exist", images
			.toString());
		Files.createDirectory(images);
		inspect("output=" + folder.resolve("r")).refuses(1, "is empty", images
			.toString());
		assertFalse(Files.exists(folder.resolve("r")));
	}

	@Test
	void aBrokenFileIsARowAndTheStatusTells() throws IOException {
		TestImages.halves(images, 20, 1);
		Files.writeString(images.resolve("left/words.png"), "These are words.");
		Files.writeString(images.resolve("left/notes.txt"), "words");
		final Path report = folder.resolve("report");
		final CommandLineRun run = inspect("output=" + report).endsWith(3);
		assertTrue(run.results().get(0).startsWith(
			"images=40 classes=2 unreadable=1 skipped=1 "), run.toString());
		run.says("No result for 'left/words.png': ");
		prints(run, "warning: 1 image of 41 cannot be read");
		prints(run, "note: 1 entry was left out, not an image: left/notes.txt");
		assertTrue(Files.readString(report.resolve("images.csv")).contains(
			"\nleft/words.png,left,"));
	}

	@Test
	void oneClassIsInspected() throws IOException {
		TestImages.classFolder(images, "only", 0, 5, 1);
		prints(inspect().endsWith(0),
			"problem: Expected at least two classes, found only 'only'");
	}

	@Test
	void imagesWithoutClassesAreInspected() throws IOException {
		TestImages.png(images.resolve("1.png"), TestImages.half(0, 1));
		final CommandLineRun run = inspect("output=" + folder.resolve("r"))
			.endsWith(0);
		assertTrue(run.results().get(0).startsWith("images=1 classes=0 "));
		prints(run, "problem: The images lie in the folder itself");
		assertTrue(Files.exists(folder.resolve("r/contact-sheet-images.png")));
	}

	@Test
	void mixedKindsOfImagesAreInspected() throws IOException {
		TestImages.halves(images, 5, 1);
		TestImages.png(images.resolve("left/color.png"), new ColorProcessor(28,
			28));
		final ShortProcessor deep = new ShortProcessor(40, 28);
		deep.set(7, 60_000);
		TestImages.tiff(images.resolve("right/deep.tif"), deep);
		final CommandLineRun run = inspect("output=" + folder.resolve("r"))
			.endsWith(0);
		prints(run, "warning: The images differ in channels: 1 image RGB, 11 " +
			"images gray.");
		prints(run, "warning: The images differ in bit depth: ");
		prints(run, "16-bit images hold 0 to 60000");
		prints(run, "1 image is constant");
	}

	@Test
	void slicesOfStacksAreImages() throws IOException {
		TestImages.halves(images, 5, 1);
		final ImageStack stack = new ImageStack(28, 28);
		for (int i = 0; i < 3; i++) {
			stack.addSlice(TestImages.half(1, 50 + i));
		}
		final ImagePlus image = new ImagePlus("", stack);
		TestImages.tiff(images.resolve("right/stack.tif"), image);
		final Path report = folder.resolve("r");
		final CommandLineRun run = inspect("output=" + report).endsWith(0);
		assertTrue(run.results().get(0).startsWith("images=13 classes=2 "), run
			.toString());
		prints(run,
			"note: 3 of 13 images come from 1 stack of 3 slices (z) and 1 " +
				"frame (t), each plane an image of its own.");
		assertTrue(Files.readString(report.resolve("images.csv")).contains(
			"\nright/stack.tif[2],right,,right/stack.tif,28,28,1,3,1,"));
		final CommandLineRun middle = inspect("planes=middle").endsWith(0);
		assertTrue(middle.results().get(0).startsWith("images=11 classes=2 "),
			middle.toString());
		prints(middle, "1 of 11 images comes from 1 stack of 3 slices (z)");
	}

	@Test
	void groupsAreAsWished() throws IOException {
		TestImages.halves(images, 20, 1);
		prints(inspect("groups=([0-9])[.]png").endsWith(0),
			"note: Grouped by the " + "pattern ([0-9])[.]png: 10 groups");
		inspect("groups=([0-9]").refuses(2, "Expected groups to be", "([0-9]");
		inspect("planes=current").refuses(2, "planes");
	}

	@Test
	void aListIsInspected() throws IOException {
		TestImages.halves(images, 3, 1);
		images = Files.writeString(images.resolve("list.csv"),
			"path,class\nleft/000.png,a\nright/000.png,b\nright/gone.png,b\n");
		assertTrue(inspect().endsWith(3).results().get(0).startsWith(
			"images=2 classes=2 unreadable=1 "));
	}

	@Test
	void theReportMustNotLieAmongTheImages() throws IOException {
		TestImages.halves(images, 3, 1);
		inspect("output=" + images.resolve("report")).refuses(1,
			"outside of the images");
		assertFalse(Files.exists(images.resolve("report")));
	}

	@Test
	void aMissingKeyIsWrongUsage() {
		CommandLineRun.of("inspect").refuses(2, "needs 'images'", "images=PATH");
		inspect("model=x").refuses(2,
			"images, exclude, corrections, groups, planes, output, overwrite",
			"model");
	}
}

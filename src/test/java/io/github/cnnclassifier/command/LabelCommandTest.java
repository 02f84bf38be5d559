
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.imagej.reader.ImageJImageReader;
import io.github.cnnclassifier.launch.Commands;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.ui.label.ImageCrops;

/** What is labeled, and that nobody but a person does it. */
class LabelCommandTest {

	private final ImagePlus stack = new ImagePlus("stack", stackOf(5));

	private static ImageStack stackOf(final int slices) {
		final ImageStack stack = new ImageStack();
		for (int i = 0; i < slices; i++)
			stack.addSlice(new ByteProcessor(40, 30));
		return stack;
	}

	@AfterEach
	void forget() {
		WindowManager.setTempCurrentImage(null);
	}

	private CropsToLabel find(final String from, final Path files)
		throws IOException
	{
		return CropsToLabel.of(new CropsToLabel.Place(from, "", "", Optional
			.ofNullable(files), RegionCropping.PLAIN), new ImageJImageReader(),
			image -> true, Progress.none());
	}

	private String refused(final String from, final Path files) {
		return assertThrows(UserFailure.class, () -> find(from, files))
			.getMessage();
	}

	@Test
	void withoutAPersonItSaysWhatToUseInstead() {
		final UserFailure failure = assertThrows(UserFailure.class,
			() -> PlainImageJ.run(Commands.LABEL, stack, "source=slices"));
		assertTrue(failure.getMessage().startsWith(
			"Expected a person at the menu, found a macro"), failure.getMessage());
		assertTrue(failure.getMessage().contains("train with images=TABLE"), failure
			.getMessage());
	}

	@Test
	void roisOfTheOverlayComeBeforeSlices() throws IOException {
		WindowManager.setTempCurrentImage(stack);
		final CropsToLabel slices = find("auto", null);
		assertEquals(5, slices.source().crops().size());
		assertEquals(List.of(1, 2, 3, 4, 5), slices.image().orElseThrow().regions()
			.stream().map(region -> region.slice()).toList());
		final Roi roi = new OvalRoi(3, 4, 10, 12);
		roi.setPosition(2);
		stack.setOverlay(new Overlay(roi));
		final CropsToLabel cells = find("auto", null);
		assertEquals(1, cells.source().crops().size());
		final ImageCrops places = cells.image().orElseThrow();
		assertEquals(2, places.regions().get(0).slice());
		assertEquals(places.regions().get(0), cells.source().crops().get(0)
			.region());
		assertTrue(places.outlines().get(0).contains(8, 10));
		assertEquals(5, find("slices", null).source().crops().size());
	}

	@Test
	void aPlaneOfAHyperstackHasAllItsChannels() throws IOException {
		final ImagePlus hyper = new ImagePlus("hyper", stackOf(12));
		hyper.setDimensions(2, 3, 2);
		WindowManager.setTempCurrentImage(hyper);
		final CropsToLabel planes = find("auto", null);
		assertEquals(6, planes.source().crops().size());
		assertEquals(2, planes.source().crops().get(5).source().read().channels());
		assertEquals(List.of(1, 1, 1, 2, 2, 2), planes.image().orElseThrow()
			.regions().stream().map(region -> region.frame()).toList());
	}

	@Test
	void filesNeedNoImage() throws IOException {
		final CropsToLabel files = find("auto", PlainImageJ.DIGITS.resolve("4"));
		assertEquals(70, files.source().crops().size());
		assertTrue(files.image().isEmpty());
		assertTrue(refused("files", null).contains("images=PATH"));
	}

	@Test
	void anImageIsKnownByItsIdToo() throws IOException {
		final ImagePlus shown = new ImagePlus("stack", stackOf(3));
		Interpreter.batchMode = true;
		try {
			WindowManager.setTempCurrentImage(shown);
			Interpreter.addBatchModeImage(shown);
			assertEquals(3, named(Integer.toString(shown.getID())).source().crops()
				.size());
			assertEquals(3, named("stack").source().crops().size());
			assertTrue(assertThrows(WrongUsage.class, () -> named("-99999"))
				.getMessage().contains("title or ID"));
		}
		finally {
			Interpreter.removeBatchModeImage(shown);
			Interpreter.batchMode = false;
		}
	}

	private static CropsToLabel named(final String title) throws IOException {
		return CropsToLabel.of(new CropsToLabel.Place("slices", title, "", Optional
			.empty(), RegionCropping.PLAIN), new ImageJImageReader(), image -> true,
			Progress.none());
	}

	@Test
	void labelsOfAnImageThatWasChangedDoNotGoToThoseOfItsFile(
		@TempDir final Path folder) throws IOException
	{
		final Path file = folder.resolve("cells.tif");
		assertTrue(new FileSaver(stack).saveAsTiffStack(file.toString()));
		final ImagePlus opened = IJ.openImage(file.toString());
		WindowManager.setTempCurrentImage(opened);
		assertEquals(Optional.of(folder.resolve("cells labels/labels.csv")), find(
			"slices", null).source().labels());
		final CropsToLabel asItIs = CropsToLabel.of(new CropsToLabel.Place("slices",
			"", "", Optional.empty(), RegionCropping.PLAIN), new ImageJImageReader(),
			image -> false, Progress.none());
		assertEquals(Optional.empty(), asItIs.source().labels());
		assertEquals(5, asItIs.source().crops().size());
	}

	@Test
	void nothingToLabelIsSaidWithWhatToDo() {
		assertTrue(refused("auto", null).startsWith(
			"Expected an open image, or a folder or table of images"));
		WindowManager.setTempCurrentImage(new ImagePlus("empty", new ByteProcessor(
			9, 9)));
		assertTrue(refused("auto", null).contains("press t for each"));
		assertTrue(refused("overlay", null).contains("in the overlay"));
		assertTrue(refused("slices", Path.of("x")).contains(
			"either images or source=slices"));
	}
}

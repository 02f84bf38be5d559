
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileInfo;
import ij.process.ByteProcessor;
import ij.process.ShortProcessor;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.reader.ImageJImageReader;
import io.github.cnnclassifier.launch.Commands;

/** Save ROIs in ImageJ without a display. */
class SaveRoisTest {

	@TempDir
	private Path folder;

	/** 8 x 6 pixels, value 10 x row + column. */
	private static ImagePlus plane(final String title) {
		final ByteProcessor pixels = new ByteProcessor(8, 6);
		for (int i = 0; i < 48; i++) {
			pixels.set(i, 10 * (i / 8) + i % 8);
		}
		return new ImagePlus(title, pixels);
	}

	/** 2 channels, 3 slices, 2 frames; value 10000 c + 1000 z + 100 t + ... */
	private static ImagePlus hyperstack() {
		final ImageStack stack = new ImageStack(8, 6);
		for (int t = 1; t <= 2; t++) {
			for (int z = 1; z <= 3; z++) {
				for (int c = 1; c <= 2; c++) {
					final ShortProcessor pixels = new ShortProcessor(8, 6);
					for (int i = 0; i < 48; i++) {
						pixels.set(i, 10000 * c + 1000 * z + 100 * t + 10 * (i / 8) + i %
							8);
					}
					stack.addSlice(pixels);
				}
			}
		}
		final ImagePlus image = new ImagePlus("hyper.tif", stack);
		image.setDimensions(2, 3, 2);
		image.setOpenAsHyperStack(true);
		image.getCalibration().pixelWidth = 0.5;
		image.getCalibration().pixelHeight = 0.5;
		image.getCalibration().setUnit("micron");
		return new CompositeImage(image, IJ.COMPOSITE);
	}

	private static ImagePlus withRois(final ImagePlus image, final Roi... rois) {
		final Overlay overlay = new Overlay();
		Arrays.stream(rois).forEach(overlay::add);
		image.setOverlay(overlay);
		return image;
	}

	private static Roi named(final Roi roi, final String name) {
		roi.setName(name);
		return roi;
	}

	private void save(final ImagePlus image, final String options) {
		PlainImageJ.run(Commands.SAVE_ROIS, image, "output=[" + folder + "] " +
			options);
	}

	private String refused(final ImagePlus image, final String options) {
		return assertThrows(UserFailure.class, () -> save(image, options))
			.getMessage();
	}

	private SampleImage saved(final String path) throws IOException {
		return new ImageJImageReader().read(folder.resolve(path));
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).map(f -> folder.relativize(f)
				.toString().replace('\\', '/')).sorted().toList();
		}
	}

	private List<String> list() throws IOException {
		return Files.readAllLines(folder.resolve("regions.csv"));
	}

	@Test
	void regionOfASliceIsSavedWithAllItsChannelsAsTheyAre() throws IOException {
		final ImagePlus image = hyperstack();
		image.setPosition(2, 1, 1);
		image.setDisplayRange(15000, 15001);
		final Roi roi = named(new Roi(1, 2, 3, 2), "mitotic-1");
		roi.setPosition(1, 3, 2);
		save(withRois(image, roi), "");
		final SampleImage crop = saved("mitotic/hyper_0001_z003_t002.tif");
		assertArrayEquals(new float[] { 13221, 13222, 13223, 13231, 13232, 13233,
			23221, 23222, 23223, 23231, 23232, 23233 }, crop.pixels().toFloats());
		assertEquals("2 channels, 16 bits", crop.channels() + " channels, " + crop
			.bitDepth() + " bits");
		assertEquals(0.5, crop.pixelSize().orElseThrow().width(), 1e-9);
		assertEquals("micron", crop.pixelSize().orElseThrow().unit());
		assertEquals(
			"mitotic/hyper_0001_z003_t002.tif,mitotic,hyper.tif,hyper.tif," +
				"mitotic-1,,1,2,3,2,3,2,0,false", list().get(1));
		assertEquals(2, image.getC());
		assertFalse(image.isLocked());
	}

	@Test
	void marginAndMaskAreApplied() throws IOException {
		// columns -1 to 2, rows 0 to 3: the corners of the oval are outside
		save(withRois(plane("p.png"), named(new OvalRoi(-1, 0, 4, 4), "round")),
			"margin=1 masked=true");
		assertArrayEquals(new float[] { 0, 1, 0, 0, 10, 11, 12, 0, 20, 21, 22, 0,
			30, 31, 0, 0, 0, 0, 0, 0 }, saved("round/p_0001.tif").pixels()
				.toFloats());
		assertTrue(list().get(1).endsWith(",round,,0,0,4,5,1,1,1,true"), list().get(
			1));
	}

	@Test
	void severalImagesShareAFolderAndNothingIsOverwritten() throws IOException {
		final ImagePlus a = withRois(fromFile(plane("well.tif"), "/data/a/"), named(
			new Roi(0, 0, 2, 1), "x-1"), named(new Roi(2, 0, 2, 1), "y-1"));
		final ImagePlus b = withRois(fromFile(plane("well.tif"), "/data/b/"), named(
			new Roi(4, 0, 2, 1), "x-1"));
		save(a, "");
		save(b, "");
		assertEquals(List.of("regions.csv", "x/well-2_0001.tif", "x/well_0001.tif",
			"y/well_0002.tif"), files());
		assertArrayEquals(new float[] { 0, 1 }, saved("x/well_0001.tif").pixels()
			.toFloats());
		assertArrayEquals(new float[] { 4, 5 }, saved("x/well-2_0001.tif").pixels()
			.toFloats());
		assertEquals(List.of("/data/a/well.tif", "/data/a/well.tif",
			"/data/b/well.tif"), list().subList(1, 4).stream().map(row -> row.split(
				",")[2]).toList());
		final String again = refused(b, "");
		assertTrue(again.contains("'x/well-2_0001.tif'") && again.contains(
			"overwrite=true"), again);
		save(withRois(b, named(new Roi(6, 0, 2, 1), "x-1")), "overwrite=true");
		assertArrayEquals(new float[] { 6, 7 }, saved("x/well-2_0001.tif").pixels()
			.toFloats());
		assertEquals(4, list().size());
	}

	private static ImagePlus fromFile(final ImagePlus image,
		final String directory)
	{
		final FileInfo file = new FileInfo();
		file.directory = directory;
		file.fileName = image.getTitle();
		image.setFileInfo(file);
		return image;
	}

	@Test
	void badRegionsAreCountedAndTheOthersSaved() throws IOException {
		final Object summary = PlainImageJ.module(Commands.SAVE_ROIS, withRois(
			plane("p"), named(new Roi(20, 0, 2, 2), "far-1"), named(new Roi(0, 0, 2,
				2), "0001-0002"), named(new Roi(0, 0, 2, 2), "good-1")), "output=[" +
					folder + "]").getOutput("summary");
		assertEquals("output=" + folder + " saved=1 failed=2", summary);
		assertEquals(List.of("good/p_0003.tif", "regions.csv"), files());
	}

	@Test
	void classNamesAreMadeSafeAndCollisionsRefusedBeforeAnythingIsWritten()
		throws IOException
	{
		assertTrue(refused(withRois(plane("p"), named(new Roi(0, 0, 2, 2), "a/b"),
			named(new Roi(0, 0, 2, 2), "a:b")), "").contains("'a/b' and 'a:b'"));
		assertTrue(refused(withRois(plane("p"), named(new Roi(0, 0, 2, 2), "a_b"),
			named(new Roi(0, 0, 2, 2), "a:b")), "").contains("'a_b' and 'a:b'"));
		assertEquals(List.of(), files());
		save(withRois(plane("p/1?.tif"), named(new Roi(0, 0, 2, 2), "a/b")), "");
		assertEquals(List.of("a_b/p_1__0001.tif", "regions.csv"), files());
		// as training on the class folders would name it
		assertTrue(list().get(1).startsWith("a_b/p_1__0001.tif,a_b,"), list().get(
			1));
		assertTrue(refused(withRois(plane("p"), named(new Roi(0, 0, 2, 2), "A_B")),
			"").contains("'a_b' and 'A_B'"));
	}

	@Test
	void labelImageNeedsOneClass() throws IOException {
		final ImagePlus labels = plane("labels");
		labels.getProcessor().setColor(0);
		labels.getProcessor().fill();
		labels.getProcessor().set(2, 3, 40);
		labels.getProcessor().set(3, 3, 40);
		labels.getProcessor().set(5, 5, 9);
		final Path file = folder.resolve("labels.tif");
		IJ.saveAsTiff(labels, file.toString());
		final String options = "rois=[" + file + "] regions=labels ";
		assertTrue(refused(plane("p"), options).contains("className"));
		save(plane("p"), options + "className=cell");
		assertArrayEquals(new float[] { 32, 33 }, saved("cell/p_0040.tif").pixels()
			.toFloats());
		assertArrayEquals(new float[] { 55 }, saved("cell/p_0009.tif").pixels()
			.toFloats());
	}

	@Test
	void lockedClosedOrMissingImagesAreClearErrors() throws IOException {
		final ImagePlus locked = withRois(plane("p"), named(new Roi(0, 0, 2, 2),
			"a"));
		CompletableFuture.runAsync(() -> assertTrue(locked.lockSilently())).join();
		assertTrue(refused(locked, "").contains("is locked"));
		assertTrue(locked.isLocked());
		locked.unlock();
		locked.flush();
		assertTrue(refused(locked, "").contains("'p' was closed"));
		assertTrue(refused(null, "").contains("Expected an open image"));
		assertTrue(refused(plane("p"), "").contains("Expected regions"));
		assertEquals(List.of(), files());
	}

	@Test
	void outputThatIsAFileIsAnError() throws IOException {
		final Path file = Files.createFile(folder.resolve("file"));
		final ImagePlus image = withRois(plane("p"), named(new Roi(0, 0, 2, 2),
			"a"));
		assertTrue(assertThrows(UserFailure.class, () -> PlainImageJ.run(
			Commands.SAVE_ROIS, image, "output=[" + file + "]")).getMessage()
			.contains("is a file"));
	}

	@Test
	void savedRegionsAreTrainingImages() throws IOException {
		for (final int digit : new int[] { 3, 7 }) {
			for (int i = 0; i < 6; i++) {
				final ImagePlus image = IJ.openImage(PlainImageJ.DIGITS.resolve(
					"%d/%d_%03d.png".formatted(digit, digit, i)).toString());
				image.setRoi(2, 2, 24, 24);
				save(image, "className=d" + digit);
			}
		}
		final Path model = folder.resolve("model.zip");
		PlainImageJ.run(Commands.TRAIN, "images=[" + folder + "] model=[" + model +
			"] network=tiny epochs=1");
		assertTrue(Files.exists(model));
	}
}

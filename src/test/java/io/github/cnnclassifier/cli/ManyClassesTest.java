
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;

/** More classes than ImageJ has ROI groups and an 8-bit image has values. */
class ManyClassesTest {

	private static final int CLASSES = 260;
	private static final int SIDE = 8;

	@TempDir
	static Path folder;

	private static Path model;

	@BeforeAll
	static void train() throws IOException {
		final Path images = folder.resolve("images");
		for (int c = 0; c < CLASSES; c++) {
			final Path ofClass = Files.createDirectories(images.resolve("c%03d"
				.formatted(c)));
			for (int i = 0; i < 3; i++) {
				TestImages.png(ofClass.resolve(i + ".png"), noise(3 * c + i));
			}
		}
		model = folder.resolve("many.zip");
		CommandLineRun.train(images, model, "epochs=1", "batchSize=64", "width=8",
			"height=8").endsWith(0);
	}

	private static ByteProcessor noise(final int seed) {
		final byte[] pixels = new byte[SIDE * SIDE];
		new Random(seed).nextBytes(pixels);
		return new ByteProcessor(SIDE, SIDE, pixels);
	}

	@AfterEach
	void noGroupNames() {
		Roi.setGroupNames(null);
	}

	private Path image() throws IOException {
		final Path image = folder.resolve("image.png");
		final ByteProcessor pixels = new ByteProcessor(10 * SIDE, SIDE);
		for (int i = 0; i < 10; i++) {
			pixels.insert(noise(70 * i), i * SIDE, 0);
		}
		TestImages.png(image, pixels);
		return image;
	}

	@Test
	void roisOfClassesBeyondTheGroupsAreInNone() throws IOException {
		final Path roi = folder.resolve("a.roi");
		RoiEncoder.save(new Roi(0, 0, SIDE, SIDE), roi.toString());
		final Path csv = folder.resolve("r.csv");
		final Path zip = folder.resolve("r.zip");
		CommandLineRun.of("classify-rois", "image=" + image(), "model=" + model,
			"rois=" + roi, "output=" + csv, "labelledRoiFile=" + zip, "threshold=1")
			.endsWith(0).says("ImageJ has 255 ROI groups: ROIs of further classes " +
				"are in none.");
		final List<String> rows = Files.readAllLines(csv);
		assertTrue(rows.get(0).contains(",p_c259,"), rows.get(0));
		assertTrue(rows.get(1).contains(",unknown,"), rows.get(1));
		assertEquals(rows.get(0).split(",").length, rows.get(1).split(",",
			-1).length);
		try (ZipFile labeled = new ZipFile(zip.toFile())) {
			final ZipEntry entry = labeled.getEntry("unknown-0001.roi");
			assertNotNull(entry);
			final Roi read = RoiDecoder.openFromByteArray(labeled.getInputStream(
				entry).readAllBytes());
			assertEquals(0, read.getGroup());
			assertNotNull(read.getStrokeColor());
		}
	}

	@Test
	void mapsHave16Bits() throws IOException {
		final Path map = folder.resolve("m.tif");
		CommandLineRun.of("map-classes", "image=" + image(), "model=" + model,
			"stride=4", "threshold=1", "output=" + map).endsWith(0);
		final ImagePlus written = IJ.openImage(map.toString());
		assertEquals(16, written.getBitDepth());
		assertEquals(CLASSES + 1, written.getProcessor().get(4, 4));
		assertEquals("unknown", written.getProp("class" + (CLASSES + 1)));
	}

	@Test
	void folderAndImageHaveAllProbabilities() throws IOException {
		final Path single = folder.resolve("single/a.png");
		Files.createDirectories(single.getParent());
		TestImages.png(single, noise(7));
		CommandLineRun.of("classify-image", "image=" + single, "model=" + model)
			.endsWith(0);
		final Path csv = folder.resolve("f.csv");
		CommandLineRun.of("classify-folder", "images=" + single.getParent(),
			"model=" + model, "output=" + csv).endsWith(0);
		assertTrue(Files.readAllLines(csv).get(0).contains("c259"));
	}
}

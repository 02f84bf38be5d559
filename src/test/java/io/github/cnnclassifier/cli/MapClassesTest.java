
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;

/** The start script's map-classes. */
class MapClassesTest {

	@TempDir
	static Path folder;

	private static Path model;
	private static Path image;

	@BeforeAll
	static void trainAndPaint() throws IOException {
		model = folder.resolve("model.zip");
		CommandLineRun.train(TestImages.halves(folder.resolve("halves"), 40, 1),
			model).endsWith(0);
		// windows on a border between dark and bright see the halves
		final ByteProcessor stripes = new ByteProcessor(84, 28);
		stripes.insert(TestImages.half(0, 7), 0, 0);
		stripes.insert(TestImages.half(1, 8), 28, 0);
		stripes.insert(TestImages.half(0, 9), 56, 0);
		image = folder.resolve("stripes.tif");
		TestImages.tiff(image, stripes);
	}

	@Test
	void mapIsWrittenAndTheSharesAreTold() {
		final Path map = folder.resolve("map.tif");
		final CommandLineRun run = CommandLineRun.of("map-classes", "image=" +
			image, "model=" + model, "stride=14", "unlike=off", "output=" + map)
			.endsWith(0);
		assertTrue(run.results().get(0).matches(
			"class=left pixels=\\d+ fraction=[01]\\.\\d{4}"), run.toString());
		assertTrue(run.results().get(1).startsWith("class=right pixels="));
		assertEquals("output=" + map, run.results().get(2));
		final ImagePlus written = IJ.openImage(map.toString());
		assertEquals(84 + " x " + 28, written.getWidth() + " x " + written
			.getHeight());
		assertEquals(1, written.getProcessor().get(4, 14));
		assertEquals(2, written.getProcessor().get(42, 14));
	}

	@Test
	void withoutAnOutputThereIsNothingToDo() {
		CommandLineRun.of("map-classes", "image=" + image, "model=" + model)
			.refuses(2, "needs 'output'");
	}

	@Test
	void refusedImageLeavesNoFile() throws IOException {
		final Path small = folder.resolve("small.tif");
		TestImages.tiff(small, new ByteProcessor(20, 40));
		final Path map = folder.resolve("never.tif");
		CommandLineRun.of("map-classes", "image=" + small, "model=" + model,
			"output=" + map).refuses(1, "at least one window of 28 x 28 pixels");
		CommandLineRun.of("map-classes", "image=" + image, "model=" + model,
			"output=" + map, "stride=29").refuses(1, "found stride=29");
		CommandLineRun.of("map-classes", "image=" + image, "model=" + model,
			"output=" + map, "window=-3").refuses(2, "window");
		assertTrue(Files.notExists(map));
	}

	@Test
	void whereTheAreasCannotBeWrittenThereIsNoMap() {
		final Path map = folder.resolve("none.tif");
		final Path areas = folder.resolve("a".repeat(240) + ".csv");
		CommandLineRun.of("map-classes", "image=" + image, "model=" + model,
			"output=" + map, "areaFile=" + areas).refuses(1, areas.toString());
		assertTrue(Files.notExists(map));
	}
}

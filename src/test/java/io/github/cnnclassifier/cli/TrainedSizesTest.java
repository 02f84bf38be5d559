
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import ij.process.ImageProcessor;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.image.ImageSize;
import io.github.cnnclassifier.image.ImageSizes;

/** A model that learned from images larger than its input, and its use. */
class TrainedSizesTest {

	private static final String SIZES =
		"56 x 40 pixels (median; from 56 x 36 to 62 x 40)";

	@TempDir
	static Path folder;

	private static Path model;
	private static Path field;

	@BeforeAll
	static void train() throws IOException {
		final Path images = folder.resolve("images");
		side(images.resolve("train"), 12, 56, 40);
		side(images.resolve("val"), 3, 62, 36);
		// what is learned must not depend on it
		side(images.resolve("test"), 3, 300, 10);
		model = folder.resolve("model.zip");
		CommandLineRun.train(images, model, "width=28", "height=28").endsWith(0);
		field = folder.resolve("field.tif");
		TestImages.tiff(field, resized(0, 5, 150, 120));
	}

	private static void side(final Path side, final int count, final int width,
		final int height) throws IOException
	{
		for (final String label : List.of("left", "right")) {
			for (int i = 0; i < count; i++) {
				TestImages.png(side.resolve(label).resolve(i + ".png"), resized(label
					.equals("left") ? 0 : 1, width * 100 + i, width, height));
			}
		}
	}

	private static ImageProcessor resized(final int half, final int seed,
		final int width, final int height)
	{
		return TestImages.half(half, seed).resize(width, height);
	}

	@Test
	void sizesAreThoseOfTheTrainingAndValidationSides() {
		assertEquals(new ImageSizes(new ImageSize(56, 36), new ImageSize(56, 40),
			new ImageSize(62, 40)), ModelArchive.describe(model).images().sizes()
				.orElseThrow());
		assertTrue(CommandLineRun.of("info", "model=" + model).endsWith(0).results()
			.contains("size of the training images: " + SIZES + ", width x height"));
		assertTrue(CommandLineRun.of("info", "model=digits").endsWith(0).results()
			.contains("size of the training images: unknown"));
	}

	private static CommandLineRun map(final String... more) throws IOException {
		final Path output = folder.resolve("map.tif");
		Files.deleteIfExists(output);
		final List<String> words = new ArrayList<>(List.of("map-classes", "image=" +
			field, "model=" + model, "output=" + output));
		words.addAll(List.of(more));
		return CommandLineRun.of(words.toArray(String[]::new));
	}

	@Test
	void windowsAreAsLargeAsTheTrainingImagesAndSayIt() throws IOException {
		map().endsWith(0).says("Windows of 56 x 40 pixels: the size of the " +
			"training images, " + SIZES + ".");
		assertTrue(IJ.openImage(folder.resolve("map.tif").toString())
			.getInfoProperty().contains("window: 56 x 40 pixels, stride 14"));
		CommandLineRun.of("map-classes", "image=" + field, "model=digits",
			"output=" + folder.resolve("digits.tif")).endsWith(0).says(
				"Windows of 28 x 28 pixels: the size of the model's input, as the " +
					"model does not tell how large its training images were.");
	}

	@Test
	void otherWindowsAreWarnedOfButMapped() throws IOException {
		map("window=120").endsWith(0).says("Warning: Windows of 120 x 86 pixels " +
			"are unlike the training images, " + SIZES + ", so classes");
		assertEquals(0, warnings(map("window=70").endsWith(0)));
	}

	private static long warnings(final CommandLineRun run) {
		return run.messages().stream().filter(line -> line.startsWith("Warning:"))
			.count();
	}

	private static CommandLineRun classify(final int margin, final Roi... rois)
		throws IOException
	{
		final Path zip = folder.resolve("rois.zip");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(
			zip)))
		{
			for (int i = 0; i < rois.length; i++) {
				out.putNextEntry(new ZipEntry(i + ".roi"));
				out.write(RoiEncoder.saveAsByteArray(rois[i]));
			}
		}
		final Path output = folder.resolve("classes.csv");
		Files.deleteIfExists(output);
		return CommandLineRun.of("classify-rois", "image=" + field, "model=" +
			model, "rois=" + zip, "margin=" + margin, "mark=false", "output=" +
				output);
	}

	@Test
	void regionsUnlikeTheTrainingImagesGiveOneWarning() throws IOException {
		final Roi[] rois = { new Roi(60, 40, 16, 12), new Roi(50, 50, 16, 12),
			new Roi(70, 60, 18, 10), new Roi(0, 0, 56, 40) };
		final CommandLineRun run = classify(0, rois).endsWith(0);
		assertEquals(1, warnings(run), run::toString);
		run.says("Warning: The median region has 16 x 12 pixels, the training " +
			"images " + SIZES +
			", so classes may be wrong. margin=17 makes regions about as large.");
		assertEquals(0, warnings(classify(17, rois).endsWith(0)));
	}

	@Test
	void fewOddRegionsAreNoReasonToWarn() throws IOException {
		assertEquals(0, warnings(classify(0, new Roi(0, 0, 50, 42), new Roi(9, 9,
			60, 40), new Roi(30, 30, 5, 5)).endsWith(0)));
	}
}


package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import io.github.cnnclassifier.CnnClassifier;

/** Train, evaluate, classify, preprocess, info: what scripts may rely on. */
class WholeWayTest {

	static final Pattern FIGURES = Pattern.compile(
		"accuracy=[01]\\.\\d{4} balanced_accuracy=[01]\\.\\d{4} " +
			"macro_precision=[01]\\.\\d{4} macro_recall=[01]\\.\\d{4} " +
			"macro_f1=[01]\\.\\d{4} guessing=[01]\\.\\d{4} n=\\d+");

	@TempDir
	static Path folder;

	private static Path images;
	private static Path model;
	private static CommandLineRun training;

	@BeforeAll
	static void train() throws IOException {
		images = TestImages.halves(folder.resolve("images"), 20, 1);
		model = Files.createDirectory(folder.resolve("made")).resolve("model.zip");
		training = CommandLineRun.train(images, model);
	}

	@Test
	void trainEndsWithModelAndFiguresOnValidation() {
		training.endsWith(0).says("Found 40 images of 2 classes.").says(
			"epoch 1: training loss");
		assertEquals(2, training.results().size());
		assertEquals("model=" + model, training.results().get(0));
		assertTrue(FIGURES.matcher(training.results().get(1)).matches());
		// 15 % of 20 images, for each class
		assertTrue(training.results().get(1).endsWith(" n=6"));
		training.says("guessing (always the most frequent class): 50 %");
		assertTrue(training.results().get(1).startsWith("accuracy=1.0000 "));
		assertTrue(Files.isRegularFile(model));
	}

	@Test
	void nothingButTheModelIsLeftBeside() throws IOException {
		try (Stream<Path> files = Files.list(model.getParent())) {
			assertEquals(List.of(model), files.toList());
		}
	}

	@Test
	void evaluateEndsWithFiguresAndWritesItsFiles() throws IOException {
		final Path output = folder.resolve("evaluation");
		final CommandLineRun run = CommandLineRun.of("evaluate", "images=" + images,
			"model=" + model, "output=" + output).endsWith(0);
		assertEquals(1, run.results().size());
		assertTrue(FIGURES.matcher(run.results().get(0)).matches());
		assertTrue(run.results().get(0).endsWith(" n=6"), run.toString());
		run.says("6 images: the test side that was stored in the model");
		assertEquals(List.of("actual\\predicted,left,right", "left,3,0",
			"right,0,3"), Files.readAllLines(output.resolve("confusion_matrix.csv")));
		final List<String> metrics = Files.readAllLines(output.resolve(
			"metrics.csv"));
		assertEquals("left,3,3,1.0000,1.0000,1.0000,,class", metrics.get(1));
		assertTrue(metrics.contains("macro,6,6,1.0000,1.0000,1.0000,,average"),
			metrics.toString());
		final List<String> predictions = Files.readAllLines(output.resolve(
			"predictions.csv"));
		assertEquals(
			"file,actual,predicted,confidence,p_left,p_right,correct,error",
			predictions.get(0));
		assertEquals(7, predictions.size());
		assertTrue(predictions.get(1).matches(
			"left/\\d{3}\\.png,left,left,(0\\.\\d{4}|1\\.0000),.*,true,"), predictions
				.get(1));
		assertTrue(Files.readString(output.resolve("report.html")).contains(
			"<html"));
	}

	@Test
	void classifyFolderWritesARowForEachImageInOrder() throws IOException {
		final Path csv = folder.resolve("tables/all.csv");
		final CommandLineRun run = CommandLineRun.of("classify-folder", "images=" +
			images, "model=" + model, "output=" + csv).endsWith(0);
		assertEquals(List.of("output=" + csv + " classified=40 failed=0 unknown=0"),
			run.results());
		final List<String> rows = Files.readAllLines(csv);
		assertEquals("file,class,confidence,p_left,p_right,error", rows.get(0));
		assertEquals(41, rows.size());
		final List<String> files = rows.stream().skip(1).map(r -> r.split(",")[0])
			.toList();
		assertEquals(files.stream().sorted().toList(), files);
		rows.stream().skip(1).forEach(r -> assertTrue(r.matches(
			"(left|right)/\\d{3}\\.png,\\1,[01]\\.\\d{4},[01]\\.\\d{4},[01]\\.\\d{4},"),
			r));
	}

	@Test
	void classifyImageTellsClassAndConfidence() {
		final CommandLineRun run = CommandLineRun.of("classify-image", "image=" +
			images.resolve("right/003.png"), "model=" + model).endsWith(0);
		assertEquals(1, run.results().size());
		assertTrue(run.results().get(0).matches(
			"class=right confidence=[01]\\.\\d{4}"), run.toString());
	}

	@Test
	void eachSliceOfAStackGetsALine() throws IOException {
		final ImageStack slices = new ImageStack(TestImages.WIDTH,
			TestImages.WIDTH);
		slices.addSlice(TestImages.half(1, 77));
		slices.addSlice(TestImages.half(0, 78));
		final Path stack = folder.resolve("stack.tif");
		TestImages.tiff(stack, new ImagePlus("stack", slices));
		final CommandLineRun run = CommandLineRun.of("classify-image", "image=" +
			stack, "model=" + model, "eachSlice=true").endsWith(0);
		assertEquals(2, run.results().size());
		assertTrue(run.results().get(0).startsWith("slice=1 frame=1 class=right "),
			run.toString());
		assertTrue(run.results().get(1).startsWith("slice=2 frame=1 class=left "),
			run.toString());
	}

	@Test
	void preprocessWithoutAPlaceForItsResultIsRefused() {
		CommandLineRun.of("preprocess", "image=" + images.resolve("left/000.png"))
			.refuses(2, "needs 'output'", "output=PATH");
	}

	@Test
	void heatMapWithoutAPlaceForItsResultIsRefused() {
		CommandLineRun.of("heat-map", "image=" + images.resolve("left/000.png"),
			"model=" + model).refuses(2, "needs 'output'", "output=PATH");
	}

	@Test
	void heatMapSavesWhatJavaSaysAndTellsTheFigures() throws IOException {
		final Path tiff = folder.resolve("heat.tif");
		final Path image = images.resolve("left/003.png");
		final CommandLineRun run = CommandLineRun.of("heat-map", "image=" + image,
			"model=" + model, "method=occlusion", "output=" + tiff).endsWith(0);
		assertEquals(2, run.results().size(), run.toString());
		assertTrue(run.results().get(0).matches("class=left " +
			"probability=[01]\\.\\d{4} method=occlusion evidence=\\d+\\.\\d{4}"), run
				.toString());
		assertEquals("output=" + tiff, run.results().get(1));
		final ImagePlus map = IJ.openImage(tiff.toString());
		try (CnnClassifier classifier = CnnClassifier.open(model)) {
			assertArrayEquals(classifier.heatMap(IJ.openImage(image.toString()),
				"left", "occlusion").values(), (float[]) map.getProcessor().getPixels(),
				1e-3f);
		}
	}

	@Test
	void preprocessSavesWhatTheNetworkSees() throws IOException {
		final Path tiff = folder.resolve("seen.tif");
		final Path image = images.resolve("left/000.png");
		final CommandLineRun run = CommandLineRun.of("preprocess", "image=" + image,
			"model=" + model, "output=" + tiff).endsWith(0);
		assertEquals(List.of("output=" + tiff), run.results());
		final ImageProcessor original = IJ.openImage(image.toString())
			.getProcessor();
		final ImagePlus seen = IJ.openImage(tiff.toString());
		assertEquals(32, seen.getBitDepth());
		for (int i = 0; i < TestImages.WIDTH * TestImages.WIDTH; i++)
			assertEquals(original.get(i) / 255f, seen.getProcessor().getf(i), 1e-6f);
	}

	@Test
	void preprocessWorksByHandToo() {
		final Path tiff = folder.resolve("by-hand.tif");
		CommandLineRun.of("preprocess", "image=" + images.resolve("left/000.png"),
			"width=9", "height=8", "channels=rgb", "range=0..510", "output=" + tiff)
			.endsWith(0);
		final ImagePlus seen = IJ.openImage(tiff.toString());
		assertArrayEquals(new int[] { 9, 8, 3, 1, 1 }, seen.getDimensions());
		assertTrue(seen.getProcessor().getStats().max <= 0.5);
	}

	@Test
	void previewOfAnAugmentationIsASheetWithTheUnchangedInputFirst()
		throws IOException
	{
		final Path tiff = folder.resolve("sheet.tif");
		final Path image = images.resolve("left/000.png");
		final CommandLineRun run = CommandLineRun.of("preview-augmentation",
			"image=" + image, "model=" + model, "augmentation=strong", "copies=4",
			"output=" + tiff).endsWith(0);
		assertEquals(List.of("output=" + tiff), run.results());
		final ImagePlus sheet = IJ.openImage(tiff.toString());
		assertArrayEquals(new int[] { 88, 58, 1, 1, 1 }, sheet.getDimensions());
		final ImageProcessor original = IJ.openImage(image.toString())
			.getProcessor();
		for (int i = 0; i < TestImages.WIDTH * TestImages.WIDTH; i++) {
			final int x = i % TestImages.WIDTH;
			final int y = i / TestImages.WIDTH;
			assertEquals(original.get(i) / 255f, sheet.getProcessor().getf(x, y),
				1e-6f);
		}
	}

	@Test
	void previewWithoutAPlaceForItsResultIsRefused() {
		CommandLineRun.of("preview-augmentation", "image=" + images.resolve(
			"left/000.png")).refuses(2, "needs 'output'", "output=PATH");
	}

	@Test
	void whatAnAugmentationFileSaidIsStoredInTheModel() throws IOException {
		final Path file = Files.writeString(folder.resolve("mine.yaml"),
			"preset: light\nflipVertical: true\nphotons: 300\n");
		final Path augmented = folder.resolve("augmented.zip");
		CommandLineRun.train(images, augmented, "epochs=1", "augmentation=" + file)
			.endsWith(0);
		final List<String> info = CommandLineRun.of("info", "model=" + augmented)
			.endsWith(0).results();
		assertEquals(List.of("augmentation: mine.yaml",
			"augmentation.flipVertical: true", "augmentation.rotationDegrees: 10",
			"augmentation.shiftFraction: 0.08", "augmentation.scaleFraction: 0.1",
			"augmentation.photons: 300"), info.stream().filter(l -> l.startsWith(
				"augmentation")).toList());
	}

	@Test
	void infoTellsTheModelsStory() {
		final CommandLineRun run = CommandLineRun.of("info", "model=" + model)
			.endsWith(0);
		assertTrue(run.results().containsAll(List.of("model: model",
			"classes: left, right", "network: tiny",
			"input: 1 x 28 x 28 (channels x height x width)", "channels: as-is",
			"intensity: 0..255 becomes 0..1", "seed: 1")), run.toString());
		final List<String> labels = run.results().stream().map(l -> l.substring(0, l
			.indexOf(':'))).toList();
		assertEquals(labels.stream().distinct().toList(), labels);
	}

	@Test
	void helpIsNoError() {
		final CommandLineRun run = CommandLineRun.of("help").endsWith(0);
		assertTrue(run.results().get(0).startsWith("Usage:"));
		assertEquals(List.of(), run.messages());
	}

	/** The same values in 8, 16 and 32 bit; display and palette of any kind. */
	@Test
	void theSamePixelsGiveTheSameResultHoweverTheyAreStored() throws IOException {
		final ByteProcessor pixels = TestImages.half(0, 77);
		final ImageProcessor inverted = pixels.duplicate();
		inverted.invertLut();
		final ImageProcessor dark = pixels.convertToShort(false);
		dark.setMinAndMax(200, 60000);
		final Map<String, ImageProcessor> stored = Map.of("a8", pixels, "b16",
			pixels.convertToShort(false), "c32", pixels.convertToFloat(),
			"d8-inverted", inverted, "e16-dark", dark);
		final Path same = folder.resolve("same");
		for (final Map.Entry<String, ImageProcessor> image : stored.entrySet())
			TestImages.tiff(same.resolve(image.getKey() + ".tif"), image.getValue());
		TestImages.png(same.resolve("f.png"), pixels);
		final Path csv = folder.resolve("same.csv");
		CommandLineRun.of("classify-folder", "images=" + same, "model=" + model,
			"output=" + csv).endsWith(0);
		final List<String> rows = Files.readAllLines(csv);
		assertEquals(7, rows.size());
		assertEquals(1, rows.stream().skip(1).map(r -> r.substring(r.indexOf(',')))
			.distinct().count(), rows.toString());
	}
}

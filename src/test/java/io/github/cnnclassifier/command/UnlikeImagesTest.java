
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.module.Module;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.io.FileSaver;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import io.github.cnnclassifier.Answer;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.cli.CommandLineRun;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.ReferenceEngine;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.launch.Commands;
import io.github.cnnclassifier.model.ConfidenceRecord;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.SuggestedThreshold;
import io.github.cnnclassifier.model.Threshold;

/**
 * Images unlike the training images are unknown in tables, overlays, ROIs,
 * maps, folders and in Java, and the keys that say otherwise are obeyed.
 */
class UnlikeImagesTest {

	private static final int SIZE = 16;
	private static final int DARK = 64;
	private static final int BRIGHT = 200;

	@TempDir
	private Path folder;

	private Path model;

	@BeforeEach
	void plant() throws IOException {
		model = PlantedModel.write(folder.resolve("model.zip"), "a", "b");
		ResultsTable.getResultsTable().reset();
	}

	private static ByteProcessor pixels(final int width, final int height,
		final int value)
	{
		final ByteProcessor pixels = new ByteProcessor(width, height);
		pixels.setValue(value);
		pixels.fill();
		return pixels;
	}

	private static ImagePlus even(final int value) {
		return new ImagePlus("even " + value, pixels(SIZE, SIZE, value));
	}

	private static ImagePlus stack(final int... values) {
		final ImageStack stack = new ImageStack(SIZE, SIZE);
		for (final int value : values)
			stack.addSlice(pixels(SIZE, SIZE, value));
		final ImagePlus image = new ImagePlus("stack", stack);
		image.setDimensions(1, values.length, 1);
		return image;
	}

	/** The left half is dark, the right one bright. */
	private static ImagePlus halves() {
		final ByteProcessor field = pixels(4 * SIZE, SIZE, DARK);
		field.setValue(BRIGHT);
		field.setRoi(2 * SIZE, 0, 2 * SIZE, SIZE);
		field.fill();
		field.resetRoi();
		return new ImagePlus("halves", field);
	}

	private ResultsTable classify(final ImagePlus image, final String options) {
		PlainImageJ.run(Commands.CLASSIFY_IMAGE, image, "model=[" + model + "] " +
			options);
		return ResultsTable.getResultsTable();
	}

	private static String classOf(final ResultsTable table, final int row) {
		return table.getStringValue("class", row);
	}

	private static boolean isClass(final String answer) {
		return answer.equals("a") || answer.equals("b");
	}

	private static String label(final ImagePlus image) {
		final Overlay overlay = image.getOverlay();
		return ((TextRoi) overlay.get(0)).getText().strip();
	}

	@Test
	void anImageIsUnknownInTableAndOverlayAndTheTableSaysWhy() {
		final ImagePlus bright = even(BRIGHT);
		final ResultsTable table = classify(bright, "");
		classify(even(DARK), "");
		assertEquals("unknown", classOf(table, 0));
		assertEquals((BRIGHT / 255.0 - 0.25) / 0.25, table.getValue("unlike", 0),
			1e-3);
		assertEquals("unknown", label(bright));
		assertTrue(isClass(classOf(table, 1)));
		assertTrue(table.getValue("unlike", 1) < 1);
		assertEquals(table.getValue("p_a", 0) + table.getValue("p_b", 0), 1, 1e-3);
	}

	@Test
	void markKeepsTheClassAndTellsAndOffTellsNothing() {
		assertTrue(isClass(classOf(classify(even(BRIGHT), "unlike=mark"), 0)));
		assertTrue(ResultsTable.getResultsTable().getValue("unlike", 0) > 1);
		ResultsTable.getResultsTable().reset();
		assertTrue(isClass(classOf(classify(even(BRIGHT), "unlike=off"), 0)));
		assertFalse(ResultsTable.getResultsTable().columnExists("unlike"));
	}

	@Test
	void whatIsNoChoiceOrCannotBeIsRefused() {
		final String choices = assertThrows(UserFailure.class, () -> classify(even(
			BRIGHT), "unlike=maybe")).getMessage();
		assertTrue(choices.contains("auto"), choices);
		final String digits = assertThrows(UserFailure.class, () -> PlainImageJ.run(
			Commands.CLASSIFY_IMAGE, even(BRIGHT), "model=digits unlike=mark"))
			.getMessage();
		assertTrue(digits.contains("Train it anew"), digits);
	}

	@Test
	void aModelWithAClassOfThatNameOnlyMarks() throws IOException {
		model = PlantedModel.write(folder.resolve("taken.zip"), "unknown",
			"unknown too");
		final ResultsTable table = classify(even(BRIGHT), "");
		assertTrue(classOf(table, 0).startsWith("unknown"));
		assertTrue(table.getValue("unlike", 0) > 1);
	}

	@Test
	void aStackIsUnlikeIfMostOfItsPlanesAre() {
		final ResultsTable table = classify(stack(DARK, BRIGHT, DARK),
			"planes=average");
		classify(stack(DARK, BRIGHT, BRIGHT), "planes=average");
		classify(stack(DARK, BRIGHT), "planes=each");
		assertTrue(isClass(classOf(table, 0)));
		assertEquals("unknown", classOf(table, 1));
		assertTrue(isClass(classOf(table, 2)));
		assertEquals("unknown", classOf(table, 3));
	}

	@Test
	void roisAreUnknownInTableNamesFeaturesAndSummary() throws IOException {
		final ImagePlus image = halves();
		final Overlay overlay = new Overlay();
		overlay.add(new Roi(0, 0, SIZE, SIZE));
		overlay.add(new Roi(3 * SIZE, 0, SIZE, SIZE));
		image.setOverlay(overlay);
		final Path csv = folder.resolve("rois.csv");
		final Path features = folder.resolve("features.csv");
		final Module module = PlainImageJ.module(Commands.CLASSIFY_ROIS, image,
			"model=[" + model + "] regions=overlay output=[" + csv + "] features=[" +
				features + "]");
		final List<String> rows = Files.readAllLines(csv);
		assertTrue(rows.get(0).endsWith("p_a,p_b,unlike,model,error"), rows.get(0));
		assertTrue(rows.get(2).contains(",unknown,"), rows.get(2));
		assertFalse(rows.get(1).contains(",unknown,"), rows.get(1));
		assertTrue(Files.readAllLines(features).get(2).contains(",unknown,"));
		assertTrue(module.getOutput("summary").toString().contains(
			"class=unknown count=1"), module.getOutput("summary").toString());
		assertTrue(image.getOverlay().get(1).getName().startsWith("unknown"), image
			.getOverlay().get(1).getName());
	}

	@Test
	void aMapIsUnknownWhereWindowsAreUnlike() {
		final Module module = PlainImageJ.module(Commands.MAP_CLASSES, halves(),
			"model=[" + model + "] stride=4");
		final ImagePlus map = (ImagePlus) module.getOutput("classMap");
		assertTrue(map.getProcessor().get(4, 8) < 3);
		assertEquals(3, map.getProcessor().get(4 * SIZE - 4, 8));
		assertEquals("unknown", map.getProp("class3"));
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals("unknown", classOf(table, table.size() - 1));
		assertTrue(table.getValue("fraction", table.size() - 1) > 0.3);
		final ImagePlus all = (ImagePlus) PlainImageJ.module(Commands.MAP_CLASSES,
			halves(), "model=[" + model + "] stride=4 unlike=off").getOutput(
				"classMap");
		assertTrue(all.getStatistics().max < 3);
	}

	private Path images() throws IOException {
		final Path images = Files.createDirectories(folder.resolve("images"));
		new FileSaver(even(DARK)).saveAsPng(images.resolve("dark.png").toString());
		new FileSaver(even(BRIGHT)).saveAsPng(images.resolve("bright.png")
			.toString());
		return images;
	}

	private CommandLineRun folder(final Path csv, final String... more)
		throws IOException
	{
		return CommandLineRun.of(Stream.concat(Stream.of("classify-folder",
			"images=" + images(), "model=" + model, "output=" + csv), Stream.of(more))
			.toArray(String[]::new));
	}

	@Test
	void filesAreUnknownInTableSortedFoldersCopiesAndSummary()
		throws IOException
	{
		final Path csv = folder.resolve("out/classes.csv");
		final Path sorted = folder.resolve("sorted");
		final Path copies = folder.resolve("copies");
		final CommandLineRun run = folder(csv, "sortInto=" + sorted,
			"overlayFolder=" + copies, "features=" + folder.resolve("out/f.csv"))
			.endsWith(0);
		assertTrue(run.results().get(0).endsWith("classified=2 failed=0 unknown=1"),
			run.toString());
		final List<String> rows = Files.readAllLines(csv);
		assertEquals("file,class,confidence,p_a,p_b,unlike,error", rows.get(0));
		assertTrue(rows.get(1).startsWith("bright.png,unknown,"), rows.get(1));
		assertTrue(isClass(rows.get(2).split(",")[1]), rows.get(2));
		assertTrue(Files.isRegularFile(sorted.resolve("unknown/bright.png")));
		assertEquals("unknown", label(IJ.openImage(copies.resolve("bright.png.tif")
			.toString())));
		assertTrue(Files.readAllLines(folder.resolve("out/f.csv")).get(1)
			.startsWith("bright.png,unknown,"));
	}

	@Test
	void aTableGoesOnWithTheSameSettingOnly() throws IOException {
		final Path csv = folder.resolve("out/classes.csv");
		folder(csv).endsWith(0);
		final List<String> rows = Files.readAllLines(csv);
		folder(csv, "resume=true").endsWith(0);
		assertEquals(rows, Files.readAllLines(csv));
		folder(csv, "resume=true", "unlike=off").refuses(1,
			"Expected unlike 'auto', found 'off'");
	}

	@Test
	void theStartScriptSaysWhyAnImageIsUnknown() throws IOException {
		final Path images = images();
		assertTrue(CommandLineRun.of("classify-image", "image=" + images.resolve(
			"bright.png"), "model=" + model).endsWith(0).results().get(0).matches(
				"class=unknown confidence=0\\.\\d{4} unlike=2\\.\\d{4}"));
		assertTrue(CommandLineRun.of("classify-image", "image=" + images.resolve(
			"dark.png"), "model=" + model).endsWith(0).results().get(0).matches(
				"class=[ab] confidence=0\\.\\d{4}"));
	}

	@Test
	void inJavaAnAnswerTellsItAndCanBeTakenAnyway() {
		try (CnnClassifier classifier = CnnClassifier.open(model)) {
			final Answer bright = classifier.classify(even(BRIGHT));
			assertEquals("unknown", bright.className());
			assertTrue(bright.isUnknown());
			assertTrue(bright.unlike() > 1);
			assertTrue(isClass(bright.bestClass()));
			assertFalse(classifier.classify(even(DARK)).isUnknown());
			assertTrue(isClass(classifier.withUnlike("mark").classify(even(BRIGHT))
				.className()));
			assertEquals("unknown", classifier.withThreshold(0).classify(even(BRIGHT))
				.className());
			assertEquals("unknown", classifier.withUnlike("off").withThreshold(1)
				.classify(even(DARK)).className());
			assertThrows(WrongUsage.class, () -> classifier.withUnlike("maybe"));
		}
		try (CnnClassifier digits = CnnClassifier.open("digits")) {
			assertTrue(Float.isNaN(digits.classify(PlainImageJ.digit(3)).unlike()));
			assertThrows(WrongUsage.class, () -> digits.withUnlike("mark"));
			assertEquals("3", digits.withUnlike("auto").classify(PlainImageJ.digit(3))
				.className());
		}
	}

	@Test
	void anEvaluationSaysHowManyWouldBeUnknown() throws IOException {
		final Path images = folder.resolve("labeled");
		for (final String label : List.of("a", "b")) {
			Files.createDirectories(images.resolve(label));
			new FileSaver(even(DARK - label.charAt(0) % 2)).saveAsPng(images.resolve(
				label + "/dark.png").toString());
			new FileSaver(even(BRIGHT - label.charAt(0) % 2)).saveAsPng(images
				.resolve(label + "/bright.png").toString());
		}
		final CommandLineRun run = CommandLineRun.of("evaluate", "images=" + images,
			"model=" + model).endsWith(0);
		assertTrue(run.messages().stream().anyMatch(m -> m.contains(
			"2 of 4 images (50.0 %) are unlike the training images")), run
				.toString());
	}

	@Test
	void anEvaluationSaysThatTheSuggestedThresholdIsNotAll() throws IOException {
		final Engine engine = new ReferenceEngine();
		final SavedClassifier planted = ModelArchive.read(model, engine);
		ModelArchive.write(model, new SavedClassifier(planted.description().with(
			new ConfidenceRecord(Optional.empty(), Optional.of(new SuggestedThreshold(
				new Threshold(0.25), 0.99, 1, 0.01, 400)))), planted.weights(), planted
					.unlike()), engine);
		final Path images = folder.resolve("labeled");
		for (final String label : List.of("a", "b")) {
			Files.createDirectories(images.resolve(label));
			new FileSaver(even(DARK - label.charAt(0) % 2)).saveAsPng(images.resolve(
				label + "/dark.png").toString());
		}
		final String caveat =
			" That is before images unlike the training images are taken out.";
		assertTrue(evaluated(images).endsWith(" % of the answers are right."));
		new FileSaver(even(BRIGHT)).saveAsPng(images.resolve("a/bright.png")
			.toString());
		assertTrue(evaluated(images).endsWith(" % of the answers are right." +
			caveat));
	}

	/** What is said of the suggested threshold. */
	private String evaluated(final Path images) {
		return CommandLineRun.of("evaluate", "images=" + images, "model=" + model)
			.endsWith(0).messages().stream().filter(line -> line.contains(
				"With the threshold that the model suggests")).findFirst()
			.orElseThrow();
	}
}

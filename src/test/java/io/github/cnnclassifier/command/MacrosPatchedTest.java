
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import net.imagej.patcher.LegacyInjector;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.progress.CancelWhen;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.workflow.train.LearnFrom;
import io.github.cnnclassifier.workflow.train.SplitOptions;
import io.github.cnnclassifier.workflow.train.StartChoice;
import io.github.cnnclassifier.workflow.train.TrainClassifier;

/**
 * The macros of the distribution, and the commands in macros, in an ImageJ that
 * is patched to run them without a display. Nothing of ImageJ may be loaded
 * before it is patched, so all of that is in the nested class.
 */
class MacrosPatchedTest {

	private static final Path DIGITS = Path.of("sample-images/digits")
		.toAbsolutePath();
	private static final Path DIGIT = DIGITS.resolve("3/3_000.png");

	@TempDir
	private static Path folder;

	private static Path model;
	private static String trainingLog;

	@BeforeAll
	static void patchImageJAndTrain() throws IOException {
		PluginsFolder.in(folder);
		LegacyInjector.preinit();
		model = folder.resolve("my model.zip");
		trainingLog = ImageJ.file("Train_CNN_Classifier", DIGITS, model);
	}

	@BeforeEach
	void forget() {
		ImageJ.forget();
	}

	@Test
	void trainMacroWritesTheModelAndReadsTheFigures() {
		assertTrue(Files.exists(model));
		assertTrue(trainingLog.matches(
			"(?s).*Accuracy on the validation images: [01]\\.\\d{4}\\s*"),
			trainingLog);
	}

	@Test
	void tuneMacroReadsEachTrialAndTheVerdict() {
		final Path study = folder.resolve("my study");
		final String log = ImageJ.file("Tune_CNN_Classifier", DIGITS, study);
		assertEquals(6, ImageJ.results());
		assertTrue(log.contains("Trial 6: balanced accuracy 0."), log);
		assertTrue(log.strip().endsWith("."), log);
		assertTrue(Files.exists(study.resolve("trials/0006.json")));
	}

	@Test
	void inspectMacroReadsEachClassAndWritesTheReport() {
		final Path report = folder.resolve("inspection of digits");
		final String log = ImageJ.file("Inspect_CNN_Training_Images", DIGITS,
			report);
		assertEquals(10, ImageJ.results());
		assertTrue(log.contains("note: All images have 28 x 28 pixels."), log);
		assertTrue(log.contains("7: 70 images, "), log);
		assertTrue(Files.exists(report.resolve("inspection.html")));
	}

	@Test
	void learningRateMacroReadsTheCurve() throws IOException {
		final Path curve = folder.resolve("my rates");
		final String log = ImageJ.file("Find_CNN_Learning_Rate", DIGITS, curve);
		final int steps = Files.readAllLines(curve.resolve("learning_rates.csv"))
			.size() - 1;
		assertTrue(log.contains(steps + " steps"), log);
		assertTrue(log.contains("learningRate=0."), log);
		assertTrue(Files.exists(curve.resolve("learning_rates.png")));
	}

	@Test
	void evaluateMacroReadsEachClassAndWritesTheReport() {
		final Path report = folder.resolve("report");
		final String log = ImageJ.file("Evaluate_CNN_Classifier", DIGITS, model,
			report);
		assertEquals(11, ImageJ.results());
		assertTrue(log.contains("7: F1 0."), log);
		assertTrue(log.contains("macro average: F1 0."), log);
		assertTrue(Files.exists(report.resolve("report.html")));
	}

	@Test
	void crossValidateMacroReadsEachClassAndWritesTheReport() throws IOException {
		final Path report = folder.resolve("folds of digits");
		final String log = ImageJ.file("Cross-Validate_CNN_Classifier", DIGITS,
			report);
		assertEquals(11, ImageJ.results());
		assertTrue(log.contains("7: F1 0."), log);
		assertTrue(Files.exists(report.resolve("report.html")));
		assertEquals(701, Files.readAllLines(report.resolve("predictions.csv"))
			.size());
		ImageJ.forget();
		findsWrongLabels(report.resolve("predictions.csv"));
	}

	private static void findsWrongLabels(final Path predictions)
		throws IOException
	{
		final Path list = folder.resolve("wrong labels");
		final String log = ImageJ.file("Find_Wrong_CNN_Labels", predictions, DIGITS,
			list);
		final int found = Files.readAllLines(list.resolve("likely_wrong.csv"))
			.size() - 1;
		assertEquals(found, ImageJ.results());
		assertTrue(log.contains(found + " labels are worth a look"), log);
		assertTrue(Files.exists(list.resolve("likely_wrong.html")));
	}

	@Test
	void calibrateMacroWritesAnotherModel() {
		final Path calibrated = folder.resolve("my calibrated model.zip");
		final String log = ImageJ.file("Calibrate_CNN_Classifier", DIGITS, model,
			calibrated);
		assertTrue(log.contains("Calibrated on "), log);
		assertTrue(log.strip().endsWith("Calibrated: " + calibrated), log);
		assertTrue(Files.exists(calibrated));
	}

	@Test
	void compareMacroReadsEachFigureAndWritesTheReport() {
		final Path report = folder.resolve("my comparison");
		final String log = ImageJ.file("Compare_CNN_Classifiers", DIGITS, model,
			model, report);
		assertEquals(2, ImageJ.results());
		assertTrue(log.contains("balanced_accuracy: "), log);
		assertTrue(log.contains("These images do not tell which one is better."),
			log);
		assertTrue(Files.exists(report.resolve("comparison.html")));
	}

	@Test
	void browseMacroListsTheImagesOfACellAndAnotherOneMovesCorrectedImages()
		throws IOException
	{
		final Path images = folder.resolve("my labels");
		Files.createDirectories(images.resolve("0"));
		Files.createDirectories(images.resolve("3"));
		Files.copy(DIGIT, images.resolve("0/wrong.png"));
		Files.copy(DIGIT, images.resolve("3/right.png"));
		final Path table = Files.writeString(folder.resolve("my predictions.csv"),
			"file,actual,predicted,confidence,p_0,p_3,correct,error\n" +
				"3/right.png,3,3,0.9000,0.1000,0.9000,true,\n" +
				"0/wrong.png,0,3,0.9900,0.0100,0.9900,false,\n");
		final String log = ImageJ.file("Browse_CNN_Results", table, images, Path.of(
			"0"), Path.of("3"));
		assertTrue(log.contains("0/wrong.png: confidence 0.9900"), log);
		assertTrue(log.strip().endsWith("1 images"), log);
		Files.writeString(images.resolve("corrections.csv"),
			"path,class,decision,newClass\n0/wrong.png,0,class,3\n");
		final String moved = ImageJ.file("Apply_CNN_Corrections", images);
		assertTrue(moved.contains("moved=1 left=0"), moved);
		assertTrue(Files.exists(images.resolve("3/wrong.png")));
	}

	@Test
	void compareAnnotatorsMacroListsTheConflicts() throws IOException {
		final Path first = Files.writeString(folder.resolve("labels of ada.csv"),
			"path,class\n1.png,round\n2.png,square\n3.png,round\n");
		final Path second = Files.writeString(folder.resolve("labels of bob.csv"),
			"path,class\n1.png,round\n2.png,round\n3.png,round\n");
		final Path conflicts = folder.resolve("their conflicts.csv");
		final String log = ImageJ.file("Compare_CNN_Annotators", first, second,
			conflicts);
		assertEquals(1, ImageJ.results());
		assertTrue(log.contains("2.png: square or round"), log);
		assertTrue(log.contains("both=3 agreed=2 conflicts=1 kappa=0.0000"), log);
		assertTrue(Files.exists(conflicts));
	}

	@Test
	void learningCurveMacroReadsTheVerdict() throws IOException {
		final Path curve = folder.resolve("my curve");
		final String log = ImageJ.file("CNN_Learning_Curve", DIGITS, curve);
		assertTrue(log.contains("measured with "), log);
		assertTrue(log.contains(" training images the accuracy on "), log);
		assertEquals(3, Files.readAllLines(curve.resolve("learning_curve.csv"))
			.size());
	}

	@Test
	void classifyImageMacroReadsTheClass() {
		final String log = ImageJ.file("Classify_Image_with_CNN", DIGIT, model);
		assertEquals(1, ImageJ.results());
		assertEquals("3_000.png shows " + ImageJ.text("class", 0) +
			", confidence " + ImageJ.text("confidence", 0), log.strip());
		assertEquals("1", ImageJ.macro("return '' + Overlay.size;"));
	}

	@Test
	void mapMacroPrintsTheShareOfEachClass() {
		final Path map = folder.resolve("my map.tif");
		final String log = ImageJ.file("Map_Classes_with_CNN", DIGIT, model, map);
		// ten classes, and unknown, as the model tells what is unlike its images
		assertEquals(11, ImageJ.results());
		assertTrue(log.contains(" % of 3_000.png"), log);
		assertEquals("Class map of 3_000.png", ImageJ.macro("return getTitle();"));
		assertTrue(Files.exists(map));
	}

	@Test
	void classifyFolderMacroOpensTheTable() throws IOException {
		final Path table = folder.resolve("classes of digits.csv");
		final String log = ImageJ.file("Classify_Folder_with_CNN", DIGIT
			.getParent(), model, table);
		try (Stream<Path> files = Files.list(DIGIT.getParent())) {
			final long images = files.count();
			assertTrue(log.contains(images + " images are in " + table), log);
			assertEquals(images + 1, Files.readAllLines(table).size());
		}
	}

	@Test
	void preprocessMacroShowsTheNetworkInput() {
		final String log = ImageJ.file("Preprocess_Image_for_CNN", DIGIT, model);
		assertTrue(log.contains(
			"Network input of 3_000.png: 28 x 28 pixels, 0.0000 to "), log);
	}

	@Test
	void heatMapMacroTellsWhereTheMapIsHighest() {
		final String log = ImageJ.file("CNN_Heat_Map", DIGIT, Path.of("digits"),
			Path.of("8"));
		assertTrue(log.contains("class=8 probability=0.0"), log);
		assertTrue(Pattern.compile(
			"Heat map of 3_000\\.png \\(8.*\\): highest \\d+\\.\\d{4} at " +
				"\\d+, \\d+").matcher(log).find(), log);
		assertTrue(ImageJ.file("CNN_Heat_Map", DIGIT, Path.of("digits")).contains(
			"class=3 probability="));
	}

	@Test
	void saveRoisMacroCountsTheRegions() throws IOException {
		final Path rois = folder.resolve("my rois.zip");
		final Path output = Files.createDirectory(folder.resolve("my regions"));
		ImageJ.saveRois(rois, "round-1", "round-2", "square-1");
		final String log = ImageJ.file("Save_ROIs_as_CNN_Training_Images", DIGIT,
			rois, output);
		assertTrue(log.contains("3 regions are in " + output), log);
		assertTrue(Files.exists(output.resolve("square/3_000_0003.tif")));
	}

	@Test
	void classifyRoisMacroReadsTheClassOfEachAndUndoMacroTakesThemBack()
		throws IOException
	{
		final Path rois = folder.resolve("two rois.zip");
		ImageJ.saveRois(rois, "first", "second");
		final String log = ImageJ.file("Classify_ROIs_with_CNN", DIGIT, rois,
			model);
		assertEquals(2, ImageJ.results());
		assertTrue(log.contains("second: " + ImageJ.text("class", 1) +
			", confidence " + ImageJ.text("confidence", 1)), log);
		assertTrue(log.contains("classified=2 failed=0"), log);
		assertEquals("2 1 " + ImageJ.text("class", 0) + "-0001", ImageJ.macro(
			"Overlay.activateSelection(0); return '' + Overlay.size + ' ' + " +
				"getResult('index', 0) + ' ' + Roi.getName;"));
		ImageJ.file("Undo_Classify_ROIs_with_CNN");
		assertEquals("0", ImageJ.macro("return '' + Overlay.size;"));
	}

	@Test
	void correctMacroGivesARegionAClassThatUndoLeavesAlone() throws IOException {
		final Path rois = folder.resolve("rois to correct.zip");
		ImageJ.saveRois(rois, "first", "second");
		ImageJ.file("Classify_ROIs_with_CNN", DIGIT, rois, model);
		final String log = ImageJ.file("Correct_CNN_Classes", Path.of("2"), Path.of(
			"my class"));
		assertTrue(log.contains("changed=1 confirmed=1"), log);
		assertTrue(log.contains("'my class' is a new class here"), log);
		ImageJ.file("Undo_Classify_ROIs_with_CNN");
		assertEquals("1 my class-0002", ImageJ.macro(
			"Overlay.activateSelection(0); return '' + Overlay.size + ' ' + " +
				"Roi.getName;"));
	}

	@Test
	void modelsMacroListsGoodAndBadFiles() throws IOException {
		final Path models = Files.createDirectory(folder.resolve("my models"));
		Files.copy(model, models.resolve("good.zip"));
		Files.writeString(models.resolve("bad.zip"), "no model");
		final String log = ImageJ.file("CNN_Models", models);
		assertTrue(log.contains("good: accuracy 0."), log);
		assertTrue(log.contains(" on validation images"), log);
		assertTrue(log.contains("bad: Cannot open the model '" + models), log);
		assertEquals(2, ImageJ.results());
	}

	@Test
	void imageInBatchModeHasItsOverlaySaved() {
		final Path output = folder.resolve("batch regions");
		ImageJ.macro("setBatchMode(true); open('" + DIGIT +
			"'); makeOval(3, 3, 9, 9); Roi.setName('mine-4'); " +
			"Overlay.addSelection; run('Select None'); newImage('other', '8-bit', " +
			"9, 9, 1); selectImage(1); run('Save ROIs as CNN Training Images...', " +
			"'output=[" + output + "] regions=overlay masked');");
		assertTrue(Files.exists(output.resolve("mine/3_000_0001.tif")));
	}

	@Test
	void macroWithoutRegionsStopsAndSaysWhy() {
		final String log = ImageJ.macro("open('" + DIGIT +
			"'); run('Save ROIs as CNN Training Images...', 'output=[" + folder
				.resolve("none") + "]'); print('WENT ON');", true);
		assertTrue(log.contains("Save ROIs as CNN Training Images...: Expected " +
			"regions of interest"), log);
	}

	@Test
	void labelMacroTrainsOnLabelsAndTheWindowIsRefused() throws IOException {
		final StringBuilder rows = new StringBuilder("path,class\n");
		for (int i = 0; i < 20; i++)
			for (final String digit : new String[] { "1", "6" })
				rows.append(String.format("%s/%s/%s_%03d.png,%s%n", DIGITS, digit,
					digit, i, digit.equals("1") ? "one" : "six"));
		final Path labels = Files.writeString(folder.resolve("my labels.csv"),
			rows);
		final String log = ImageJ.file("Label_Images_for_CNN", labels, folder
			.resolve("my labeled.zip"));
		assertTrue(log.contains("Accuracy on the validation images: "), log);
		assertTrue(Files.exists(folder.resolve("my labeled.zip")));
		assertTrue(ImageJ.macro("run('Label Images for CNN...', 'images=[" +
			DIGITS + "]'); print('WENT ON');", true).contains(
				"Label Images for CNN...: Expected a person at the menu"));
	}

	@Test
	void previewMacroOpensASheetOfSixteenCells() {
		final String log = ImageJ.file("Preview_CNN_Augmentation", DIGIT, Path.of(
			"microscopy"));
		assertTrue(log.contains("Augmentation of 3_000.png: 118 x 118 pixels"),
			log);
	}

	@Test
	void infoMacroPrintsTheClasses() {
		final String log = ImageJ.file("CNN_Classifier_Info", model);
		assertTrue(log.contains("0, 1, 2, 3, 4, 5, 6, 7, 8, 9"), log);
	}

	@Test
	void fetchMacroTakesFilesAtHandOnlyIfTheyAreRight() throws IOException {
		final Path source = Files.createDirectory(folder.resolve("my files"));
		Files.writeString(source.resolve("train-images-idx3-ubyte.gz"), "no");
		final Path output = folder.resolve("my digits");
		final String log = ImageJ.file("Fetch_CNN_Sample_Data", output, source);
		assertTrue(log.contains("Fetch CNN Sample Data...: Expected " +
			"train-images-idx3-ubyte.gz of MNIST, but '" + source), log);
		assertFalse(log.contains("The images are in"), log);
		assertFalse(Files.exists(output));
	}

	@Test
	void resumeMacroGoesOnWithAStoppedTraining() throws IOException {
		final Path stopped = folder.resolve("my stopped.zip");
		final AtomicBoolean escape = new AtomicBoolean();
		new TrainClassifier(CnnClassifier.tools(Progress.none()),
			new TrainingListener()
			{

				@Override
				public void onEpoch(final EpochFigures figures, final boolean best) {
					escape.set(true);
				}
			}, new CancelWhen(escape::get)).run(new TrainClassifier.Request(DIGITS,
				Set.of(), SplitOptions.DEFAULT, PreprocessingOptions.NONE,
				PlanePolicy.EACH, StartChoice.SCRATCH, "tiny", new TrainingSettings(2,
					0, 0.002, Augmentation.NONE, false, 1), LearnFrom.TRAINING, stopped,
				false, Optional.empty()));
		final Path kept = folder.resolve("my stopped.resume");
		assertTrue(Files.exists(kept));
		final String log = ImageJ.file("Resume_CNN_Training", stopped);
		assertTrue(log.contains("Accuracy on the validation images: "), log);
		assertFalse(Files.exists(kept));
	}

	@Test
	void everyCommandHasItsMacro() throws IOException {
		try (Stream<Path> macros = Files.list(Path.of("macros"))) {
			assertEquals(28, macros.filter(m -> m.toString().endsWith(".ijm"))
				.count());
		}
	}

	@Test
	void imageInBatchModeAndImageByIdAreClassified() {
		final String run = "run('Classify Image with CNN...', 'model=[" + model +
			"] ";
		assertEquals("3_000.png 7_000.png", ImageJ.macro("setBatchMode(true);" +
			"open('" + DIGIT + "'); id = getImageID(); open('" + DIGITS.resolve(
				"7/7_000.png") + "');" + run + "image=' + id); " + run + "');" +
			"return getResultString('image', 0) + ' ' + getResultString('image', 1);"));
	}

	@Test
	void wrongInputStopsTheMacroAndSaysWhy() {
		stops("epochs=few", "'epochs' to be a whole number");
		stops("nets=tiny", "'nets=tiny'");
		stops("channels=blue", "'blue'");
		final String log = ImageJ.macro("run('CNN Classifier Info...'); " +
			"print('WENT ON');", true);
		assertTrue(log.contains("Expected a value for 'model'"), log);
	}

	@Test
	void macroStopsAtAnImageThatDoesNotFitTheModel() {
		final String log = ImageJ.macro("open('" + DIGITS.resolveSibling(
			"cells/mitotic/mitotic_000.tif") +
			"'); run('Classify Image with CNN...', 'model=[" + model +
			"]'); print('WENT ON');", true);
		assertTrue(log.contains("Classify Image with CNN...: Expected"), log);
		assertEquals(0, ImageJ.results());
	}

	private static void stops(final String option, final String reason) {
		final String log = ImageJ.macro("run('Train CNN Classifier...', 'images=[" +
			DIGITS + "] model=[" + folder.resolve("never.zip") + "] " + option +
			"'); print('WENT ON');", true);
		assertTrue(log.contains("Train CNN Classifier...: Expected"), log);
		assertTrue(log.contains(reason), log);
		assertFalse(Files.exists(folder.resolve("never.zip")));
	}

	private static final class ImageJ {

		static void forget() {
			ij.IJ.runMacro("while (nImages > 0) close();");
			ij.WindowManager.setTempCurrentImage(null);
			ij.measure.ResultsTable.getResultsTable().reset();
		}

		static void saveRois(final Path zip, final String... names)
			throws IOException
		{
			try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(
				zip)))
			{
				for (final String name : names) {
					out.putNextEntry(new ZipEntry(name + ".roi"));
					out.write(ij.io.RoiEncoder.saveAsByteArray(new ij.gui.OvalRoi(3, 4, 9,
						8)));
				}
			}
		}

		static int results() {
			return ij.measure.ResultsTable.getResultsTable().size();
		}

		static String text(final String column, final int row) {
			return ij.measure.ResultsTable.getResultsTable().getStringValue(column,
				row);
		}

		/** Returns what the macro returns. */
		static String macro(final String code) {
			return ij.IJ.runMacro(code);
		}

		/** Returns what was logged. */
		static String macro(final String code, final boolean stops) {
			final String log = logOf(() -> ij.IJ.runMacro(code));
			assertEquals(stops, !log.contains("WENT ON"), log);
			assertFalse(log.contains("Exception"), log);
			assertNull(ij.macro.Interpreter.getInstance());
			return log;
		}

		/** Returns what was logged. */
		static String file(final String name, final Path... arguments) {
			final String argument = String.join("\n", Stream.of(arguments).map(
				Path::toString).toList());
			return logOf(() -> ij.IJ.runMacroFile(Path.of("macros", name + ".ijm")
				.toAbsolutePath().toString(), argument));
		}

		private static String logOf(final Runnable run) {
			final PrintStream before = System.out;
			final ByteArrayOutputStream log = new ByteArrayOutputStream();
			System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
			try {
				run.run();
			}
			finally {
				System.setOut(before);
			}
			return log.toString(StandardCharsets.UTF_8);
		}
	}
}

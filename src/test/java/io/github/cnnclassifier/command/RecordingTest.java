
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.awt.TextField;
import java.awt.event.WindowEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.swing.JDialog;
import javax.swing.JFrame;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import ij.plugin.frame.RoiManager;
import ij.text.TextWindow;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.launch.Commands;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.progress.CancelWhen;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.workflow.train.LearnFrom;
import io.github.cnnclassifier.workflow.train.SplitOptions;
import io.github.cnnclassifier.workflow.train.StartChoice;
import io.github.cnnclassifier.workflow.train.TrainClassifier;

/** Records each command and replays it; needs a display. */
@Tag("gui")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecordingTest {

	private static final String DIGITS = PlainImageJ.DIGITS.toAbsolutePath()
		.toString();

	/** Labels of the commands that were. */
	private static final Set<String> RECORDED = new HashSet<>();

	@TempDir
	private static Path folder;

	private static ImageJ imageJ;
	private static Recorder recorder;
	private static String model;

	@BeforeAll
	static void startImageJ() throws Exception {
		imageJ = GuiImageJ.start(folder);
		recorder = new Recorder();
		model = folder.resolve("my model.zip").toString();
	}

	@AfterAll
	static void quitImageJ() {
		recorder.close();
		imageJ.dispose();
	}

	@BeforeEach
	void empty() {
		ResultsTable.getResultsTable().reset();
		OwnTables.close();
		IJ.log("\\Clear");
	}

	@Test
	@Order(1)
	void training() throws Exception {
		final int before = recorder.getText().length();
		final GenericDialog dialog = GuiImageJ.dialogOf("Train CNN Classifier...");
		GuiImageJ.fillTraining(dialog, model, DIGITS, "", "auto", "auto", "tiny",
			"1");
		GuiImageJ.ok(dialog);
		final String line = recorded("Train CNN Classifier...", before);
		assertEquals("run(\"Train CNN Classifier...\", \"images=" + DIGITS +
			" exclude= groups=auto allowleak=false start=auto network=tiny epochs=1 " +
			"batchsize=0 learningrate=0.002 augmentation=auto unfreeze=auto seed=1 " +
			"exact=false width=0 height=0 resize=auto pixelsize=off " +
			"channels=auto planes=each range=auto normalization=auto model=[" +
			model + "] learnfrom=training overwrite=false\");", line);
		final GenericDialog next = GuiImageJ.dialogOf("CNN Classifier Info...");
		assertEquals(model, ((TextField) next.getStringFields().get(0)).getText());
		GuiImageJ.cancel(next);
		assertEquals(List.of(), OwnTables.titles(), "its window tells more");
		IJ.runMacro(line.replace(model, folder.resolve("2nd model.zip")
			.toString()));
		results(11);
	}

	@Test
	void crossValidation() throws Exception {
		final String output = folder.resolve("my folds").toString();
		assertEquals(Ways.recordedLine(Commands.CROSS_VALIDATE, Map.of("images",
			DIGITS, "network", "tiny", "epochs", "1", "folds", "2", "output",
			output)), learning(Commands.CROSS_VALIDATE, "2", null, output, null));
	}

	@Test
	void theLearningCurve() throws Exception {
		final String output = folder.resolve("my curve").toString();
		assertEquals(Ways.recordedLine(Commands.LEARNING_CURVE, Map.of("images",
			DIGITS, "network", "tiny", "epochs", "1", "steps", "2", "repeats", "1",
			"output", output)), learning(Commands.LEARNING_CURVE, "2", "1", output));
	}

	@Test
	void tuning() throws Exception {
		final String output = folder.resolve("my study").toString();
		assertEquals(Ways.recordedLine(Commands.TUNE, Map.of("images", DIGITS,
			"network", "tiny", "epochs", "1", "minutes", "0.05", "output", output)),
			learning(Commands.TUNE, null, "0.05", output, null).lines().findFirst()
				.orElseThrow());
	}

	@Test
	void theSearchForALearningRate() throws Exception {
		final String output = folder.resolve("my rates").toString();
		assertEquals(Ways.recordedLine(Commands.FIND_LEARNING_RATE, Map.of("images",
			DIGITS, "network", "tiny", "epochs", "1", "steps", "20", "output",
			output)), learning(Commands.FIND_LEARNING_RATE, output, "20"));
	}

	private static String learning(final Commands command, final String... last)
		throws Exception
	{
		final int before = recorder.getText().length();
		final GenericDialog dialog = GuiImageJ.dialogOf(command.label());
		final String[] texts = new String[dialog.getStringFields().size()];
		texts[0] = DIGITS;
		texts[4] = "tiny";
		texts[5] = "1";
		System.arraycopy(last, 0, texts, texts.length - last.length, last.length);
		GuiImageJ.fill(dialog, texts);
		GuiImageJ.ok(dialog);
		if (command == Commands.CROSS_VALIDATE) answerTheQuestion();
		return recorded(command.label(), before);
	}

	/** Whether to open the report, and the images behind its numbers. */
	private static void answerTheQuestion() throws Exception {
		final JDialog question = GuiImageJ.await(() -> GuiImageJ.find(
			JDialog.class));
		EventQueue.invokeAndWait(question::dispose);
	}

	@Test
	void browsingResults() throws Exception {
		final Path table = Files.writeString(folder.resolve("my predictions.csv"),
			"file,actual,predicted,confidence,p_0,p_3,correct,error\n" +
				"0/0_000.png,0,3,0.9000,0.1000,0.9000,false,\n");
		final String line = record(Commands.BROWSE.label(), table.toString(),
			DIGITS, "0");
		assertEquals(Ways.recordedLine(Commands.BROWSE, Map.of("predictions", table
			.toString(), "images", DIGITS, "actual", "0")), line);
		final JFrame window = GuiImageJ.frame("Images behind the numbers");
		EventQueue.invokeAndWait(window::dispose);
		IJ.runMacro(line);
		assertEquals("0/0_000.png", ResultsTable.getResultsTable().getStringValue(
			"file", 0));
	}

	@Test
	void movingCorrectedImages() throws Exception {
		final Path labeled = folder.resolve("my labels");
		Files.createDirectories(labeled.resolve("0"));
		Files.copy(Path.of(DIGITS, "3", "3_000.png"), labeled.resolve("0/3.png"));
		Files.writeString(labeled.resolve("corrections.csv"),
			"path,class,decision,newClass\n0/3.png,0,class,3\n");
		assertEquals(Ways.recordedLine(Commands.APPLY_CORRECTIONS, Map.of("images",
			labeled.toString())), record(Commands.APPLY_CORRECTIONS.label(), labeled
				.toString()));
		assertTrue(Files.exists(labeled.resolve("3/3.png")));
	}

	@Test
	void goingOnWithATraining() throws Exception {
		final Path stopped = folder.resolve("my stopped model.zip");
		final AtomicBoolean stop = new AtomicBoolean();
		final Progress progress = new CancelWhen(stop::get);
		new TrainClassifier(CnnClassifier.tools(progress), new TrainingListener() {

			@Override
			public void onEpoch(final EpochFigures figures, final boolean better) {
				stop.set(true);
			}
		}, progress).run(new TrainClassifier.Request(Path.of(DIGITS), Set.of(),
			new SplitOptions(GroupingRule.parse(GroupingRule.NONE), true, Optional
				.empty()), PreprocessingOptions.NONE, PlanePolicy.EACH,
			StartChoice.SCRATCH, "tiny", new TrainingSettings(3, 64, 0.002,
				Augmentation.NONE, false, 1), LearnFrom.TRAINING, stopped, false,
			Optional.empty()));
		assertEquals(Ways.recordedLine(Commands.RESUME, Map.of("model", stopped
			.toString())), record(Commands.RESUME.label(), stopped.toString()));
	}

	@Test
	void evaluation() throws Exception {
		final int before = recorder.getText().length();
		start("Evaluate CNN Classifier...", DIGITS, "", model);
		answerTheQuestion();
		final String line = recorded("Evaluate CNN Classifier...", before);
		final String results = shown("Evaluation of ", 11);
		IJ.runMacro(line);
		assertEquals(results, results(11));
	}

	@Test
	void comparison() throws Exception {
		final String line = record(Commands.COMPARE.label(), DIGITS, "", "auto",
			"digits", "digits");
		assertEquals(Ways.recordedLine(Commands.COMPARE, Map.of("images", DIGITS,
			"model", "digits", "other", "digits")), line);
		final String results = shown("Comparison of ", 2);
		IJ.runMacro(line);
		assertEquals(results, results(2));
	}

	@Test
	void annotators() throws Exception {
		final String first = Files.writeString(folder.resolve("anna.csv"),
			"path,class\n1.png,a\n2.png,a\n3.png,b\n").toString();
		final String second = Files.writeString(folder.resolve("ben.csv"),
			"path,class\n1.png,a\n2.png,b\n3.png,b\n").toString();
		final String line = record(Commands.COMPARE_ANNOTATORS.label(), first,
			second, "");
		assertEquals(Ways.recordedLine(Commands.COMPARE_ANNOTATORS, Map.of("first",
			first, "second", second)), line);
		final String results = shown("Conflicts of ", 1);
		IJ.runMacro(line);
		assertEquals(results, results(1));
	}

	@Test
	void wrongLabels() throws Exception {
		final Path table = folder.resolve("predictions.csv");
		final StringBuilder text = new StringBuilder(
			"file,fold,actual,predicted,confidence,p_a,p_b\n");
		for (int i = 0; i < 20; i++)
			text.append(i + ".png,1," + (i == 3 ? "a,b" : i % 2 == 0 ? "a,a"
				: "b,b") + (i % 2 == 0 ? ",0.99,0.99,0.01\n" : ",0.99,0.01,0.99\n"));
		Files.writeString(table, text);
		final String output = folder.resolve("wrong").toString();
		final int before = recorder.getText().length();
		start(Commands.FIND_WRONG_LABELS.label(), table.toString(), "", output);
		// whether to open the page
		final JDialog question = GuiImageJ.await(() -> GuiImageJ.find(
			JDialog.class));
		EventQueue.invokeAndWait(question::dispose);
		final String line = recorded(Commands.FIND_WRONG_LABELS.label(), before);
		assertEquals(Ways.recordedLine(Commands.FIND_WRONG_LABELS, Map.of(
			"predictions", table.toString(), "output", output)), line);
		final String results = shown("Likely wrong labels of ", 1);
		IJ.runMacro(line.replace("overwrite=false", "overwrite=true"));
		assertEquals(results, results(1));
	}

	@Test
	void inspection() throws Exception {
		final String line = record("Inspect CNN Training Images...", DIGITS);
		final String results = shown("Inspection of ", 10);
		final String log = IJ.getLog();
		assertTrue(log.contains("images=700 classes=10 "), log);
		assertTrue(OwnTables.titles().stream().anyMatch(title -> title.endsWith(
			" (images)")), OwnTables.titles().toString());
		IJ.log("\\Clear");
		IJ.runMacro(line);
		assertEquals(results, results(10));
		assertEquals(log, IJ.getLog());
	}

	@Test
	void calibration() throws Exception {
		final Path output = folder.resolve("calibrated.zip");
		final String line = record("Calibrate CNN Classifier...", DIGITS, "", model,
			output.toString());
		assertEquals(Ways.recordedLine(Commands.CALIBRATE, Map.of("images", DIGITS,
			"model", model, "output", output.toString())), line);
		final byte[] written = Files.readAllBytes(output);
		IJ.runMacro(line.replace("overwrite=false", "overwrite=true"));
		assertArrayEquals(written, Files.readAllBytes(output));
	}

	@Test
	void classifyingAnImage() throws Exception {
		final ImagePlus digit = PlainImageJ.digit(6);
		digit.show();
		final String line = record("Classify Image with CNN...", model);
		assertEquals("run(\"Classify Image with CNN...\", \"model=[" + model +
			"] channels=auto planes=auto range=auto pixelsize=auto threshold=0.0 " +
			"eachslice=false label=true\");", line);
		final String results = shown("Predictions of ", 1);
		IJ.selectWindow(digit.getTitle());
		IJ.runMacro(line);
		assertEquals(results, results(1));
		assertEquals(1, digit.getOverlay().size());
		digit.close();
	}

	@Test
	void mappingAnImage() throws Exception {
		final ImagePlus digit = PlainImageJ.digit(6);
		digit.show();
		final String line = record("Map Classes with CNN...", model);
		assertEquals(Ways.recordedLine(Commands.MAP_CLASSES, Map.of("model", model,
			"overlay", "true")), line);
		while (WindowManager.getImageCount() > 0) {
			IJ.getImage().changes = false;
			IJ.getImage().close();
		}
	}

	@Test
	void classifyingAFolder() throws Exception {
		final Path table = folder.resolve("classes.csv");
		final String line = record("Classify Folder with CNN...", DIGITS + "/4", "",
			"", model, null, null, null, table.toString());
		assertEquals("run(\"Classify Folder with CNN...\", \"images=" + DIGITS +
			"/4 include= skip= model=[" + model + "] channels=auto planes=auto " +
			"range=auto pixelsize=auto threshold=0.0 output=" + table +
			" resume=false sortby=copy overwrite=false\");", line);
		final String csv = IJ.openAsString(table.toString());
		IJ.runMacro(line.replace("overwrite=false", "overwrite=true"));
		assertEquals(csv, IJ.openAsString(table.toString()));
	}

	@Test
	void preprocessing() throws Exception {
		final ImagePlus digit = PlainImageJ.digit(6);
		digit.show();
		final String line = record("Preprocess Image for CNN...", "", "14", "14");
		final ImagePlus recorded = IJ.getImage();
		assertEquals("Network input of 6_000.png", recorded.getTitle());
		IJ.selectWindow(digit.getTitle());
		IJ.runMacro(line);
		final ImagePlus replayed = IJ.getImage();
		assertNotSame(recorded, replayed);
		assertArrayEquals((float[]) recorded.getProcessor().getPixels(),
			(float[]) replayed.getProcessor().getPixels());
		Stream.of(digit, recorded, replayed).forEach(image -> {
			image.changes = false;
			image.close();
		});
	}

	@Test
	void lookingAtAHeatMap() throws Exception {
		final ImagePlus digit = PlainImageJ.digit(6);
		digit.show();
		// ImageJ may record behind it that the map came to the front
		final String line = record(Commands.HEAT_MAP.label(), "digits", "6").lines()
			.findFirst().orElseThrow();
		assertEquals("run(\"CNN Heat Map...\", \"model=digits classname=6 " +
			"method=auto show=both selection=true channels=auto planes=auto " +
			"range=auto pixelsize=auto overwrite=false\");", line);
		final ImagePlus recorded = WindowManager.getImage(
			"Heat map of 6_000.png (6)");
		// the line is recorded before the second picture is in front
		GuiImageJ.await(() -> "Heat map over 6_000.png (6)".equals(IJ.getImage()
			.getTitle()) ? true : null);
		IJ.selectWindow(digit.getTitle());
		IJ.runMacro(line.replace("both", "map"));
		final ImagePlus replayed = IJ.getImage();
		assertNotSame(recorded, replayed);
		assertArrayEquals((float[]) recorded.getProcessor().getPixels(),
			(float[]) replayed.getProcessor().getPixels());
		while (WindowManager.getImageCount() > 0) {
			IJ.getImage().changes = false;
			IJ.getImage().close();
		}
	}

	@Test
	void savingTheRoisOfTheManager() throws Exception {
		final ImagePlus digit = PlainImageJ.digit(6);
		digit.show();
		final RoiManager manager = new RoiManager();
		for (final String name : List.of("round-1", "round-2", "flat-1")) {
			final Roi roi = new OvalRoi(3, 4, 9, name.length());
			roi.setName(name);
			manager.addRoi(roi);
		}
		final Path regions = folder.resolve("my regions");
		final String line = record("Save ROIs as CNN Training Images...", "", "",
			"1", regions.toString());
		assertEquals(
			"run(\"Save ROIs as CNN Training Images...\", \"regions=auto " +
				"labels= classfrom=auto classname= confirmed=true margin=1 masked=false " +
				"output=[" + regions + "] overwrite=false\");", line);
		final String list = IJ.openAsString(regions.resolve("regions.csv")
			.toString());
		assertEquals(4, list.split("\n").length, list);
		final Path again = folder.resolve("again");
		IJ.selectWindow(digit.getTitle());
		IJ.runMacro(line.replace(regions.toString(), again.toString()));
		assertEquals(list, IJ.openAsString(again.resolve("regions.csv")
			.toString()));
		IJ.selectWindow(digit.getTitle());
		IJ.runMacro("run('Preprocess Image for CNN...', 'regions=manager');");
		final ImageStack stack = IJ.getImage().getStack();
		assertEquals(List.of("round-1", "round-2", "flat-1"), IntStream.rangeClosed(
			1, stack.size()).mapToObj(stack::getSliceLabel).toList());
		manager.close();
		Stream.of(digit, IJ.getImage()).forEach(image -> {
			image.changes = false;
			image.close();
		});
	}

	@Test
	void previewingAnAugmentation() throws Exception {
		final ImagePlus digit = PlainImageJ.digit(6);
		digit.show();
		final String line = record("Preview CNN Augmentation...", "strong", "3");
		assertEquals("run(\"Preview CNN Augmentation...\", \"augmentation=strong " +
			"copies=3 seed=1 channels=auto range=auto pixelsize=auto " +
			"overwrite=false\");", line);
		final ImagePlus recorded = IJ.getImage();
		assertEquals("Augmentation of 6_000.png", recorded.getTitle());
		IJ.selectWindow(digit.getTitle());
		IJ.runMacro(line);
		final ImagePlus replayed = IJ.getImage();
		assertNotSame(recorded, replayed);
		assertArrayEquals((float[]) recorded.getProcessor().getPixels(),
			(float[]) replayed.getProcessor().getPixels());
		Stream.of(digit, recorded, replayed).forEach(image -> {
			image.changes = false;
			image.close();
		});
	}

	@Test
	void savingTheRoisOfTheManagerThatBatchModeHides() {
		final Path regions = folder.resolve("hidden");
		IJ.runMacro("setBatchMode(true); newImage('mine', '8-bit ramp', 20, 20, " +
			"1); makeOval(3, 3, 8, 8); Roi.setName('deep-1'); roiManager('add'); " +
			"run('Select None'); run('Save ROIs as CNN Training Images...', " +
			"'regions=manager output=[" + regions + "]');");
		assertTrue(Files.exists(regions.resolve("deep/mine_0001.tif")));
	}

	@Test
	void savingTheRegionsOfAnOpenLabelImage() {
		final Path regions = folder.resolve("labelled");
		IJ.runMacro("newImage('labels', '16-bit black', 20, 20, 1); " +
			"setPixel(3, 4, 300); newImage('mine', '8-bit ramp', 20, 20, 1); " +
			"run('Save ROIs as CNN Training Images...', 'labels=labels " +
			"className=dot margin=2 output=[" + regions + "]'); " +
			"while (nImages > 0) close();");
		assertEquals(5, IJ.openImage(regions.resolve("dot/mine_0300.tif")
			.toString()).getWidth());
	}

	/** A replay could not open the window, which is none of a macro. */
	@Test
	void labelingIsAComment() throws Exception {
		final String labels = folder.resolve("my labels.csv").toString();
		final int before = recorder.getText().length();
		start(Commands.LABEL.label(), DIGITS + "/4", null, "4,9", labels);
		final JFrame window = GuiImageJ.frame("Label images: ");
		final String line = GuiImageJ.await(() -> {
			final String text = recorder.getText().substring(before).strip();
			return text.isEmpty() ? null : text;
		});
		assertTrue(line.startsWith("// labels were given by hand") && line.endsWith(
			labels), line);
		EventQueue.invokeAndWait(() -> window.dispatchEvent(new WindowEvent(window,
			WindowEvent.WINDOW_CLOSING)));
		GuiImageJ.await(() -> window.isDisplayable() ? null : true);
	}

	@Test
	void info() throws Exception {
		final String line = record("CNN Classifier Info...", model);
		final String log = IJ.getLog();
		IJ.log("\\Clear");
		IJ.runMacro(line);
		assertEquals(log, IJ.getLog());
	}

	/** What comes from the internet is not fetched here, but recorded. */
	@Test
	void fetchingThatFails() throws Exception {
		final Path source = Files.createDirectory(folder.resolve("no files"));
		final Path output = folder.resolve("fetched");
		final int before = recorder.getText().length();
		start("Fetch CNN Sample Data...", source.toString(), output.toString());
		GuiImageJ.cancel(GuiImageJ.await(() -> GuiImageJ.find(
			GenericDialog.class)));
		assertEquals("run(\"Fetch CNN Sample Data...\", \"name=mnist source=[" +
			source + "] output=" + output + " overwrite=false\");", recorded(
				"Fetch CNN Sample Data...", before));
	}

	/** ImageJ writes a warning below such a line; without it, it replays. */
	@Test
	void namesOfFilesThatAreNotAscii() throws Exception {
		final Path copy = folder.resolve("gr\u00f6\u00dfe \u03bc.zip");
		Files.copy(ShippedModel.class.getResourceAsStream("../models/digits.zip"),
			copy);
		final String line = record("CNN Classifier Info...", copy.toString())
			.lines().findFirst().orElseThrow();
		GuiImageJ.await(() -> recorder.getText().contains("<<warning") ? "written"
			: null);
		assertEquals("run(\"CNN Classifier Info...\", \"model=[" + copy + "]\");",
			line);
		final String log = IJ.getLog();
		assertTrue(log.contains("classes: 0, 1, 2"), log);
		IJ.log("\\Clear");
		IJ.runMacro(line);
		assertEquals(log, IJ.getLog());
	}

	@Test
	@Order(Integer.MAX_VALUE)
	void everyCommandWithKeysIsRecordedHere() {
		final Set<String> labels = Arrays.stream(Commands.values()).filter(
			c -> !Ways.kinds(c).isEmpty()).map(Commands::label).collect(Collectors
				.toSet());
		// its line is in WaysGuiTest
		labels.remove(Commands.CLASSIFY_ROIS.label());
		// what a person does there is no macro
		labels.remove(Commands.LABEL.label());
		assertEquals(labels, RECORDED);
	}

	private static String record(final String label, final String... texts)
		throws Exception
	{
		final int before = recorder.getText().length();
		start(label, texts);
		return recorded(label, before);
	}

	private static void start(final String label, final String... texts)
		throws Exception
	{
		final GenericDialog dialog = GuiImageJ.dialogOf(label);
		GuiImageJ.fill(dialog, texts);
		GuiImageJ.ok(dialog);
	}

	private static String recorded(final String label, final int before)
		throws InterruptedException
	{
		final String line = GuiImageJ.await(() -> {
			final String text = recorder.getText().substring(before);
			final int at = text.indexOf("run(\"" + label);
			return at < 0 ? null : text.substring(at).strip();
		});
		RECORDED.add(label);
		return line;
	}

	/** What a person at the dialog sees. */
	private static String shown(final String title, final int rows)
		throws InterruptedException
	{
		return text(GuiImageJ.await(() -> OwnTables.windows().stream().filter(
			window -> window.getTitle().startsWith(title)).map(
				TextWindow::getResultsTable).filter(table -> table.size() == rows)
			.findFirst().orElse(null)), rows);
	}

	/** What a macro reads. */
	private static String results(final int rows) {
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals(rows, table.size());
		return text(table, rows);
	}

	/** Headings and cells, without the numbers of rows that one of them shows. */
	private static String text(final ResultsTable table, final int rows) {
		final String[] headings = table.getHeadings();
		return String.join("\t", headings) + "\n" + IntStream.range(0, rows)
			.mapToObj(row -> Stream.of(headings).map(heading -> table.getStringValue(
				heading, row)).collect(Collectors.joining("\t"))).collect(Collectors
					.joining("\n"));
	}
}

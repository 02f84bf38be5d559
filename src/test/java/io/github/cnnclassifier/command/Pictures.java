
package io.github.cnnclassifier.command;

import java.awt.AWTException;
import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Graphics2D;
import java.awt.Menu;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.prefs.BackingStoreException;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JTextField;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.gui.ImageWindow;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;
import ij.process.Blitter;
import ij.process.ImageProcessor;
import ij.text.TextWindow;
import io.github.cnnclassifier.imagej.EscapeKey;
import io.github.cnnclassifier.launch.Commands;
import io.github.cnnclassifier.launch.ShownWindows;
import io.github.cnnclassifier.ui.train.TrainingFrame;
import io.github.cnnclassifier.workflow.ModelsFolder;

/**
 * Takes the pictures of the documentation; started by docs/make-images, which
 * gives it a display of its own. What windows show of files lies in
 * {@code user.home}, so that the pictures tell nothing of the machine that they
 * were taken on.
 */
final class Pictures {

	private static final int GAP = 10;

	private final ImageJ imageJ;
	private final Robot robot;
	private final Path folder;
	private final Path home = Path.of(System.getProperty("user.home"));
	private final Path models;

	private Pictures(final Path folder) throws IOException, AWTException,
		BackingStoreException
	{
		this.folder = folder;
		models = Files.createDirectories(ModelsFolder.ofUser());
		imageJ = GuiImageJ.start(Files.createTempDirectory("imagej"));
		robot = new Robot();
		robot.setAutoDelay(100);
		whitePaper();
	}

	/**
	 * @param args the folder for the pictures, existing and empty, and the only
	 *          picture to take if not all: map-classes, dialog-mend,
	 *          train-window, classify-rois, heat-map, labels, results-window,
	 *          models or search, which is tuning, learning rate and
	 *          cross-validation
	 */
	public static void main(final String[] args) throws Exception {
		// Else the windows would keep a failed run alive.
		Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
			failure.printStackTrace();
			System.exit(1);
		});
		final Pictures pictures = new Pictures(Path.of(args[0]).toAbsolutePath());
		final Path images = pictures.home;
		for (final String samples : List.of("cells", "digits"))
			copy(PlainImageJ.SAMPLES.resolve(samples), images.resolve(samples));
		if (args.length > 1 && args[1].equals("map-classes")) {
			pictures.mappedField();
			System.exit(0);
		}
		if (args.length > 1 && args[1].equals("dialog-mend")) {
			pictures.dialogWithMends();
			System.exit(0);
		}
		if (args.length > 1 && args[1].equals("classify-rois")) {
			pictures.classifiedRois();
			System.exit(0);
		}
		if (args.length > 1 && args[1].equals("heat-map")) {
			pictures.heatMaps();
			System.exit(0);
		}
		if (args.length > 1 && args[1].equals("results-window")) {
			pictures.resultsWindow(images.resolve("digits"), "digits");
			System.exit(0);
		}
		if (args.length > 1 && args[1].equals("labels")) {
			pictures.labels();
			System.exit(0);
		}
		if (args.length > 1 && args[1].equals("models")) {
			PlainImageJ.run(Commands.TRAIN, "images=[" + images.resolve("cells") +
				"] model=[" + pictures.models.resolve("cells.zip") + "] epochs=4");
			pictures.models();
			System.exit(0);
		}
		if (args.length > 1 && args[1].equals("train-window")) {
			pictures.trainWindow(images.resolve("cells"));
			System.exit(0);
		}
		if (args.length > 1 && args[1].equals("search")) {
			pictures.search(images);
			System.exit(0);
		}
		if (args.length > 1) throw new IllegalArgumentException(
			"There is no picture '" + args[1] + "'.");
		pictures.menu();
		pictures.trainWindow(images.resolve("cells"));
		pictures.trainDialog();
		pictures.dialogWithMends();
		pictures.groupsDialog(images.resolve("cells"));
		pictures.classifiedDigit();
		pictures.unknownDigit();
		pictures.heatMaps();
		pictures.preprocessedCell();
		pictures.changedCell();
		// before others train, whose plots and logs would be taken for its own
		final Path model = pictures.trainingRun(images.resolve("digits"));
		pictures.mappedField();
		pictures.classifiedRois();
		pictures.labels();
		PlainImageJ.run(Commands.EVALUATE, "images=[" + images.resolve("digits") +
			"] model=[" + model + "] output=[" + args[0] + "/report]");
		pictures.resultsWindow(images.resolve("digits"), "digits");
		PlainImageJ.run(Commands.INSPECT, "images=[" + images.resolve("cells") +
			"] output=[" + args[0] + "/inspection]");
		pictures.models();
		pictures.search(images);
		System.exit(0);
	}

	/** What there is to see where settings are looked for, and judged. */
	private void search(final Path images) throws Exception {
		learningRates(images.resolve("digits"));
		tuning(images.resolve("digits"));
		crossValidation(images.resolve("cells"));
	}

	private void learningRates(final Path images) throws Exception {
		start(Commands.FIND_LEARNING_RATE, Map.of("images", images.toString(),
			"start", "scratch", "network", "tiny"));
		final Window plot = imageWindow("Loss by learning rate on ");
		pause();
		save("learning-rate", picture(plot));
		closeImagesAndTables();
	}

	/** Until the search is over; plot and table have grown meanwhile. */
	private void tuning(final Path images) throws Exception {
		start(Commands.TUNE, Map.of("images", images.toString(), "start", "scratch",
			"network", "tiny", "epochs", "6", "space",
			"learningRate: 0.0005..0.02 log; batchSize: 8, 16, 32, 64", "minutes",
			"0.6", "output", home.resolve("digits-study").toString()));
		GuiImageJ.await(() -> IJ.getLog().contains("winner=") ? true : null);
		final Window table = tableWindow("Trials of ");
		table.setSize(1190, 840);
		pause();
		save("tuning-plot", picture(imageWindow("Plot of trials of ")));
		save("tuning-trials", picture(table));
		closeImagesAndTables();
	}

	private void crossValidation(final Path images) throws Exception {
		start(Commands.CROSS_VALIDATE, Map.of("images", images.toString(), "start",
			"scratch", "network", "tiny", "epochs", "8", "output", home.resolve(
				"cells-folds").toString()));
		final JDialog question = GuiImageJ.await(() -> GuiImageJ.find(
			JDialog.class));
		EventQueue.invokeAndWait(question::dispose);
		final Window folds = tableWindow("Folds of ");
		final Window figures = tableWindow("Cross-validation of ");
		folds.setSize(928, 210);
		figures.setSize(928, 190);
		pause();
		save("cross-validation", oneAboveTheOther(folds, figures));
		closeImagesAndTables();
	}

	private static void start(final Commands command,
		final Map<String, String> keys) throws Exception
	{
		final GenericDialog dialog = GuiImageJ.dialogOf(command.label());
		DialogFields.fill(dialog, command, keys);
		GuiImageJ.ok(dialog);
	}

	private static Window imageWindow(final String title)
		throws InterruptedException
	{
		return GuiImageJ.await(() -> Arrays.stream(Window.getWindows()).filter(
			w -> w instanceof final ImageWindow image && w.isShowing() && image
				.getImagePlus().getTitle().startsWith(title)).findFirst().orElse(null));
	}

	private static Window tableWindow(final String title)
		throws InterruptedException
	{
		return GuiImageJ.await(() -> OwnTables.windows().stream().filter(w -> w
			.getTitle().startsWith(title)).findFirst().orElse(null));
	}

	private static void closeImagesAndTables() {
		for (ImagePlus image = WindowManager
			.getCurrentImage(); image != null; image = WindowManager
				.getCurrentImage())
		{
			image.changes = false;
			image.close();
		}
		forgetResults();
	}

	/** Those that were trained for the other pictures. */
	private void models() throws Exception {
		IJ.doCommand(Commands.MODELS.label());
		final JFrame window = GuiImageJ.frame("CNN Models");
		pause();
		pause();
		save("models", picture(window));
		EventQueue.invokeAndWait(window::dispose);
	}

	private void menu() throws Exception {
		imageJ.setLocation(40, 20);
		final Menu plugins = imageJ.getMenuBar().getMenu(5);
		final int steps = itemsAbove(plugins, "CNN Classifier");
		imageJ.toFront();
		pause();
		final Point place = imageJ.getLocationOnScreen();
		click(place.x + 320, place.y + 32);
		for (int i = 0; i < steps; i++) {
			key(KeyEvent.VK_DOWN);
		}
		key(KeyEvent.VK_RIGHT);
		pause();
		save("menu", robot.createScreenCapture(new Rectangle(place.x, place.y, 780,
			540)));
		key(KeyEvent.VK_ESCAPE);
		key(KeyEvent.VK_ESCAPE);
		// An Escape that comes late would cancel the next command.
		robot.waitForIdle();
		pause();
	}

	private void trainWindow(final Path images) throws Exception {
		IJ.doCommand("Train CNN Classifier...");
		final JFrame window = GuiImageJ.await(GuiImageJ::trainWindow);
		final JTextField path = ShownWindows.find(window, JTextField.class,
			"Labeled images");
		EventQueue.invokeAndWait(() -> {
			path.setText(images.toString());
			path.postActionEvent();
		});
		GuiImageJ.await(() -> GuiImageJ.button(window, "Train").isEnabled() ? true
			: null);
		// until the pictures have been read
		for (int i = 0; i < 5; i++)
			pause();
		save("train-window", picture(window));
		EventQueue.invokeAndWait(window::dispose);
	}

	private void trainDialog() throws Exception {
		final GenericDialog dialog = GuiImageJ.dialogOf("Train CNN Classifier...");
		GuiImageJ.fillTraining(dialog, models.resolve("my-model.zip").toString(),
			home.resolve("digits").toString());
		pause();
		save("train-dialog", picture(dialog));
		GuiImageJ.cancel(dialog);
	}

	/** A result whose file exists already. */
	private void dialogWithMends() throws Exception {
		final ImagePlus digit = PlainImageJ.digit(3);
		digit.show();
		final Path taken = Files.createFile(home.resolve("regions.csv"));
		final GenericDialog dialog = GuiImageJ.dialogOf(
			"Classify ROIs with CNN...");
		final String[] texts = new String[dialog.getStringFields().size()];
		// rois, margin, model, channels, range, threshold, output
		texts[6] = taken.toString();
		GuiImageJ.fill(dialog, texts);
		GuiImageJ.ok(dialog);
		final GenericDialog again = GuiImageJ.await(() -> GuiImageJ.find(
			GenericDialog.class));
		pause();
		save("dialog-mend", picture(again));
		GuiImageJ.cancel(again);
		digit.changes = false;
		digit.close();
	}

	/** The cells as if they came from twelve mice. */
	private void groupsDialog(final Path cells) throws Exception {
		final Path mice = home.resolve("mice");
		for (final String label : List.of("interphase", "mitotic")) {
			Files.createDirectories(mice.resolve(label));
			for (int i = 0; i < 40; i++) {
				Files.copy(cells.resolve("%s/%s_%03d.tif".formatted(label, label, i)),
					mice.resolve("%s/mouse%02d_cell%02d.tif".formatted(label, i % 12 + 1,
						i)));
			}
		}
		final GenericDialog dialog = GuiImageJ.dialogOf("Train CNN Classifier...");
		GuiImageJ.fillTraining(dialog, models.resolve("mice.zip").toString(), mice
			.toString());
		GuiImageJ.ok(dialog);
		final JDialog question = GuiImageJ.await(() -> GuiImageJ.find(
			JDialog.class));
		save("groups-dialog", picture(question));
		EventQueue.invokeAndWait(question::dispose);
		GuiImageJ.await(() -> IJ.getLog().contains("canceled") ? true : null);
		IJ.selectWindow("Log");
		IJ.run("Close");
	}

	private void classifiedDigit() throws Exception {
		final ImagePlus digit = PlainImageJ.digit(3);
		digit.show();
		enlarge(digit, 1000);
		GuiImageJ.ok(GuiImageJ.dialogOf("Classify Image with CNN..."));
		final Window table = GuiImageJ.await(() -> GuiImageJ.find(
			TextWindow.class));
		table.setSize(720, 160);
		pause();
		save("classify-image", sideBySide(List.of(digit.getWindow(), table)));
		digit.changes = false;
		digit.close();
		forgetResults();
	}

	/** What lies between two digits is neither. */
	private void unknownDigit() throws Exception {
		final ImageProcessor between = PlainImageJ.digit(3).getProcessor();
		between.copyBits(PlainImageJ.digit(1).getProcessor(), 0, 0,
			Blitter.AVERAGE);
		final ImageStack stack = new ImageStack(28, 28);
		stack.addSlice(between);
		stack.addSlice(PlainImageJ.digit(3).getProcessor());
		final ImagePlus digits = new ImagePlus("digits.tif", stack);
		digits.show();
		// where there is room for the whole window
		digits.getWindow().setLocation(40, 200);
		enlarge(digits, 1000);
		PlainImageJ.run(Commands.CLASSIFY_IMAGE, digits,
			"model=digits planes=each threshold=0.9");
		final Window table = GuiImageJ.await(() -> GuiImageJ.find(
			TextWindow.class));
		table.setSize(720, 160);
		pause();
		save("classify-unknown", sideBySide(List.of(digits.getWindow(), table)));
		digits.changes = false;
		digits.close();
		forgetResults();
	}

	/** A digit, what speaks for it, and that nothing speaks for another one. */
	private void heatMaps() throws Exception {
		final ImagePlus digit = PlainImageJ.digit(7);
		digit.show();
		final List<ImagePlus> images = new ArrayList<>(List.of(digit));
		for (final String options : List.of("className=7 show=map",
			"className=7 show=overlay", "className=2 show=overlay"))
		{
			PlainImageJ.run(Commands.HEAT_MAP, digit,
				"model=digits method=occlusion " + options);
			images.add(IJ.getImage());
		}
		for (final ImagePlus image : images) {
			enlarge(image, 1000);
		}
		pause();
		save("heat-map", sideBySide(images.stream().map(ImagePlus::getWindow)
			.toList()));
		for (final ImagePlus image : images) {
			image.changes = false;
			image.close();
		}
	}

	private void preprocessedCell() throws Exception {
		final ImagePlus cell = PlainImageJ.cell();
		cell.show();
		enlarge(cell, 400);
		final GenericDialog dialog = GuiImageJ.dialogOf(
			"Preprocess Image for CNN...");
		GuiImageJ.fill(dialog, null, "32", "32", null, null, "0..14000");
		GuiImageJ.ok(dialog);
		final ImagePlus input = GuiImageJ.await(() -> IJ.getImage() == cell ? null
			: IJ.getImage());
		enlarge(input, 800);
		pause();
		save("preprocess", sideBySide(List.of(cell.getWindow(), input
			.getWindow())));
		for (final ImagePlus image : List.of(cell, input)) {
			image.changes = false;
			image.close();
		}
	}

	private void mappedField() throws Exception {
		final Path model = new FieldMap(home, models).trained();
		final ImagePlus field = FieldMap.field();
		PlainImageJ.run(Commands.MAP_CLASSES, field, "model=[" + model +
			"] stride=8");
		final ImagePlus map = IJ.getImage();
		field.setC(2);
		field.show();
		final List<ImagePlus> images = List.of(field, map);
		for (final ImagePlus image : images) {
			enlarge(image, 50);
		}
		pause();
		save("map-classes", sideBySide(List.of(field.getWindow(), map
			.getWindow())));
		for (final ImagePlus image : images) {
			image.changes = false;
			image.close();
		}
	}

	private void classifiedRois() throws Exception {
		final Path model = models.resolve("cells.zip");
		PlainImageJ.run(Commands.TRAIN, "images=[" + home.resolve("cells") +
			"] model=[" + model + "] width=32 height=32 epochs=30");
		// else its figures and the areas of a map stand among the regions
		forgetResults();
		final ImagePlus field = FieldMap.field();
		field.show();
		final RoiManager manager = new RoiManager();
		manager.open(PlainImageJ.SAMPLES.resolve("field/rois.zip").toString());
		manager.runCommand(field, "show all without labels");
		PlainImageJ.run(Commands.CLASSIFY_ROIS, field, "model=[" + model +
			"] margin=12 threshold=0.7");
		enlarge(field, 50);
		// a name of a class and a number is wider than ImageJ's own
		manager.setSize(250, 400);
		final Window table = GuiImageJ.await(ResultsTable::getResultsWindow);
		table.setSize(620, 400);
		pause();
		save("classify-rois", sideBySide(List.of(field.getWindow(), manager,
			table)));
		IJ.selectWindow(field.getTitle());
		IJ.doCommand(Commands.CORRECT.label());
		final JFrame correct = GuiImageJ.frame("Correct classes: ");
		pause();
		save("correct-classes", sideBySide(List.of(field.getWindow(), correct)));
		EventQueue.invokeAndWait(correct::dispose);
		manager.reset();
		manager.close();
		field.changes = false;
		field.close();
		forgetResults();
	}

	/** Some cells of the field have labels, the others are predicted. */
	private void labels() throws Exception {
		final LabeledField cells = new LabeledField(home.resolve(
			"labels/labels.csv"));
		cells.label(24);
		for (int i = 0; i < 60 && !cells.predicts(); i++)
			pause();
		cells.window().setLocation(10, 10);
		for (int i = 0; i < 3; i++)
			pause();
		save("label-window", picture(cells.window()));
		enlarge(cells.field(), 75);
		save("label-image", picture(cells.field().getWindow()));
		cells.close();
	}

	/** Of the digit one, which is the hardest. */
	private void resultsWindow(final Path images, final String model)
		throws Exception
	{
		// what is excluded in the picture is not in the samples of this project
		final Path copy = home.resolve("my digits");
		copy(images, copy);
		final Path report = home.resolve("results");
		PlainImageJ.run(Commands.EVALUATE, "images=[" + copy + "] model=" + model +
			" output=[" + report + "]");
		final GenericDialog dialog = GuiImageJ.dialogOf("Browse CNN Results...");
		GuiImageJ.fill(dialog, report.resolve("predictions.csv").toString(), copy
			.toString(), "1", "");
		GuiImageJ.ok(dialog);
		final JFrame window = GuiImageJ.frame("Images behind the numbers");
		window.setLocation(10, 10);
		// until the pictures have been read
		for (int i = 0; i < 5; i++)
			pause();
		save("results-window", picture(window));
		EventQueue.invokeAndWait(window::dispose);
	}

	private static void copy(final Path from, final Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (final Path file : files.toList()) {
				final Path target = to.resolve(from.relativize(file).toString());
				if (Files.isDirectory(file)) Files.createDirectories(target);
				else Files.copy(file, target);
			}
		}
	}

	private void changedCell() throws Exception {
		final ImagePlus cell = PlainImageJ.cell();
		PlainImageJ.run(Commands.PREVIEW_AUGMENTATION, cell,
			"augmentation=microscopy copies=15");
		final ImagePlus sheet = IJ.getImage();
		pause();
		save("augmentation", sideBySide(List.of(sheet.getWindow())));
		sheet.changes = false;
		sheet.close();
	}

	private Path trainingRun(final Path images) throws Exception {
		final Path model = models.resolve("digits.zip");
		final GenericDialog dialog = GuiImageJ.dialogOf("Train CNN Classifier...");
		GuiImageJ.fillTraining(dialog, model.toString(), images.toString(), null,
			null, "scratch", "lenet", "80");
		GuiImageJ.ok(dialog);
		final TrainingFrame window = GuiImageJ.await(() -> GuiImageJ.find(
			TrainingFrame.class));
		GuiImageJ.await(() -> IJ.getLog().contains("epoch 40:") ? true : null);
		save("training", sideBySide(List.of(window)));
		EscapeKey.press(window);
		EscapeKey.answer("Stop and keep");
		GuiImageJ.await(() -> IJ.getLog().contains("model=") ? true : null);
		return model;
	}

	/** Behind all windows. */
	private static void whitePaper() {
		final Frame paper = new Frame();
		paper.setUndecorated(true);
		paper.setFocusableWindowState(false);
		paper.setBackground(Color.WHITE);
		paper.setSize(paper.getToolkit().getScreenSize());
		paper.setVisible(true);
		paper.toBack();
	}

	/** Without separators, which the keyboard skips. */
	private static int itemsAbove(final Menu menu, final String label) {
		int items = 0;
		for (int i = 0; i < menu.getItemCount(); i++) {
			final String item = menu.getItem(i).getLabel();
			if (item.equals(label)) return items;
			if (!item.equals("-")) items++;
		}
		throw new IllegalStateException("No '" + label + "' in the menu");
	}

	private static void forgetResults() {
		OwnTables.close();
		final ResultsTable table = ResultsTable.getResultsTable();
		table.reset();
		// else the window keeps its lines
		table.show("Results");
	}

	private static void enlarge(final ImagePlus image, final int percent) {
		IJ.run(image, "Set... ", "zoom=" + percent);
		WindowManager.setCurrentWindow(image.getWindow());
	}

	private BufferedImage sideBySide(final List<? extends Window> windows)
		throws InterruptedException
	{
		final List<BufferedImage> parts = new ArrayList<>();
		for (final Window window : windows) {
			parts.add(picture(window));
		}
		final int width = parts.stream().mapToInt(BufferedImage::getWidth).sum() +
			GAP * (parts.size() - 1);
		final int height = parts.stream().mapToInt(BufferedImage::getHeight).max()
			.orElseThrow();
		final BufferedImage all = new BufferedImage(width, height,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D paper = all.createGraphics();
		paper.setColor(Color.WHITE);
		paper.fillRect(0, 0, width, height);
		int x = 0;
		for (final BufferedImage part : parts) {
			paper.drawImage(part, x, 0, null);
			x += part.getWidth() + GAP;
		}
		paper.dispose();
		return all;
	}

	private BufferedImage oneAboveTheOther(final Window upper, final Window lower)
		throws InterruptedException
	{
		final BufferedImage first = picture(upper);
		final BufferedImage second = picture(lower);
		final BufferedImage both = new BufferedImage(Math.max(first.getWidth(),
			second.getWidth()), first.getHeight() + GAP + second.getHeight(),
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D paper = both.createGraphics();
		paper.setColor(Color.WHITE);
		paper.fillRect(0, 0, both.getWidth(), both.getHeight());
		paper.drawImage(first, 0, 0, null);
		paper.drawImage(second, 0, first.getHeight() + GAP, null);
		paper.dispose();
		return both;
	}

	private BufferedImage picture(final Window window)
		throws InterruptedException
	{
		window.toFront();
		pause();
		return robot.createScreenCapture(window.getBounds());
	}

	private void save(final String name, final BufferedImage picture)
		throws IOException
	{
		ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
	}

	private void click(final int x, final int y) {
		robot.mouseMove(x, y);
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
	}

	private void key(final int code) {
		robot.keyPress(code);
		robot.keyRelease(code);
	}

	private static void pause() throws InterruptedException {
		TimeUnit.MILLISECONDS.sleep(800);
	}
}

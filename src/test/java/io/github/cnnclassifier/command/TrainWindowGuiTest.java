
package io.github.cnnclassifier.command;

import static io.github.cnnclassifier.launch.ShownWindows.all;
import static io.github.cnnclassifier.launch.ShownWindows.onEventThread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.TextField;
import java.awt.Window;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JProgressBar;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.TransferHandler;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.CommandListener;
import ij.Executer;
import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.io.FileSaver;
import ij.macro.Interpreter;
import ij.macro.MacroRunner;
import ij.plugin.frame.Recorder;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.imagej.EscapeKey;
import io.github.cnnclassifier.imagej.MenuClick;
import io.github.cnnclassifier.launch.DarkLook;
import io.github.cnnclassifier.launch.GuiDialogs;
import io.github.cnnclassifier.launch.Reachability;
import io.github.cnnclassifier.launch.Readability;
import io.github.cnnclassifier.launch.ShownWindows;
import io.github.cnnclassifier.random.SeedTree;
import io.github.cnnclassifier.ui.train.TrainingWish;

/** The window of training, as a person uses it. Needs a display. */
@Tag("gui")
class TrainWindowGuiTest {

	private static final String TRAIN = "Train CNN Classifier...";
	private static final int TICK = 0;
	private static final int NAME = 1;
	private static final int EXAMPLES = 3;
	private static final int REMARKS = 4;

	@TempDir
	private static Path folder;

	private static ImageJ imageJ;
	private static Recorder recorder;
	private static int turn;

	private Path images;
	private JFrame window;

	@BeforeAll
	static void startImageJ() throws Exception {
		imageJ = GuiImageJ.start(folder);
		recorder = new Recorder();
	}

	@AfterAll
	static void quitImageJ() {
		recorder.close();
		imageJ.dispose();
	}

	/** Three classes, and one that has but one image. */
	@BeforeEach
	void makeImages() throws IOException {
		images = TestImages.halves(folder.resolve("turn " + ++turn + "/halves"), 24,
			1);
		TestImages.classFolder(images, "other", 0, 12, 3000);
		TestImages.classFolder(images, "rare", 1, 1, 5000);
		IJ.log("\\Clear");
	}

	@AfterEach
	void closeAll() throws Exception {
		stopTrainings();
		for (final Window open : Window.getWindows())
			if (open instanceof JFrame && open.isShowing()) EventQueue.invokeAndWait(
				open::dispose);
		IJ.runMacro("close('*');");
		OwnTables.close();
	}

	/** Those of a test that has failed would keep the others waiting. */
	private void stopTrainings() throws Exception {
		if (window == null) return;
		for (int turns = 0; turns < 4; turns++)
			for (final String text : List.of("Take away", "Stop and keep",
				"Training of halves.zip goes on", "Training of other.zip goes on"))
				EventQueue.invokeAndWait(() -> {
					final AbstractButton button = GuiImageJ.button(window, text);
					if (button != null) button.doClick();
				});
	}

	private void open() throws Exception {
		IJ.doCommand(TRAIN);
		window = GuiImageJ.await(GuiImageJ::trainWindow);
	}

	private void choose(final Path source) throws Exception {
		final JTextField path = find(JTextField.class, "Labeled images");
		EventQueue.invokeAndWait(() -> {
			path.setText(source.toString());
			path.postActionEvent();
		});
	}

	private void openWithImages() throws Exception {
		open();
		choose(images);
		awaitTrain(true);
		final JTextField place = find(JTextField.class, "Folder of the model");
		EventQueue.invokeAndWait(() -> place.setText(folder.resolve("models " +
			turn).toString()));
		awaitTrain(true);
	}

	private <C extends Component> C find(final Class<C> type,
		final String accessibleName) throws Exception
	{
		return ShownWindows.find(window, type, accessibleName);
	}

	private AbstractButton button(final String text) throws Exception {
		return onEventThread(() -> GuiImageJ.button(window, text));
	}

	private void press(final String button) throws Exception {
		final AbstractButton pressed = GuiImageJ.await(() -> GuiImageJ.button(
			window, button));
		EventQueue.invokeAndWait(pressed::doClick);
	}

	private JTable table() throws Exception {
		return find(JTable.class, "Classes");
	}

	/** Waits until everything is looked at, and the button is as expected. */
	private void awaitTrain(final boolean possible) throws Exception {
		final AbstractButton train = button("Train");
		// a change first makes it gray, and what follows is told a moment later
		TimeUnit.MILLISECONDS.sleep(400);
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (onEventThread(train::isEnabled) != possible) {
			if (System.nanoTime() > end) throw new AssertionError(
				"Train stays as it is: " + reason());
			TimeUnit.MILLISECONDS.sleep(50);
		}
	}

	/** Empty while the images are not seen. */
	private String reason() throws Exception {
		return onEventThread(() -> all(window).stream().filter(
			c -> c instanceof JTextArea && "What is to be done".equals(c
				.getAccessibleContext().getAccessibleName())).map(c -> ((JTextArea) c)
					.getText()).findFirst().orElse(""));
	}

	private void awaitReason(final String part) throws Exception {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (!reason().contains(part)) {
			if (System.nanoTime() > end) throw new AssertionError(reason());
			TimeUnit.MILLISECONDS.sleep(50);
		}
	}

	private int row(final String label) throws Exception {
		final JTable table = table();
		return onEventThread(() -> {
			for (int i = 0; i < table.getRowCount(); i++)
				if (label.equals(table.getValueAt(i, NAME))) return i;
			throw new AssertionError(label);
		});
	}

	private Object cell(final String label, final int column) throws Exception {
		final JTable table = table();
		final int row = row(label);
		return onEventThread(() -> table.getValueAt(row, column));
	}

	private static void mouse(final Component on, final int id, final Point at,
		final int clicks) throws Exception
	{
		EventQueue.invokeAndWait(() -> on.dispatchEvent(new MouseEvent(on, id,
			System.currentTimeMillis(), InputEvent.BUTTON1_DOWN_MASK, at.x, at.y,
			clicks, false, MouseEvent.BUTTON1)));
	}

	private Point at(final String label, final int column, final int x)
		throws Exception
	{
		final JTable table = table();
		final int row = row(label);
		final Rectangle cell = onEventThread(() -> table.getCellRect(row, column,
			false));
		return new Point(cell.x + x, cell.y + cell.height / 2);
	}

	private static void key(final JComponent component, final String key)
		throws Exception
	{
		final KeyStroke stroke = KeyStroke.getKeyStroke(key);
		EventQueue.invokeAndWait(() -> {
			JComponent at = component;
			Object name = at.getInputMap(JComponent.WHEN_FOCUSED).get(stroke);
			while (name == null || at.getActionMap().get(name) == null) {
				name = at.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
					.get(stroke);
				if (name == null || at.getActionMap().get(name) == null) at =
					(JComponent) at.getParent();
			}
			at.getActionMap().get(name).actionPerformed(new ActionEvent(at, 0, key));
		});
	}

	private Path corrections() {
		return images.resolve("corrections.csv");
	}

	private void awaitCell(final String label, final int column,
		final Object value) throws Exception
	{
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (!value.equals(cell(label, column))) {
			if (System.nanoTime() > end) throw new AssertionError(label + ": " + cell(
				label, column));
			TimeUnit.MILLISECONDS.sleep(50);
		}
	}

	/** Only where somebody wants to look at it: -Dscreenshots=FOLDER. */
	private void picture(final String name) throws Exception {
		final String wanted = System.getProperty("screenshots");
		if (wanted == null) return;
		TimeUnit.MILLISECONDS.sleep(800);
		final BufferedImage picture = new BufferedImage(window.getWidth(), window
			.getHeight(), BufferedImage.TYPE_INT_RGB);
		EventQueue.invokeAndWait(() -> window.getContentPane().paint(picture
			.createGraphics()));
		Files.createDirectories(Path.of(wanted));
		ImageIO.write(picture, "png", Path.of(wanted, name + ".png").toFile());
	}

	private void choose(final String key, final Object value) throws Exception {
		if (value instanceof Integer number) {
			final JSpinner spinner = find(JSpinner.class, key);
			EventQueue.invokeAndWait(() -> spinner.setValue(number.longValue()));
		}
		else {
			final JComboBox<?> list = find(JComboBox.class, key);
			EventQueue.invokeAndWait(() -> list.setSelectedItem(value));
		}
	}

	@Test
	void classesAreTickedAndTheVeryCommandTrainsThem() throws Exception {
		final int open = WindowManager.getImageCount();
		openWithImages();
		assertTrue(window.getWidth() <= 900 && window.getHeight() <= 620, window
			.getBounds().toString());
		assertEquals(open, WindowManager.getImageCount());
		assertEquals(false, cell("rare", TICK));
		assertTrue(cell("rare", REMARKS).toString().contains("only one image"));
		assertEquals(24, cell("left", 2));
		picture("images");
		final JTable table = table();
		final int other = row("other");
		EventQueue.invokeAndWait(() -> table.setRowSelectionInterval(other, other));
		key(table, "SPACE");
		assertEquals(false, cell("other", TICK));
		press("\u25b8 Advanced");
		choose("Start", "scratch");
		choose("Network", "tiny");
		choose("Epochs", 1);
		awaitTrain(true);
		picture("advanced");
		assertTrue(button("\u25be Advanced: 3 changed") != null);
		final Path model = folder.resolve("models " + turn).resolve("halves.zip");
		final int before = recorder.getText().length();
		press("Train");
		final String line = GuiImageJ.await(() -> recorder.getText().substring(
			before).lines().filter(l -> l.contains(TRAIN)).findFirst().orElse(null));
		assertEquals("run(\"" + TRAIN + "\", \"images=[" + images +
			"] exclude=other,rare start=scratch network=tiny epochs=1 model=[" +
			model + "]\");", line);
		GuiImageJ.await(() -> GuiImageJ.button(window,
			"Train again with corrections"));
		picture("ended");
		press("Back to the images");
		awaitTrain(true);
		assertEquals(false, cell("other", TICK));
		assertTrue(button("\u25be Advanced: 3 changed") != null);
		press("Result of halves.zip: show it");
		GuiImageJ.await(() -> GuiImageJ.button(window,
			"Train again with corrections"));
		// from the menu it is the same window, with all that was typed
		awaitEndOfCommand();
		IJ.doCommand(TRAIN);
		GuiImageJ.await(() -> GuiImageJ.button(window, "Result of halves.zip"));
		awaitTrain(true);
		assertEquals(1, Arrays.stream(Window.getWindows()).filter(w -> w
			.isShowing() && w instanceof JFrame frame && frame.getTitle().startsWith(
				"Train a classifier")).count());
		assertEquals(false, cell("other", TICK));
		press("Result of halves.zip: show it");
		GuiImageJ.await(() -> GuiImageJ.button(window,
			"Train again with corrections"));
		assertEquals(List.of("left", "right"), ModelArchive.describe(model).labels()
			.names());
		press("Train again with corrections");
		GuiImageJ.await(() -> GuiImageJ.button(window, "From open image"));
		awaitTrain(true);
		final JTextField name = find(JTextField.class, "Name of the model");
		assertEquals("halves-2", onEventThread(name::getText));
		assertEquals(List.of(), OwnTables.titles(), "no table takes the focus");
		assertTrue(all(window).stream().anyMatch(
			part -> part instanceof JTextField field && field.getText().equals(model
				.toString())), "the sides are kept");
		EventQueue.invokeAndWait(() -> name.setText("halves"));
		awaitReason("'halves.zip' already");
		assertFalse(onEventThread(button("Train")::isEnabled));
		assertEquals(false, cell("other", TICK));
		press("Use \"halves-2\"");
		awaitTrain(true);
		assertEquals(1, recorder.getText().lines().filter(l -> l.contains(TRAIN) &&
			l.contains(model.toString())).count());
		assertFalse(recorder.getText().contains("run(\"" + TRAIN + "\");"), recorder
			.getText());
	}

	/**
	 * A command of ImageJ that ends while another one begins writes that one into
	 * the recorder as well, without its options.
	 */
	private static void awaitEndOfCommand() throws Exception {
		awaitEndOf("Run$_" + TRAIN);
	}

	private static void awaitEndOf(final String name) throws Exception {
		GuiImageJ.await(() -> Thread.getAllStackTraces().keySet().stream().anyMatch(
			thread -> thread.getName().equals(name)) ? null : true);
	}

	@Test
	void theStatusLineDoesNotCallACommandCanceledThatHasOpenedItsWindow()
		throws Exception
	{
		open();
		awaitEndOfCommand();
		awaitEndOf("CNN Classifier, clears the status line");
		EventQueue.invokeAndWait(() -> assertTrue(all(imageJ).stream().noneMatch(
			part -> part instanceof final JLabel line && line.getText() != null &&
				line.getText().startsWith("Command canceled"))));
	}

	@Test
	void aPictureIsDraggedToAnotherClassAndTakenBack() throws Exception {
		openWithImages();
		final JTable table = table();
		final Point from = at("left", EXAMPLES, 10);
		final Point to = at("right", EXAMPLES, 30);
		mouse(table, MouseEvent.MOUSE_PRESSED, from, 1);
		mouse(table, MouseEvent.MOUSE_DRAGGED, to, 0);
		mouse(table, MouseEvent.MOUSE_RELEASED, to, 1);
		awaitCell("left", 2, 23);
		assertEquals(25, cell("right", 2));
		assertTrue(cell("right", REMARKS).toString().contains("1 moved here"));
		assertTrue(Files.readString(corrections()).contains(",left,class,right,"));
		assertTrue(Files.exists(images.resolve("left/002.png")));
		picture("moved");
		key(table, "ctrl Z");
		awaitCell("left", 2, 24);
		assertFalse(Files.exists(corrections()));
		key(table, "ctrl Y");
		awaitCell("left", 2, 23);
	}

	@Test
	void aDoubleClickShowsAllImagesOfAClassToMoveOrLeaveOut() throws Exception {
		openWithImages();
		final JTable table = table();
		mouse(table, MouseEvent.MOUSE_CLICKED, at("left", NAME, 10), 2);
		final JFrame main = window;
		window = GuiImageJ.await(() -> Arrays.stream(Window.getWindows()).filter(
			w -> w.isShowing() && w instanceof JFrame frame && frame.getTitle()
				.startsWith("left: 24 images")).map(JFrame.class::cast).findFirst()
			.orElse(null));
		final JList<?> sheet = find(JList.class, "Images of left");
		EventQueue.invokeAndWait(() -> sheet.setSelectedIndices(new int[] { 0,
			1 }));
		choose("Class for the selected images", "right");
		key(sheet, "M");
		GuiImageJ.await(() -> window.getTitle().startsWith("left: 22") ? true
			: null);
		assertEquals(0, onEventThread(sheet::getSelectedIndex));
		EventQueue.invokeAndWait(() -> sheet.setSelectedIndex(7));
		key(sheet, "X");
		GuiImageJ.await(() -> window.getTitle().startsWith("left: 21") ? true
			: null);
		picture("sheet");
		assertEquals(7, onEventThread(sheet::getSelectedIndex),
			"the keyboard goes on where it was");
		assertEquals(7, onEventThread(sheet::getLeadSelectionIndex));
		assertEquals(4, Files.readString(corrections()).lines().count());
		key(sheet, "ctrl Z");
		GuiImageJ.await(() -> window.getTitle().startsWith("left: 22") ? true
			: null);
		key(sheet, "ctrl Y");
		GuiImageJ.await(() -> window.getTitle().startsWith("left: 21") ? true
			: null);
		window = main;
		assertEquals(26, cell("right", 2));
	}

	@Test
	void groupsAreDecidedBesideTheImages() throws Exception {
		images = folder.resolve("turn " + turn + "/mice");
		for (int half = 0; half < 2; half++)
			for (int i = 0; i < 24; i++)
				TestImages.png(images.resolve(half == 0 ? "left" : "right").resolve(
					"mouse%d_%02d.png".formatted(half * 6 + i % 6 + 1, i)), TestImages
						.half(half, 100 * half + i));
		openWithImages();
		final AbstractButton by = GuiImageJ.await(() -> GuiImageJ.button(window,
			"12 groups by animal"));
		assertTrue(by.isShowing());
		picture("groups");
		press("each image by itself");
		awaitTrain(true);
		assertTrue(reason().contains("each image counts by itself"), reason());
		final int before = recorder.getText().length();
		press("\u25b8 Advanced");
		choose("Start", "scratch");
		choose("Network", "tiny");
		choose("Epochs", 1);
		awaitTrain(true);
		press("Train");
		final String line = GuiImageJ.await(() -> recorder.getText().substring(
			before).lines().filter(l -> l.contains(TRAIN)).findFirst().orElse(null));
		assertTrue(line.contains(" groups=none "), line);
		GuiImageJ.await(() -> GuiImageJ.button(window,
			"Train again with corrections"));
	}

	@Test
	void aTrainingThatFailsComesBackWithEverythingTyped() throws Exception {
		openWithImages();
		press("\u25b8 Advanced");
		choose("Start", "scratch");
		choose("Epochs", 7);
		awaitTrain(true);
		final Path taken = Files.createDirectories(folder.resolve("models " + turn)
			.resolve("halves.zip"));
		press("Train");
		awaitReason("Not trained: ");
		assertTrue(reason().contains("halves.zip"), reason());
		Files.delete(taken);
		awaitTrain(true);
		assertTrue(reason().contains("halves.zip"), reason());
		final JSpinner epochs = find(JSpinner.class, "Epochs");
		assertEquals(7L, onEventThread(epochs::getValue));
		picture("failed");
	}

	/** Whoever stops before it has nothing. */
	private void awaitEpoch() throws Exception {
		GuiImageJ.await(() -> all(window).stream().anyMatch(
			part -> part instanceof final JLabel label && String.valueOf(label
				.getText()).contains("of at most 3000")) ? true : null);
	}

	@Test
	void aMacroThatRunsMeanwhileIsNotInTheWay() throws Exception {
		openWithImages();
		press("\u25b8 Advanced");
		choose("Start", "scratch");
		choose("Network", "tiny");
		choose("Epochs", 3000);
		awaitTrain(true);
		final Thread macro = new MacroRunner(
			"setBatchMode(true); wait(15000); print('end');").getThread();
		GuiImageJ.await(Interpreter::getInstance);
		press("Train");
		awaitEpoch();
		press("Stop and keep");
		GuiImageJ.await(() -> GuiImageJ.button(window,
			"Train again with corrections"));
		macro.join(TimeUnit.SECONDS.toMillis(60));
		assertTrue(IJ.getLog().contains("end"), IJ.getLog());
	}

	@Test
	void anythingInTheWayOfATrainingIsToldAndNothingIsLeftBehind()
		throws Exception
	{
		openWithImages();
		final CommandListener veto = command -> TRAIN.equals(command) ? null
			: command;
		Executer.addCommandListener(veto);
		press("Train");
		awaitReason("Not trained: The training was not started");
		Executer.removeCommandListener(veto);
		awaitTrain(true);
		assertFalse(Files.exists(folder.resolve("models " + turn).resolve(
			"halves.zip")));
		assertTrue(button("Train") != null);
	}

	@Test
	void ofSeveralTrainingsEscapeMeansTheOneThatIsSeenAndAFailureWaits()
		throws Exception
	{
		openWithImages();
		press("\u25b8 Advanced");
		choose("Start", "scratch");
		choose("Network", "tiny");
		choose("Epochs", 3000);
		awaitTrain(true);
		press("Train");
		press("Go on in background");
		final JTextField name = find(JTextField.class, "Name of the model");
		final String models = onEventThread(find(JTextField.class,
			"Folder of the model")::getText);
		EventQueue.invokeAndWait(() -> name.setText("other"));
		awaitTrain(true);
		press("Train");
		GuiImageJ.await(() -> window.getTitle().endsWith("other.zip") ? true
			: null);
		GuiImageJ.await(() -> all(window).stream().anyMatch(
			part -> part instanceof final JProgressBar bar && String.valueOf(bar
				.getString()).startsWith("Waits until")) ? true : null);
		// while it waits, somebody else takes its name
		Files.writeString(Files.createDirectories(Path.of(models)).resolve(
			"other.zip"), "");
		press("Training of halves.zip goes on: show it");
		GuiImageJ.await(() -> GuiImageJ.button(window, "Take away"));
		awaitEpoch();
		EscapeKey.press(window);
		final JDialog question = GuiImageJ.await(() -> GuiImageJ.find(
			JDialog.class));
		assertEquals(List.of("Stop and keep", "Go on"), GuiButtons.of(question)
			.stream().map(AbstractButton::getText).toList());
		EscapeKey.answer("Stop and keep");
		final String why = "Training of other.zip was not done: show why";
		GuiImageJ.await(() -> GuiImageJ.button(window, why));
		// what is watched stays
		GuiImageJ.await(() -> GuiImageJ.button(window,
			"Train again with corrections"));
		picture("failed-elsewhere");
		press(why);
		awaitReason("other.zip");
		assertNull(GuiImageJ.button(window, why));
	}

	@Test
	void aResultDoesNotTakeThePlaceOfWhatIsLookedAt() throws Exception {
		openWithImages();
		press("\u25b8 Advanced");
		choose("Start", "scratch");
		choose("Network", "tiny");
		choose("Epochs", 3000);
		awaitTrain(true);
		press("Train");
		press("Go on in background");
		choose("Epochs", 2);
		final JTextField name = find(JTextField.class, "Name of the model");
		EventQueue.invokeAndWait(() -> name.setText("other"));
		awaitTrain(true);
		press("Train");
		GuiImageJ.await(() -> window.getTitle().endsWith("other.zip") ? true
			: null);
		press("Training of halves.zip goes on: show it");
		awaitEpoch();
		press("Stop and keep");
		final String link = "Training of other.zip has ended: show";
		GuiImageJ.await(() -> GuiImageJ.button(window, link));
		assertEquals("Train a classifier: halves.zip", window.getTitle());
		press(link);
		assertEquals("Train a classifier: other.zip", window.getTitle());
		assertTrue(button("Train again with corrections") != null);
		assertNull(GuiImageJ.button(window, link));
	}

	@Test
	void theDialogWithAllKeysStaysReachableAndKeepsWhatWasTyped()
		throws Exception
	{
		openWithImages();
		press("\u25b8 Advanced");
		choose("Epochs", 9);
		press("All settings");
		final GenericDialog dialog = GuiImageJ.await(() -> GuiImageJ.find(
			GenericDialog.class));
		final List<String> texts = dialog.getStringFields().stream().map(
			field -> ((TextField) field).getText()).toList();
		// ImageJ adds a separator to folders
		assertTrue(texts.get(0).startsWith(images.toString()) && texts.contains(
			"rare") && texts.contains("9"), texts.toString());
		GuiImageJ.cancel(dialog);
		assertEquals(window, GuiImageJ.trainWindow(), "nothing is lost");
		awaitTrain(true);
		final JSpinner epochs = find(JSpinner.class, "Epochs");
		assertEquals(9L, onEventThread(epochs::getValue));
		assertEquals(false, cell("rare", TICK));
	}

	@Test
	void theModelsThatAreKnownCanBeBegunWith() throws Exception {
		openWithImages();
		press("\u25b8 Advanced");
		for (final String key : List.of("Start", "Keep the split of a model")) {
			final JComboBox<?> list = find(JComboBox.class, key);
			assertTrue(onEventThread(() -> {
				for (int i = 0; i < list.getItemCount(); i++)
					if (String.valueOf(list.getItemAt(i)).endsWith("digits")) return true;
				return false;
			}), key);
		}
	}

	@Test
	void aNumberOutOfRangeIsNamedByItsLabel() throws Exception {
		openWithImages();
		press("\u25b8 Advanced");
		final JSpinner epochs = find(JSpinner.class, "Epochs");
		final JTextField line = ((JSpinner.DefaultEditor) epochs.getEditor())
			.getTextField();
		EventQueue.invokeAndWait(() -> line.setText("20000"));
		awaitReason("Expected 'Epochs (0 = automatic)' to be a whole number");
		assertFalse(onEventThread(button("Train")::isEnabled));
		press("All settings");
		awaitReason("Not opened: Expected 'Epochs");
		assertNull(GuiImageJ.find(GenericDialog.class));
		assertEquals("20000", onEventThread(line::getText));
	}

	@Test
	void aMacroNeverSeesTheWindow() throws Exception {
		final Path model = folder.resolve("macro.zip");
		IJ.runMacro("run('" + TRAIN + "', 'images=[" + images + "] exclude=rare " +
			"start=scratch network=tiny epochs=1 model=[" + model + "]');");
		assertTrue(Files.exists(model), IJ.getLog());
		assertNull(GuiImageJ.trainWindow());
	}

	@Test
	void whatCannotBeTrainedIsTold() throws Exception {
		open();
		choose(folder.resolve("nowhere"));
		awaitReason("does not exist");
		choose(images.resolve("left"));
		awaitReason("have no class");
		assertFalse(onEventThread(button("Train")::isEnabled));
		choose(images);
		awaitTrain(true);
		final JTextField name = find(JTextField.class, "Name of the model");
		EventQueue.invokeAndWait(() -> name.setText(""));
		awaitReason("Expected a name for the model");
	}

	@Test
	void aFolderOrListIsDropped() throws Exception {
		open();
		final Path list = Files.writeString(images.resolveSibling("list.csv"),
			"path,class\n" + rows("left", "bright left") + rows("right",
				"bright right"));
		final JTable table = table();
		EventQueue.invokeAndWait(() -> assertTrue(table.getTransferHandler()
			.importData(new TransferHandler.TransferSupport(table, new Dropped(list
				.toFile())))));
		awaitTrain(true);
		assertEquals(24, cell("bright left", 2));
		final JTextField name = find(JTextField.class, "Name of the model");
		assertEquals("list", onEventThread(name::getText));
	}

	private static String rows(final String directory, final String label) {
		final StringBuilder rows = new StringBuilder();
		for (int i = 0; i < 24; i++)
			rows.append("halves/%s/%03d.png,%s%n".formatted(directory, i, label));
		return rows.toString();
	}

	/** A file on its way from the desktop. */
	private record Dropped(File file) implements Transferable {

		@Override
		public DataFlavor[] getTransferDataFlavors() {
			return new DataFlavor[] { DataFlavor.javaFileListFlavor };
		}

		@Override
		public boolean isDataFlavorSupported(final DataFlavor flavor) {
			return DataFlavor.javaFileListFlavor.equals(flavor);
		}

		@Override
		public Object getTransferData(final DataFlavor flavor) {
			return List.of(file);
		}
	}

	@Test
	void theFolderOfTheImageInFrontIsTaken() throws Exception {
		final ImagePlus image = IJ.openImage(images.resolve("left/000.png")
			.toString());
		image.show();
		open();
		press("From open image");
		awaitTrain(true);
		final JTextField path = find(JTextField.class, "Labeled images");
		assertEquals(images.toString(), onEventThread(path::getText));
		image.close();
	}

	/** Twelve planes of which each is bright on one half. */
	private static ImagePlus stack(final String title, final int half) {
		final ImageStack planes = new ImageStack(TestImages.WIDTH,
			TestImages.WIDTH);
		for (int i = 0; i < 12; i++)
			planes.addSlice(TestImages.half(half, 7000 + 100 * half + i));
		return new ImagePlus(title, planes);
	}

	/** As ImageJ does. */
	private static void save(final ImagePlus stack, final Path file)
		throws IOException
	{
		Files.createDirectories(file.getParent());
		assertTrue(new FileSaver(stack).saveAsTiffStack(file.toString()));
	}

	private static void type(final Container dialog, final String name,
		final Path path) throws Exception
	{
		final JTextField field = ShownWindows.find(dialog, JTextField.class, name);
		EventQueue.invokeAndWait(() -> field.setText(path.toString()));
	}

	@Test
	void aStackThatWasNeverSavedIsSavedAndThenTrainedFrom() throws Exception {
		final Path stacks = folder.resolve("turn " + turn + "/stacks");
		save(stack("left", 0), stacks.resolve("left.tif"));
		final ImagePlus unsaved = stack("right", 1);
		unsaved.show();
		open();
		press("From open image");
		JDialog question = GuiDialogs.await("Save the image first");
		final JTextArea why = ShownWindows.find(question, JTextArea.class, "Why");
		assertTrue(onEventThread(why::getText).startsWith(
			"'right' was never saved."));
		GuiImageJ.picture(question, "save-first");
		GuiDialogs.press(question, "Cancel");
		assertFalse(Files.exists(stacks.resolve("right.tif")));
		press("From open image");
		question = GuiDialogs.await("Save the image first");
		type(question, "Save as", stacks.resolve("right"));
		GuiDialogs.press(question, "Save and go on");
		awaitSource(stacks);
		awaitTrain(true);
		assertEquals(12, cell("right", 2));
		assertEquals(12, cell("left", 2));
		assertEquals("right.tif", unsaved.getTitle());
		assertFalse(unsaved.changes);
		unsaved.close();
	}

	@Test
	void aChangedImageIsNotTakenForItsFile() throws Exception {
		final Path stacks = folder.resolve("turn " + turn + "/stacks");
		save(stack("left", 0), stacks.resolve("left.tif"));
		save(stack("right", 1), stacks.resolve("right.tif"));
		final ImagePlus image = IJ.openImage(stacks.resolve("left.tif").toString());
		image.show();
		image.getProcessor().invert();
		image.changes = true;
		open();
		press("From open image");
		final JDialog question = GuiDialogs.await("Save the image first");
		final JTextField path = ShownWindows.find(question, JTextField.class,
			"Save as");
		assertEquals(stacks.resolve("left-2.tif").toString(), onEventThread(
			path::getText));
		GuiDialogs.press(question, "Cancel");
		image.changes = false;
		press("From open image");
		awaitSource(stacks);
		awaitTrain(true);
		assertEquals(12, cell("left", 2));
		image.close();
	}

	@Test
	void slicesWithoutClassesAreLabeledFirst() throws Exception {
		final String home = System.getProperty("user.home");
		System.setProperty("user.home", Files.createDirectories(folder.resolve(
			"turn " + turn + "/home")).toString());
		try {
			final ImagePlus unsaved = stack("cells", 1);
			unsaved.show();
			open();
			press("From open image");
			GuiDialogs.press(GuiDialogs.await("Save the image first"),
				"Save and go on");
			final JDialog question = GuiDialogs.await("Slices without classes");
			assertTrue(Files.exists(Path.of(System.getProperty("user.home"),
				"CNN images", "cells.tif")));
			GuiImageJ.picture(question, "slices-without-classes");
			GuiDialogs.press(question, "Label its slices");
			final GenericDialog labels = GuiImageJ.await(() -> GuiImageJ.find(
				GenericDialog.class));
			assertTrue(labels.getTitle().startsWith("Label Images for CNN"), labels
				.getTitle());
			final List<?> choices = labels.getChoices();
			assertEquals("slices", ((Choice) choices.get(0)).getSelectedItem());
			assertEquals("cells.tif", ((Choice) choices.get(1)).getSelectedItem());
			GuiImageJ.cancel(labels);
			unsaved.close();
		}
		finally {
			System.setProperty("user.home", home);
		}
	}

	private Path listOfLabels() throws IOException {
		return Files.writeString(images.resolveSibling("list.csv"), "path,class\n" +
			rows("left", "round") + rows("right", "flat"));
	}

	private void awaitSource(final Path source) throws Exception {
		final JTextField path = find(JTextField.class, "Labeled images");
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (!source.toString().equals(onEventThread(path::getText))) {
			if (System.nanoTime() > end) throw new AssertionError(onEventThread(
				path::getText));
			TimeUnit.MILLISECONDS.sleep(50);
		}
	}

	/** Also while other images are read. */
	private void awaitCount(final String label, final int images)
		throws Exception
	{
		final JTable table = table();
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (!onEventThread(() -> {
			for (int i = 0; i < table.getRowCount(); i++)
				if (label.equals(table.getValueAt(i, NAME)) && table.getValueAt(i, 2)
					.equals(images)) return true;
			return false;
		})) {
			if (System.nanoTime() > end) throw new AssertionError(label);
			TimeUnit.MILLISECONDS.sleep(50);
		}
	}

	@Test
	void labelsOfAnotherWindowAreShownWhereNothingWasChosen() throws Exception {
		open();
		final Path list = listOfLabels();
		MenuClick.start(TrainCommand.LABEL, TrainingWish.ofImages(list));
		awaitSource(list);
		awaitTrain(true);
		assertEquals(24, cell("round", 2));
		assertNull(GuiDialogs.find("Other images to train with"));
		// more labels of the same list are seen, and what was unticked stays so
		final JTable table = table();
		final int row = row("flat");
		EventQueue.invokeAndWait(() -> table.setValueAt(false, row, TICK));
		Files.writeString(list, "path,class\n" + rows("left", "round") + rows(
			"right", "flat") + "halves/other/000.png,flat\n");
		MenuClick.start(TrainCommand.LABEL, TrainingWish.ofImages(list));
		awaitCount("flat", 25);
		assertEquals(false, cell("flat", TICK));
	}

	@Test
	void whatWasChosenGoesOnlyAfterAQuestion() throws Exception {
		openWithImages();
		press("\u25b8 Advanced");
		choose("Epochs", 9);
		final JTable table = table();
		final int other = row("other");
		EventQueue.invokeAndWait(() -> table.setValueAt(false, other, TICK));
		final Path list = listOfLabels();
		MenuClick.start(TrainCommand.LABEL, TrainingWish.ofImages(list));
		JDialog question = GuiDialogs.await("Other images to train with");
		GuiImageJ.picture(question, "other-images");
		GuiDialogs.press(question, "Keep what is there");
		awaitSource(images);
		assertEquals(false, cell("other", TICK));
		MenuClick.start(TrainCommand.LABEL, TrainingWish.ofImages(list));
		question = GuiDialogs.await("Other images to train with");
		GuiDialogs.press(question, "Show ");
		awaitSource(list);
		awaitTrain(true);
		assertEquals(24, cell("round", 2));
		final JSpinner epochs = find(JSpinner.class, "Epochs");
		assertEquals(9L, onEventThread(epochs::getValue));
	}

	@Test
	void aWholeTrainingIsFilledInWithAllThatItWas() throws Exception {
		open();
		press("\u25b8 Advanced");
		choose("Batch size", 5);
		final Path split = Files.writeString(folder.resolve("split " + turn +
			".zip"), "");
		MenuClick.start(TrainCommand.LABEL, new TrainingWish(Map.of("images", images
			.toString(), "exclude", "other", "start", "scratch", "network", "tiny",
			"epochs", "7", "splitFrom", split.toString(), "model", folder.resolve(
				"models/again 2.zip").toString()), true, "Choose the file again."));
		GuiDialogs.press(GuiDialogs.await("Other images to train with"), "Show ");
		awaitSource(images);
		awaitCount("left", 24);
		assertEquals(false, cell("other", TICK));
		assertEquals(7L, onEventThread(find(JSpinner.class, "Epochs")::getValue));
		assertEquals(0L, onEventThread(find(JSpinner.class,
			"Batch size")::getValue));
		assertEquals("tiny", onEventThread(find(JComboBox.class,
			"Network")::getSelectedItem));
		assertEquals("again 2", onEventThread(find(JTextField.class,
			"Name of the model")::getText));
		assertEquals(folder.resolve("models").toString(), onEventThread(find(
			JTextField.class, "Folder of the model")::getText));
		assertEquals(split.toString(), onEventThread(find(JTextField.class,
			"Keep the split of a model")::getText));
		assertTrue(onEventThread(() -> all(window).stream().anyMatch(
			c -> c instanceof final JLabel label && label.getText() != null && label
				.getText().contains("Choose the file again."))));
	}

	@Test
	void sixtyThousandImagesLeaveTheWindowAwakeAndReadingStops()
		throws Exception
	{
		final int count = 60_000;
		final Path many = Files.createDirectories(folder.resolve("turn " + turn +
			"/many"));
		final SplittableRandom random = new SeedTree(1).random();
		final byte[] pixels = new byte[28 * 28];
		try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
			Files.newOutputStream(many.resolve("train-images-idx3-ubyte")))))
		{
			for (final int head : new int[] { 0x803, count, 28, 28 })
				out.writeInt(head);
			for (int i = 0; i < count; i++) {
				random.nextBytes(pixels);
				out.write(pixels);
			}
		}
		try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
			Files.newOutputStream(many.resolve("train-labels-idx1-ubyte")))))
		{
			out.writeInt(0x801);
			out.writeInt(count);
			for (int i = 0; i < count; i++)
				out.write(i % 10);
		}
		open();
		choose(many);
		long slowest = 0;
		for (int i = 0; i < 20; i++) {
			final long start = System.nanoTime();
			EventQueue.invokeAndWait(() -> {});
			slowest = Math.max(slowest, TimeUnit.NANOSECONDS.toMillis(System
				.nanoTime() - start));
			TimeUnit.MILLISECONDS.sleep(50);
		}
		assertTrue(slowest < 1000, slowest + " ms");
		picture("reading");
		press("Cancel");
		awaitReason("Reading was stopped");
		choose(images);
		awaitTrain(true);
	}

	@Test
	void underADarkLookItIsReadableAndByKeyboardAlone() throws Exception {
		try (DarkLook dark = new DarkLook()) {
			openWithImages();
			checked("dark");
			press("\u25b8 Advanced");
			checked("dark-advanced");
			final JFrame main = window;
			final JTable table = table();
			mouse(table, MouseEvent.MOUSE_CLICKED, at("left", NAME, 10), 2);
			window = GuiImageJ.frame("left: 24 images");
			checked("dark-sheet");
			window = main;
		}
	}

	private void checked(final String picture) throws Exception {
		WindowShots.save(window, "train-" + picture);
		Readability.check(window);
		Reachability.check(window);
	}
}


package io.github.cnnclassifier.command;

import static io.github.cnnclassifier.command.DigitRow.SIDE;
import static io.github.cnnclassifier.command.DigitRow.at;
import static io.github.cnnclassifier.command.DigitRow.row;
import static io.github.cnnclassifier.launch.ShownWindows.onEventThread;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseListener;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.swing.JFrame;
import javax.swing.JList;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.GenericDialog;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;
import ij.gui.Roi;
import ij.gui.Toolbar;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import ij.text.TextWindow;
import io.github.cnnclassifier.launch.DarkLook;
import io.github.cnnclassifier.launch.Reachability;
import io.github.cnnclassifier.launch.Readability;
import io.github.cnnclassifier.launch.ShownWindows;
import io.github.cnnclassifier.ui.CorrectWindow;
import io.github.cnnclassifier.ui.CutParts;

/** Classes corrected by clicks and keys on the image; needs a display. */
@Tag("gui")
class CorrectGuiTest {

	private static final String LABEL = "Correct CNN Classes...";

	@TempDir
	private static Path folder;

	private static ImageJ imageJ;

	private ImagePlus image;
	private ImageCanvas canvas;
	private MouseListener[] clicks;
	private JFrame window;

	@BeforeAll
	static void startImageJ() throws Exception {
		imageJ = GuiImageJ.start(folder);
	}

	@AfterAll
	static void quitImageJ() {
		imageJ.dispose();
	}

	@BeforeEach
	void classifyAndStart() throws Exception {
		ResultsTable.getResultsTable().reset();
		Roi.setGroupNames(null);
		Toolbar.getInstance().setTool(Toolbar.RECTANGLE);
		image = row(at(0), at(1), at(2), at(3));
		image.show();
		canvas = image.getCanvas();
		EventQueue.invokeAndWait(() -> {
			for (int i = 0; i < 4; i++)
				canvas.zoomIn(0, 0);
		});
		clicks = canvas.getMouseListeners();
		IJ.runMacro("run('Classify ROIs with CNN...', 'model=digits');");
		start();
	}

	private void start() throws Exception {
		IJ.doCommand(LABEL);
		window = GuiImageJ.frame("Correct classes: ");
		EventQueue.invokeAndWait(() -> {});
	}

	@AfterEach
	void closeAll() throws Exception {
		EventQueue.invokeAndWait(() -> {
			window.dispose();
			image.changes = false;
			image.close();
		});
		OwnTables.close();
	}

	private JList<?> classes() throws Exception {
		return ShownWindows.find(window, JList.class, "Classes and their keys");
	}

	private static CorrectWindow.Line last(final JList<?> list) throws Exception {
		return (CorrectWindow.Line) onEventThread(() -> list.getModel()
			.getElementAt(list.getModel().getSize() - 1));
	}

	private static void clickLast(final JList<?> list) throws Exception {
		final java.awt.Rectangle row = onEventThread(() -> list.getCellBounds(list
			.getModel().getSize() - 1, list.getModel().getSize() - 1));
		EventQueue.invokeAndWait(() -> list.dispatchEvent(new MouseEvent(list,
			MouseEvent.MOUSE_CLICKED, System.currentTimeMillis(),
			InputEvent.BUTTON1_DOWN_MASK, row.x + 5, row.y + 5, 1, false,
			MouseEvent.BUTTON1)));
	}

	@Test
	void whatNobodyIsSureOfHasARowThatChoosesIt() throws Exception {
		EventQueue.invokeAndWait(window::dispose);
		IJ.runMacro("run('Classify ROIs with CNN...', " +
			"'model=digits threshold=0.999999');");
		start();
		final JList<?> list = classes();
		final CorrectWindow.Line last = last(list);
		assertEquals("unknown", last.name());
		assertEquals(List.of(), onEventThread(() -> CutParts.in(window
			.getContentPane())));
		assertFalse(last.isGiven());
		assertTrue(last.regions() > 0);
		clickLast(list);
		assertNotNull(onEventThread(image::getRoi), "they are selected");
	}

	@Test
	void thoseWithoutAClassHaveARowToo() throws Exception {
		EventQueue.invokeAndWait(window::dispose);
		image.getOverlay().add(new Roi(2, 2, 5, 5));
		image.getOverlay().add(new Roi(9, 2, 5, 5));
		start();
		final JList<?> list = classes();
		final CorrectWindow.Line last = last(list);
		assertEquals("no class", last.name());
		assertEquals(2, last.regions());
		assertFalse(last.isGiven());
		clickLast(list);
		assertEquals(new java.awt.Rectangle(2, 2, 12, 5), onEventThread(() -> image
			.getRoi().getBounds()));
	}

	/** In the middle of a digit. */
	private void click(final int digit, final int modifiers) throws Exception {
		final int x = canvas.screenX(digit * SIDE + SIDE / 2);
		final int y = canvas.screenY(SIDE / 2);
		for (final int id : new int[] { MouseEvent.MOUSE_PRESSED,
			MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED })
			EventQueue.invokeAndWait(() -> canvas.dispatchEvent(new MouseEvent(canvas,
				id, System.currentTimeMillis(), modifiers | (id == 501
					? InputEvent.BUTTON1_DOWN_MASK : 0), x, y, 1, false,
				MouseEvent.BUTTON1)));
	}

	private static void type(final Component on, final int code,
		final char character) throws Exception
	{
		EventQueue.invokeAndWait(() -> Arrays.stream(on.getKeyListeners()).forEach(
			listener -> listener.keyPressed(new KeyEvent(on, KeyEvent.KEY_PRESSED,
				System.currentTimeMillis(), 0, code, character))));
	}

	private void type(final char digit) throws Exception {
		type(canvas, KeyEvent.VK_0 + digit - '0', digit);
	}

	private String name(final int digit) {
		return image.getOverlay().get(digit).getName();
	}

	@Test
	void underADarkLookItIsReadableAndByKeyboardAlone() throws Exception {
		EventQueue.invokeAndWait(window::dispose);
		try (DarkLook dark = new DarkLook()) {
			start();
			click(1, 0);
			WindowShots.save(window, "correct-dark");
			Readability.check(window);
			Reachability.check(window);
		}
	}

	@Test
	void keysAreForTheImageThoughAnotherWindowWasUsed() throws Exception {
		EventQueue.invokeAndWait(window::dispose);
		final TextWindow notes = new TextWindow("Notes", "", 300, 200);
		EventQueue.invokeAndWait(() -> notes.getTextPanel().requestFocus());
		GuiImageJ.await(() -> notes.isFocused() ? true : null);
		start();
		GuiImageJ.await(() -> canvas.isFocusOwner() ? true : null);
		EventQueue.invokeAndWait(notes::dispose);
	}

	@Test
	void aClickAndAKeyChangeTheClassAndAreRecorded() throws Exception {
		final Recorder recorder = new Recorder();
		click(1, 0);
		assertEquals(SIDE, image.getRoi().getBounds().x);
		// the second key is of the second digit, which is 1
		type('2');
		click(0, 0);
		click(3, InputEvent.SHIFT_DOWN_MASK);
		type('9');
		assertEquals(List.of("8-0001", "1-0002", "0-0003", "8-0004"), List.of(name(
			0), name(1), name(2), name(3)));
		assertEquals(9, image.getOverlay().get(3).getGroup());
		final String text = recorder.getText();
		recorder.close();
		assertTrue(text.contains("run(\"" + LABEL +
			"\", \"numbers=2 classname=1\");\n"), text);
		assertTrue(text.contains("run(\"" + LABEL +
			"\", \"numbers=1,4 classname=8\");\n"), text);
	}

	@Test
	void dashedWhilePredictedSolidOnceConfirmed() throws Exception {
		assertNotNull(image.getOverlay().get(2).getStroke().getDashArray());
		click(2, 0);
		type(canvas, KeyEvent.VK_ENTER, '\n');
		assertNull(image.getOverlay().get(2).getStroke());
		assertEquals("0-0003", name(2));
		click(0, 0);
		WindowShots.save(window, "correct-classes");
		WindowShots.save(image.getWindow(), "correct-image");
		click(2, 0);
		type(canvas, KeyEvent.VK_BACK_SPACE, '\b');
		assertNotNull(image.getOverlay().get(2).getStroke());
	}

	@Test
	void whatIsTakenBackIsRecordedSoThatAReplayDoesTheSame() throws Exception {
		final Recorder recorder = new Recorder();
		click(0, 0);
		type('2');
		click(1, 0);
		click(0, InputEvent.SHIFT_DOWN_MASK);
		type('9');
		type(canvas, KeyEvent.VK_BACK_SPACE, '\b');
		final List<String> lines = recorder.getText().lines().filter(line -> line
			.contains(LABEL)).toList();
		final String text = recorder.getText();
		recorder.close();
		assertEquals(4, lines.size(), text);
		assertTrue(text.contains("numbers=1 classname=1\");\n"), text);
		assertTrue(text.contains("numbers=2 classname=7 confirmed=false\");\n"),
			text);
		final List<String> shown = List.of(name(0), name(1));
		assertEquals(List.of("1-0001", "7-0002"), shown);
		type(canvas, KeyEvent.VK_ESCAPE, KeyEvent.CHAR_UNDEFINED);
		GuiImageJ.await(() -> window.isDisplayable() ? null : true);
		IJ.runMacro("run('Classify ROIs with CNN...', 'model=digits');");
		IJ.runMacro(String.join("\n", lines));
		assertEquals(shown, List.of(name(0), name(1)));
	}

	/** Of another window, such as that for labels. */
	private MouseAdapter counting(final AtomicInteger count) {
		return new MouseAdapter() {

			@Override
			public void mousePressed(final MouseEvent event) {
				if (!event.isConsumed()) count.incrementAndGet();
			}
		};
	}

	private void end() throws Exception {
		type(canvas, KeyEvent.VK_ESCAPE, KeyEvent.CHAR_UNDEFINED);
		GuiImageJ.await(() -> window.isDisplayable() ? null : true);
	}

	@Test
	void aListenerThatIsRemovedMeanwhileDoesNotComeBack() throws Exception {
		end();
		final AtomicInteger count = new AtomicInteger();
		final MouseAdapter other = counting(count);
		canvas.addMouseListener(other);
		start();
		click(1, 0);
		assertEquals(0, count.get());
		assertTrue(Arrays.asList(canvas.getMouseListeners()).contains(other));
		canvas.removeMouseListener(other);
		end();
		assertArrayEquals(clicks, canvas.getMouseListeners());
	}

	@Test
	void aListenerThatIsAddedMeanwhileStays() throws Exception {
		final AtomicInteger count = new AtomicInteger();
		final MouseAdapter other = counting(count);
		canvas.addMouseListener(other);
		end();
		click(1, 0);
		assertEquals(1, count.get());
		canvas.removeMouseListener(other);
		assertArrayEquals(clicks, canvas.getMouseListeners());
	}

	@Test
	void whatBecomesAStackIsCorrectedInItsNewWindow() throws Exception {
		final ImageStack stack = image.createEmptyStack();
		stack.addSlice(image.getProcessor().duplicate());
		stack.addSlice(image.getProcessor().duplicate());
		final ImageWindow before = image.getWindow();
		EventQueue.invokeAndWait(() -> image.setStack(stack));
		GuiImageJ.await(() -> image.getWindow() != before && image.isVisible()
			? true : null);
		EventQueue.invokeAndWait(() -> {});
		canvas = image.getCanvas();
		assertTrue(window.isDisplayable());
		click(1, 0);
		type('2');
		assertEquals("1-0002", name(1));
		click(0, 0);
		type(image.getWindow(), KeyEvent.VK_9, '9');
		assertEquals("8-0001", name(0));
		end();
		assertEquals(List.of(imageJ), List.of(image.getWindow().getKeyListeners()));
		assertArrayEquals(clicks, canvas.getMouseListeners());
	}

	@Test
	void tabGoesThroughWhatNobodyConfirmed() throws Exception {
		click(1, 0);
		type(canvas, KeyEvent.VK_ENTER, '\n');
		type(canvas, KeyEvent.VK_TAB, '\t');
		assertEquals(2 * SIDE, image.getRoi().getBounds().x);
		click(0, 0);
		type(image.getWindow(), KeyEvent.VK_TAB, '\t');
		assertEquals(2 * SIDE, image.getRoi().getBounds().x);
	}

	@Test
	void escapeGivesEverythingBackToImageJ() throws Exception {
		click(0, 0);
		type(canvas, KeyEvent.VK_ESCAPE, KeyEvent.CHAR_UNDEFINED);
		GuiImageJ.await(() -> window.isDisplayable() ? null : true);
		assertArrayEquals(clicks, canvas.getMouseListeners());
		assertEquals(List.of(imageJ), List.of(canvas.getKeyListeners()));
		assertNull(image.getRoi());
		assertNull(image.getOverlay().get(0).getStroke());
		// ImageJ's own tool selects again
		click(1, 0);
		assertEquals("3-0001", name(0));
		type('2');
		assertEquals("7-0002", name(1));
	}

	@Test
	void whatIsConfirmedIsOfferedToBeSaved() throws Exception {
		click(1, 0);
		type('2');
		EventQueue.invokeLater(() -> GuiButtons.press(window, "Save confirmed..."));
		final GenericDialog dialog = GuiImageJ.await(() -> GuiImageJ.find(
			GenericDialog.class));
		assertEquals("overlay", ((java.awt.Choice) dialog.getChoices().get(0))
			.getSelectedItem());
		assertTrue(((java.awt.Checkbox) dialog.getCheckboxes().get(0)).getState());
		GuiImageJ.cancel(dialog);
	}

	@Test
	void theClosedImageEndsIt() throws Exception {
		EventQueue.invokeAndWait(() -> {
			image.changes = false;
			image.close();
		});
		GuiImageJ.await(() -> window.isDisplayable() ? null : true);
	}
}

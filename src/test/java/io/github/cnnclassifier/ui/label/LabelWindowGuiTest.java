
package io.github.cnnclassifier.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import javax.accessibility.AccessibleContext;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImageJ;
import ij.WindowManager;
import io.github.cnnclassifier.launch.DarkLook;
import io.github.cnnclassifier.launch.GuiDialogs;
import io.github.cnnclassifier.launch.Reachability;
import io.github.cnnclassifier.launch.Readability;
import io.github.cnnclassifier.launch.ShownWindows;
import io.github.cnnclassifier.ui.CutParts;

/** The window in which a person gives labels. Needs a display. */
@Tag("gui")
class LabelWindowGuiTest {

	private static final String[] THREE = { "round", "flat", "split" };

	@TempDir
	private static Path folder;

	private static ImageJ imageJ;

	private final List<Path> trained = new ArrayList<>();
	private FakeSession session;
	private ShownLabels window;

	@BeforeAll
	static void startImageJ() {
		System.setProperty("plugins.dir", folder.toString());
		imageJ = new ImageJ();
	}

	@AfterAll
	static void quitImageJ() {
		imageJ.dispose();
	}

	@AfterEach
	void close() throws Exception {
		if (session != null) session.mendTheDisk();
		if (window != null && window.frame().isDisplayable()) window.close();
	}

	private void open(final int crops, final String... classes) throws Exception {
		session = new FakeSession(crops, List.of(), classes);
		window = ShownLabels.open(session, Optional.empty(), trained::add);
	}

	private void sort(final GridOrder.By by) throws Exception {
		final JComboBox<?> box = window.find(JComboBox.class, "Sort by");
		EventQueue.invokeAndWait(() -> box.setSelectedItem(by));
	}

	private boolean tells(final String text) throws Exception {
		return ShownWindows.onEventThread(() -> ShownWindows.all(window.frame())
			.stream().anyMatch(c -> words(c).contains(text)));
	}

	private static String words(final Component part) {
		if (part instanceof final JLabel label && label.getText() != null)
			return label.getText();
		return part instanceof final JTextComponent lines ? lines.getText() : "";
	}

	private void click(final String button) throws Exception {
		final AbstractButton found = window.find(AbstractButton.class, button);
		EventQueue.invokeAndWait(found::doClick);
		EventQueue.invokeAndWait(() -> {});
	}

	@Test
	void aKeyGivesItsClassToWhatIsSelectedAndUndoTakesItBack() throws Exception {
		open(50, THREE);
		sort(GridOrder.By.SOURCE);
		window.select(4, 9, 11);
		window.type('2');
		assertEquals(Map.of(4, "flat", 9, "flat", 11, "flat"), session.labels());
		assertTrue(tells("3 crops now: flat."));
		window.press(KeyEvent.VK_Z, InputEvent.CTRL_DOWN_MASK);
		assertEquals(Map.of(), session.labels());
		assertEquals(List.of(4, 9, 11), window.selected());
		window.press(KeyEvent.VK_Y, InputEvent.CTRL_DOWN_MASK);
		assertEquals(3, session.labels().size());
		window.press(KeyEvent.VK_DELETE, 0);
		assertEquals(Map.of(), session.labels());
	}

	@Test
	void theFirstKeyOfANewWindowIsForTheCropInFront() throws Exception {
		open(50, THREE);
		window.type('2');
		assertEquals(Map.of(3, "flat"), session.labels());
		assertEquals(List.of(10), window.selected());
	}

	@Test
	void whoHidesTheSelectedCropGoesOnWithTheNextOne() throws Exception {
		open(50, THREE);
		sort(GridOrder.By.SOURCE);
		click("After a label");
		window.select(0);
		window.type('1');
		assertEquals(List.of(0), window.selected());
		click("Hide");
		assertEquals(List.of(1), window.selected());
	}

	@Test
	void aNewClassIsToldWithItsKeyAndAKnownOneAsKnown() throws Exception {
		open(50, THREE);
		final JTextField name = window.find(JTextField.class,
			"Name of a new class");
		EventQueue.invokeAndWait(() -> name.setText("torn"));
		click("Add");
		assertTrue(tells("'torn' is a class now, with the key 4."));
		EventQueue.invokeAndWait(() -> name.setText("flat"));
		click("Add");
		assertTrue(tells("'flat' is a class already, with the key 2."));
	}

	@Test
	void afterALabelTheNextOneWithoutIsSelected() throws Exception {
		open(50, THREE);
		sort(GridOrder.By.SOURCE);
		window.select(4);
		window.type('1');
		assertEquals(List.of(5), window.selected());
		window.type('2');
		window.type('3');
		assertEquals(Map.of(4, "round", 5, "flat", 6, "split"), session.labels());
		click("After a label");
		window.type('1');
		assertEquals(List.of(7), window.selected());
	}

	@Test
	void whatIsProposedComesFirstAndNeverHasALabel() throws Exception {
		open(50, THREE);
		final CropGrid grid = window.grid();
		assertEquals(3, (int) ShownWindows.onEventThread(() -> grid.order()[0]));
		assertEquals(List.of(3), window.selected());
		window.press(KeyEvent.VK_SPACE, 0);
		assertEquals(List.of(10), window.selected());
		window.type('1');
		assertEquals(List.of(3), window.selected());
		window.type('0');
		assertEquals(List.of(17), window.selected());
		assertEquals(Map.of(10, "round"), session.labels());
	}

	@Test
	void aRubberBandSelectsAllThatItTouchesAndControlAddsToIt() throws Exception {
		open(200, THREE);
		sort(GridOrder.By.SOURCE);
		final CropGrid grid = window.grid();
		assertEquals(List.of(), ShownWindows.onEventThread(() -> CutParts.in(window
			.frame().getContentPane())));
		final int columns = ShownWindows.onEventThread(() -> grid.getWidth() /
			CropCell.CELL_WIDTH);
		ShownLabels.drag(grid, window.middle(0), window.middle(columns + 1), 0);
		assertEquals(List.of(0, 1, columns, columns + 1), window.selected());
		ShownLabels.drag(grid, window.middle(5), window.middle(5),
			InputEvent.CTRL_DOWN_MASK);
		assertEquals(List.of(0, 1, 5, columns, columns + 1), window.selected());
		ShownLabels.drag(grid, window.middle(2), window.middle(2), 0);
		ShownLabels.drag(grid, window.middle(4), window.middle(4),
			InputEvent.SHIFT_DOWN_MASK);
		assertEquals(List.of(2, 3, 4), window.selected());
	}

	@Test
	void enterConfirmsWhatIsPredictedAndPlusTakesAWholeGroup() throws Exception {
		open(60, THREE);
		sort(GridOrder.By.SOURCE);
		window.select(2);
		window.press(KeyEvent.VK_ENTER, 0);
		assertEquals(Map.of(), session.labels(), "nothing is predicted yet");
		window.select(0, 1);
		window.type('1');
		window.select(30, 31);
		window.press(KeyEvent.VK_ENTER, 0);
		assertEquals("round", session.labels().get(30));
		assertEquals("flat", session.labels().get(31));
		window.select(25);
		window.type('+');
		assertEquals(IntStream.range(20, 30).boxed().toList(), window.selected());
		final CropGrid grid = window.grid();
		assertEquals(20, (int) ShownWindows.onEventThread(() -> grid.order()[0]));
		window.press(KeyEvent.VK_ENTER, 0);
		assertTrue(IntStream.range(20, 30).allMatch(i -> "round".equals(session
			.labels().get(i))), session.labels().toString());
		assertTrue(tells("10 crops confirmed: round."));
	}

	@Test
	void classesAreAddedAndRenamedWhereTheyStand() throws Exception {
		open(20);
		final JTextField field = window.find(JTextField.class,
			"Name of a new class");
		for (final String name : List.of("round", "flat")) {
			EventQueue.invokeAndWait(() -> {
				field.setText(name);
				field.postActionEvent();
			});
			assertEquals("", field.getText());
		}
		window.select(3);
		window.type('2');
		final JTable table = window.classes();
		EventQueue.invokeAndWait(() -> {
			table.editCellAt(1, 1);
			((JTextField) table.getEditorComponent()).setText("oval");
			table.getCellEditor().stopCellEditing();
		});
		assertEquals(Map.of(3, "oval"), session.labels());
		EventQueue.invokeAndWait(() -> {});
		assertEquals("oval", table.getValueAt(1, 1));
		assertEquals(1, table.getValueAt(1, 2));
		EventQueue.invokeAndWait(() -> table.setValueAt("round", 1, 1));
		assertTrue(tells("There is a class 'round' already."));
		assertEquals("oval", table.getValueAt(1, 1));
		window.select(5);
		window.type('7');
		assertTrue(tells("No class has the key 7 yet"));
	}

	@Test
	void aClickOnTheKeyOfAClassGivesItToo() throws Exception {
		open(20, THREE);
		window.select(8, 9);
		final JTable table = window.classes();
		final Rectangle cell = table.getCellRect(2, 0, false);
		final Point middle = new Point((int) cell.getCenterX(), (int) cell
			.getCenterY());
		ShownLabels.drag(table, middle, middle, 0);
		assertEquals(Map.of(8, "split", 9, "split"), session.labels());
	}

	@Test
	void itIsSaidWhatIsSavedAndWhatIsNot() throws Exception {
		open(20, THREE);
		assertTrue(tells("0 of 20 labeled; labels will be saved in " +
			"cells.labels.csv at once"));
		window.select(8, 9);
		window.type('1');
		assertTrue(tells(
			"2 of 20 labeled; all 2 labels are saved in cells.labels.csv"));
		assertTrue(tells("20 labels more would bring about 85 %"));
		session.breakTheDisk();
		window.select(10);
		window.type('1');
		assertTrue(tells("NOT SAVED: The disk is full."));
	}

	@Test
	void trainingIsGivenTheFileOfTheLabels() throws Exception {
		open(20, THREE);
		final JButton train = window.find(JButton.class, "Train with these labels");
		assertFalse(train.isEnabled());
		window.select(8);
		window.type('1');
		assertTrue(train.isEnabled());
		session.breakTheDisk();
		click("Train with these labels");
		final JDialog refused = GuiDialogs.await("Not done");
		assertEquals(List.of(), trained);
		GuiDialogs.press(refused, "OK");
		session.mendTheDisk();
		click("Train with these labels");
		ShownLabels.await(() -> trained.isEmpty() ? null : true);
		assertEquals(List.of(Path.of("cells.labels.csv")), trained);
	}

	@Test
	void whoClosesWithUnsavedLabelsIsAskedAndLosesNothing() throws Exception {
		open(20, THREE);
		session.breakTheDisk();
		window.select(8);
		window.type('1');
		EventQueue.invokeLater(() -> window.frame().dispatchEvent(new WindowEvent(
			window.frame(), WindowEvent.WINDOW_CLOSING)));
		GuiDialogs.press(GuiDialogs.await("Labels are not saved"),
			"Back to the window");
		assertFalse(session.isClosed());
		window.select(9);
		window.type('1');
		assertEquals(2, session.labels().size());
		// quitting is held up by the same question
		IJ.doCommand("Quit");
		final JDialog again = GuiDialogs.await("Labels are not saved");
		assertTrue(imageJ.isDisplayable());
		session.mendTheDisk();
		GuiDialogs.press(again, "Back to the window");
		window.close();
		assertTrue(session.isClosed());
	}

	@Test
	void closingEndsTheSessionAndReleasesAll() throws Exception {
		open(20, THREE);
		assertEquals(1, session.listeners());
		assertNull(WindowManager.getCurrentImage());
		assertEquals(0, WindowManager.getImageCount());
		window.close();
		assertTrue(session.isClosed());
		assertEquals(0, session.listeners());
		assertFalse(List.of(WindowManager.getNonImageWindows()).contains(window
			.frame()));
	}

	@Test
	void everythingThatTakesTheFocusHasAName() throws Exception {
		open(20, THREE);
		final List<Component> nameless = ShownWindows.onEventThread(
			() -> ShownWindows.all(window.frame()).stream().filter(
				c -> c instanceof JComponent && c.isFocusable() && c.isShowing() &&
					isControl(c)).filter(c -> {
						final AccessibleContext context = c.getAccessibleContext();
						return context.getAccessibleName() == null || context
							.getAccessibleName().isBlank();
					}).toList());
		assertEquals(List.of(), nameless);
		final CropGrid grid = window.grid();
		window.select(4);
		window.type('1');
		assertTrue(ShownWindows.onEventThread(() -> {
			for (int i = 0; i < 20; i++) {
				final AccessibleContext child = grid.getAccessibleContext()
					.getAccessibleChild(i).getAccessibleContext();
				if ("cell 4, confirmed round".equals(child.getAccessibleName()))
					return true;
			}
			return false;
		}));
	}

	private static boolean isControl(final Component c) {
		return c instanceof AbstractButton && c.getParent() instanceof JPanel ||
			c instanceof JTextField || c instanceof JTable || c instanceof CropGrid ||
			c instanceof JComboBox;
	}

	@Test
	void tenThousandCropsScrollSmoothly() throws Exception {
		open(10_000, THREE);
		sort(GridOrder.By.SOURCE);
		window.select(0, 1);
		window.type('1');
		final CropGrid grid = window.grid();
		final int height = ShownWindows.onEventThread(grid::getHeight);
		final List<Long> longest = new ArrayList<>();
		final AtomicLong before = new AtomicLong();
		EventQueue.invokeAndWait(() -> spent(before));
		for (int step = 0; step < 100; step++) {
			final int top = (int) ((long) step * height / 100);
			final AtomicLong worst = new AtomicLong();
			EventQueue.invokeAndWait(() -> {
				grid.scrollRectToVisible(new Rectangle(0, top, 1, grid
					.getVisibleRect().height));
				grid.paintImmediately(grid.getVisibleRect());
				worst.set(spent(before));
			});
			// pictures that come meanwhile have their turn on the event thread too
			for (int i = 0; i < 5; i++) {
				EventQueue.invokeAndWait(() -> worst.accumulateAndGet(spent(before),
					Math::max));
				TimeUnit.MILLISECONDS.sleep(10);
			}
			longest.add(TimeUnit.NANOSECONDS.toMillis(worst.get()));
		}
		longest.sort(null);
		System.out.println(
			"Longest time on the event thread while scrolling, ms: " + "median " +
				longest.get(50) + ", largest " + longest.get(99) + ", read " + session
					.read() + " pictures");
		assertTrue(longest.get(50) < 50, longest.toString());
		assertTrue(session.read() < 9_000, "only those in sight are read");
	}

	/**
	 * What the event thread has worked since it was asked last, however many
	 * other programs share the processor.
	 */
	private static long spent(final AtomicLong before) {
		final long now = ManagementFactory.getThreadMXBean()
			.getCurrentThreadCpuTime();
		return now - before.getAndSet(now);
	}

	@Test
	void itIsReadableInLightAndInDark() throws Exception {
		open(60, "eosinophil", "lymphocyte", "monocyte", "neutrophil");
		label();
		window.picture("labels-light");
		window.close();
		try (DarkLook dark = new DarkLook()) {
			open(60, "eosinophil", "lymphocyte", "monocyte", "neutrophil");
			label();
			window.picture("labels-dark");
			assertEquals(List.of(), headingsCutOff());
			Readability.check(window.frame());
			Reachability.check(window.frame());
			final AbstractButton copy = window.find(AbstractButton.class,
				"Copy into class folders");
			EventQueue.invokeLater(copy::doClick);
			final JDialog question = ShownWindows.await(() -> ShownWindows.find(
				JDialog.class));
			Readability.check(question);
			Reachability.check(question);
			final AbstractButton cancel = ShownWindows.find(question,
				AbstractButton.class, "Cancel");
			EventQueue.invokeAndWait(cancel::doClick);
			window.close();
		}
	}

	private List<String> headingsCutOff() throws Exception {
		final JTable classes = window.classes();
		return ShownWindows.onEventThread(() -> IntStream.range(0, classes
			.getColumnCount()).filter(i -> classes.getColumnModel().getColumn(i)
				.getWidth() < classes.getTableHeader().getDefaultRenderer()
					.getTableCellRendererComponent(classes, classes.getColumnName(i),
						false, false, -1, i).getPreferredSize().width).mapToObj(
							classes::getColumnName).toList());
	}

	private void label() throws Exception {
		sort(GridOrder.By.CLASS);
		for (int i = 0; i < 12; i++) {
			window.select(i);
			window.type((char) ('1' + i % 4));
		}
		sort(GridOrder.By.PROPOSED);
		window.press(KeyEvent.VK_SPACE, 0);
		TimeUnit.MILLISECONDS.sleep(500);
	}
}

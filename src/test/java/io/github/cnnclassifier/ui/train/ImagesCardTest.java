
package io.github.cnnclassifier.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.event.ActionEvent;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFormattedTextField;
import javax.swing.JLabel;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.ui.CutParts;

/**
 * What the images of a training show, and what they keep; nobody sees it here.
 */
@Timeout(120)
class ImagesCardTest {

	/** What a window of 900 x 620 leaves. */
	private static final int WIDTH = 886;
	private static final int HEIGHT = 585;

	@TempDir
	private Path folder;

	private final FakeHost host = new FakeHost();
	private Path images;
	private Path models;
	private ImagesCard card;

	@BeforeEach
	void open() throws Exception {
		images = TestImages.halves(folder.resolve("mitocheck of the second plate"),
			24, 1);
		models = Files.createDirectories(folder.resolve("models"));
		EventQueue.invokeAndWait(() -> card = new ImagesCard(host, (values,
			model) -> host.trained.add(values), host::openDialog));
		type("Folder of the model", models.toString());
	}

	@AfterEach
	void close() throws Exception {
		host.read.countDown();
		EventQueue.invokeAndWait(card::close);
	}

	private static <T> T onEventThread(final Supplier<T> asked) throws Exception {
		final AtomicReference<T> answer = new AtomicReference<>();
		EventQueue.invokeAndWait(() -> answer.set(asked.get()));
		return answer.get();
	}

	private static <C extends Component> C find(final Container in,
		final Class<C> type, final String name)
	{
		for (final Component part : in.getComponents()) {
			if (type.isInstance(part) && (name.equals(part.getAccessibleContext()
				.getAccessibleName()) || part instanceof AbstractButton button && name
					.equals(button.getText()))) return type.cast(part);
			final C found = part instanceof Container inner ? find(inner, type, name)
				: null;
			if (found != null) return found;
		}
		return null;
	}

	private <C extends Component> C find(final Class<C> type, final String name)
		throws Exception
	{
		return onEventThread(() -> find(card, type, name));
	}

	private void type(final String field, final String text) throws Exception {
		final JTextField line = find(JTextField.class, field);
		EventQueue.invokeAndWait(() -> line.setText(text));
	}

	private void choose(final Path source) throws Exception {
		type("Labeled images", source.toString());
		final JTextField line = find(JTextField.class, "Labeled images");
		EventQueue.invokeAndWait(line::postActionEvent);
	}

	private void press(final String button) throws Exception {
		final AbstractButton pressed = find(AbstractButton.class, button);
		EventQueue.invokeAndWait(pressed::doClick);
	}

	private static void key(final JComponent component, final String key)
		throws Exception
	{
		final Object name = component.getInputMap(JComponent.WHEN_FOCUSED).get(
			KeyStroke.getKeyStroke(key));
		EventQueue.invokeAndWait(() -> component.getActionMap().get(name)
			.actionPerformed(new ActionEvent(component, 0, key)));
	}

	private Map<String, String> trained(final int count) throws Exception {
		awaitTrain();
		press("Train");
		while (host.trained.size() < count)
			TimeUnit.MILLISECONDS.sleep(20);
		return host.trained.get(count - 1);
	}

	@Test
	void whetherImagesMayBeTurnedIsAskedOnceAndBesideAdvanced() throws Exception {
		choose(images);
		assertFalse(trained(1).containsKey("augmentation"));
		final JComboBox<?> turned = find(JComboBox.class,
			"May images be turned and mirrored?");
		EventQueue.invokeAndWait(() -> turned.setSelectedItem("microscopy"));
		assertEquals("microscopy", trained(2).get("augmentation"));
		assertTrue(CardKeys.advanced(host.fields()).stream().noneMatch(
			field -> field.name().equals("augmentation")));
	}

	private boolean isTrainActive() throws Exception {
		final AbstractButton train = find(AbstractButton.class, "Train");
		return onEventThread(train::isEnabled);
	}

	private String reason() throws Exception {
		final JTextArea area = find(JTextArea.class, "What is to be done");
		return onEventThread(area::getText);
	}

	private void awaitTrain() throws Exception {
		while (!isTrainActive())
			TimeUnit.MILLISECONDS.sleep(20);
		// what was proposed meanwhile is looked at once more
		TimeUnit.MILLISECONDS.sleep(300);
		while (!isTrainActive())
			TimeUnit.MILLISECONDS.sleep(20);
	}

	private void awaitReason(final String part) throws Exception {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
		while (!reason().contains(part)) {
			assertTrue(System.nanoTime() < end, part + " is not in: " + reason());
			TimeUnit.MILLISECONDS.sleep(20);
		}
	}

	@Test
	void aPathThatIsTypedAndNotReadKeepsTrainGrayAndSaysWhy() throws Exception {
		choose(images);
		awaitTrain();
		type("Labeled images", folder.resolve("other").toString());
		assertFalse(isTrainActive());
		awaitReason(
			"other' is not read yet: press Enter in the field of the images");
		TimeUnit.MILLISECONDS.sleep(300);
		assertFalse(isTrainActive());
		key(find(JTextField.class, "Labeled images"), "ESCAPE");
		awaitTrain();
		assertFalse(reason().contains("is not read yet"), reason());
	}

	@Test
	void anEmptyFieldOfImagesKeepsTrainGray() throws Exception {
		choose(images);
		awaitTrain();
		type("Labeled images", "");
		awaitReason("The field of the images is empty");
		assertFalse(isTrainActive());
		press("Train");
		assertEquals(List.of(), host.trained);
	}

	@Test
	void theDialogGetsTheImagesThatTheFieldNames() throws Exception {
		choose(images);
		awaitTrain();
		type("Labeled images", "/else/where");
		press("All settings as a dialog\u2026");
		assertEquals("/else/where", host.asked.get(0).get("images"));
	}

	@Test
	void whyTheDialogIsNotOpenedIsTold() throws Exception {
		host.refusal = "Expected 'Seed' to be a whole number, got 'x'.";
		choose(images);
		awaitTrain();
		press("All settings as a dialog\u2026");
		assertTrue(reason().contains(host.refusal), reason());
	}

	@Test
	void aBlankFolderOfModelsIsToldAndTheClassesAreSeen() throws Exception {
		type("Folder of the model", " ");
		choose(images);
		awaitReason("Expected a folder for the model, found none");
		final JTable table = find(JTable.class, "Classes");
		assertEquals(2, onEventThread(table::getRowCount));
		final JTextField name = find(JTextField.class, "Name of the model");
		assertEquals("mitocheck of the second plate", onEventThread(name::getText));
		assertFalse(isTrainActive());
	}

	@Test
	void aNumberThatIsNoneStaysAsItWasTypedAndIsTold() throws Exception {
		choose(images);
		awaitTrain();
		final JSpinner epochs = find(JSpinner.class, "epochs");
		final JFormattedTextField line = ((JSpinner.DefaultEditor) epochs
			.getEditor()).getTextField();
		assertEquals(JFormattedTextField.COMMIT, line.getFocusLostBehavior(),
			"what is no number stays when the field is left");
		for (final String wrong : List.of("-3", "many", "2.5", "")) {
			EventQueue.invokeAndWait(() -> line.setText(wrong));
			assertFalse(isTrainActive());
			awaitReason("Expected 'Epochs' to be a whole number from 0, got '" +
				wrong + "'");
			assertEquals(wrong, onEventThread(line::getText));
		}
		EventQueue.invokeAndWait(() -> line.setText("20"));
		awaitTrain();
		press("Train");
		while (host.trained.isEmpty())
			TimeUnit.MILLISECONDS.sleep(20);
		assertEquals("20", host.trained.get(0).get("epochs"));
	}

	@Test
	void whatWasDoneStandsInALineThatIsWideEnough() throws Exception {
		assertFalse(onEventThread(find(AbstractButton.class,
			"Show images")::isEnabled), "there are none");
		choose(images);
		awaitTrain();
		final ClassTable table = find(ClassTable.class, "Classes");
		EventQueue.invokeAndWait(() -> card.setSize(WIDTH, HEIGHT));
		press("Show images");
		final JLabel told = find(JLabel.class, "Select a class first.");
		assertTrue(onEventThread(told::isVisible));
		assertEquals(List.of(), onEventThread(() -> CutParts.in(card)));
		final int room = onEventThread(told::getWidth);
		assertTrue(room > onEventThread(() -> told.getFontMetrics(told.getFont())
			.stringWidth("12 images now: '" + table.classes().row(0).label() +
				"'. Written to corrections.csv; files stay where they are.")),
			() -> "" + room);
	}

	@Test
	void whoComesToTheClassesByTheTabulatorIsOnTheFirstOne() throws Exception {
		choose(images);
		awaitTrain();
		final ClassTable table = find(ClassTable.class, "Classes");
		focus(table, FocusEvent.Cause.MOUSE_EVENT);
		assertEquals(-1, onEventThread(table::getSelectedRow));
		focus(table, FocusEvent.Cause.TRAVERSAL_FORWARD);
		assertEquals(0, onEventThread(table::getSelectedRow));
		EventQueue.invokeAndWait(() -> table.changeSelection(1, 1, false, false));
		focus(table, FocusEvent.Cause.TRAVERSAL_BACKWARD);
		assertEquals(1, onEventThread(table::getSelectedRow), "it stays");
	}

	private static void focus(final ClassTable table,
		final FocusEvent.Cause cause) throws Exception
	{
		final FocusEvent event = new FocusEvent(table, FocusEvent.FOCUS_GAINED,
			false, null, cause);
		EventQueue.invokeAndWait(() -> {
			for (final FocusListener listener : table.getFocusListeners())
				listener.focusGained(event);
		});
	}

	/** A click on Train takes the focus from a field before it is a click. */
	@Test
	void aFieldThatIsLeftAsItWasDoesNotTurnTrainGrayUnderTheMouse()
		throws Exception
	{
		choose(images);
		final JSpinner epochs = find(JSpinner.class, "epochs");
		final JFormattedTextField line = ((JSpinner.DefaultEditor) epochs
			.getEditor()).getTextField();
		final JComboBox<?> network = find(JComboBox.class, "network");
		final JTextField typed = (JTextField) network.getEditor()
			.getEditorComponent();
		EventQueue.invokeAndWait(() -> {
			line.setText("20");
			typed.setText("tiny");
		});
		awaitTrain();
		final boolean gray = onEventThread(() -> {
			// what Java does when such fields lose the focus
			line.setValue(20L);
			network.actionPerformed(new ActionEvent(typed, 0, ""));
			return !find(card, AbstractButton.class, "Train").isEnabled();
		});
		assertFalse(gray);
		assertTrue(isTrainActive(), "nor a moment later");
		assertEquals("20", trained(1).get("epochs"));
		assertEquals("tiny", host.trained.get(0).get("network"));
	}

	@Test
	void ctrlZInAFieldTakesBackWhatWasTypedThere() throws Exception {
		choose(images);
		awaitTrain();
		for (final String label : List.of("Labeled images", "Name of the model",
			"Folder of the model"))
		{
			final JTextField field = find(JTextField.class, label);
			final String before = onEventThread(field::getText);
			EventQueue.invokeAndWait(() -> {
				try {
					field.getDocument().insertString(0, "x", null);
				}
				catch (final javax.swing.text.BadLocationException e) {
					throw new IllegalStateException(e);
				}
			});
			key(field, "ctrl Z");
			assertEquals(before, onEventThread(field::getText));
			key(field, "ctrl Y");
			assertEquals("x" + before, onEventThread(field::getText));
			key(field, "ctrl Z");
		}
		assertFalse(Files.exists(images.resolve("corrections.csv")));
	}

	@Test
	void theFolderOfTheOpenImageDoesNotWaitForAReadingThatGoesOn()
		throws Exception
	{
		host.read = new CountDownLatch(1);
		choose(images);
		final Path others = TestImages.halves(folder.resolve("others"), 12, 7);
		host.front = others.resolve("left/000.png");
		press("From open image");
		final JTextField field = find(JTextField.class, "Labeled images");
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
		while (!onEventThread(field::getText).equals(others.toString())) {
			assertTrue(System.nanoTime() < end, "it waits");
			TimeUnit.MILLISECONDS.sleep(20);
		}
		host.read.countDown();
		awaitTrain();
	}

	private void assertNothingIsCut() throws Exception {
		assertEquals(List.of(), onEventThread(() -> {
			card.setSize(WIDTH, HEIGHT);
			return CutParts.in(card);
		}));
	}

	@Test
	void nothingIsCutOffWhereANameIsTakenAndGroupsAreGuessed() throws Exception {
		Files.writeString(models.resolve("mitocheck of the second plate.zip"),
			"taken");
		images = folder.resolve("grown/mitocheck of the second plate");
		grow();
		choose(images);
		final JTextField name = find(JTextField.class, "Name of the model");
		while (!onEventThread(name::getText).endsWith("-2"))
			TimeUnit.MILLISECONDS.sleep(20);
		type("Name of the model", "mitocheck of the second plate");
		awaitReason("already");
		final AbstractButton free = find(AbstractButton.class,
			"Use \"mitocheck of the second plate-2\"");
		assertTrue(free.isVisible());
		final AbstractButton separate = find(AbstractButton.class,
			"each image by itself");
		assertTrue(separate.getParent().isVisible());
		assertNothingIsCut();
		press("\u25b8 Advanced: all automatic");
		assertNothingIsCut();
		for (final String key : List.of("start", "network")) {
			final Component list = find(JComboBox.class, key);
			assertTrue(list.getWidth() >= 70, key + ": " + list.getSize());
		}
	}

	private void grow() throws IOException {
		for (int half = 0; half < 2; half++)
			for (int i = 0; i < 24; i++)
				TestImages.png(images.resolve(half == 0 ? "prometaphase, early or late"
					: "polylobed").resolve("embryo%d_%02d.png".formatted(half * 6 + i %
						6 + 1, i)), TestImages.half(half, 100 * half + i));
	}

	@Test
	void longWordsAboutADecisionAreWholeInTheToolTip() throws Exception {
		choose(images);
		awaitTrain();
		final ClassTable table = find(ClassTable.class, "Classes");
		assertNull(find(AbstractButton.class, "no such button"));
		EventQueue.invokeAndWait(() -> table.setRowSelectionInterval(0, 0));
		press("Undo (Ctrl+Z)");
		assertNothingIsCut();
	}

	@Test
	void eachKindOfGroupsHasRoomForTheAnswerNo() throws Exception {
		for (final String kind : List.of(
			"parent image (the name without the number at its end)",
			"original image (as altered copies are called)", "animal or patient",
			"field of view"))
			assertEquals(List.of(), onEventThread(() -> {
				final GroupsPanel panel = new GroupsPanel(() -> {});
				panel.show(new io.github.cnnclassifier.workflow.train.GuessedGroups(
					kind, "a/parent_0007.tif", "parent", 1234, 0, List.of()));
				panel.setSize(WIDTH - 12, 26);
				final javax.swing.JRadioButton use = (javax.swing.JRadioButton) find(
					panel, AbstractButton.class, "1234 groups by " + kind.replaceFirst(
						" \\(.*", "") + " in the name");
				assertTrue(use.getToolTipText().contains(kind), kind);
				return CutParts.in(panel);
			}), kind);
	}
}


package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.TextField;
import java.awt.event.ItemEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.swing.AbstractButton;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JOptionPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;

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
import ij.gui.GenericDialog;
import io.github.cnnclassifier.launch.DarkLook;
import io.github.cnnclassifier.launch.Reachability;
import io.github.cnnclassifier.launch.Readability;
import io.github.cnnclassifier.launch.ShownWindows;
import io.github.cnnclassifier.ui.CutParts;
import io.github.cnnclassifier.workflow.ModelsFolder;
import io.github.cnnclassifier.workflow.models.RecentModels;
import io.github.cnnclassifier.workflow.models.SmallModels;

/** The window of models, and the models in dialogs; needs a display. */
@Tag("gui")
class ModelsWindowGuiTest {

	@TempDir
	private static Path folder;

	private static ImageJ imageJ;
	private static String home;

	private Path models;
	private Path stopped;
	private JFrame window;

	@BeforeAll
	static void startImageJ() throws Exception {
		home = System.getProperty("user.home");
		// unpacked there before
		System.setProperty("org.bytedeco.javacpp.cachedir", Path.of(home,
			".javacpp", "cache").toString());
		System.setProperty("user.home", folder.resolve("home").toString());
		imageJ = GuiImageJ.start(folder);
	}

	@AfterAll
	static void quitImageJ() {
		imageJ.dispose();
		System.setProperty("user.home", home);
	}

	@BeforeEach
	void writeModels() throws Exception {
		models = Files.createDirectories(ModelsFolder.ofUser());
		stopped = SmallModels.write(models.resolve("wbc.zip"),
			"2026-03-01T12:00:00Z", SmallModels.STOPPED);
		Files.writeString(models.resolve("wbc.resume"), "");
		SmallModels.write(models.resolve("older.zip"), "2026-01-31T12:00:00Z");
		Files.writeString(models.resolve("broken.zip"), "no model");
		RecentModels.ofUser().trained(models.resolve("older.zip"),
			PlainImageJ.DIGITS);
		IJ.log("\\Clear");
	}

	@AfterEach
	void close() throws Exception {
		if (window != null) EventQueue.invokeAndWait(window::dispose);
		for (final String name : List.of("wbc.zip", "wbc.resume", "older.zip",
			"broken.zip", "white cells.zip", "white cells.resume", "elsewhere.zip"))
			Files.deleteIfExists(models.resolve(name));
		RecentModels.ofUser().all().forEach(RecentModels.ofUser()::forget);
	}

	private JTable open() throws Exception {
		IJ.doCommand("CNN Models...");
		window = GuiImageJ.frame("CNN Models");
		final JTable table = find(window, JTable.class);
		GuiImageJ.await(() -> table.getRowCount() == 4 ? true : null);
		return table;
	}

	private static <C extends Component> C find(final Container in,
		final Class<C> type)
	{
		for (final Component part : in.getComponents()) {
			if (type.isInstance(part)) return type.cast(part);
			final C found = part instanceof final Container inner ? find(inner, type)
				: null;
			if (found != null) return found;
		}
		return null;
	}

	private void press(final String button) {
		EventQueue.invokeLater(() -> GuiButtons.press(window, button));
	}

	private void select(final JTable table, final int... rows) throws Exception {
		EventQueue.invokeAndWait(() -> {
			table.clearSelection();
			Arrays.stream(rows).forEach(row -> table.addRowSelectionInterval(row,
				row));
		});
	}

	private static List<String> column(final JTable table, final int column) {
		return java.util.stream.IntStream.range(0, table.getRowCount()).mapToObj(
			row -> String.valueOf(table.getValueAt(row, column))).toList();
	}

	private List<String> enabled() {
		return GuiButtons.of(window.getContentPane()).stream().filter(
			AbstractButton::isEnabled).map(AbstractButton::getText).filter(
				text -> text != null && !text.isEmpty()).toList();
	}

	@Test
	void theLastTrainedIsFirstWithAllThatIsKnownOfIt() throws Exception {
		final JTable table = open();
		assertEquals(List.of("wbc", "older", "digits", "broken"), column(table, 1));
		assertEquals("2: mitotic, other", table.getValueAt(0, 2));
		assertEquals("89 % of 45 validation images", table.getValueAt(0, 3));
		assertEquals("stopped by the user at epoch 6 of 60; can go on", table
			.getValueAt(0, 5));
		assertTrue(table.getValueAt(3, 2).toString().contains("not a model file"));
		GuiImageJ.await(() -> table.getValueAt(2, 0) == null ? null : true);
		WindowShots.save(window, "models");
		assertTrue(window.getWidth() <= 1366 && window.getHeight() <= 720);
		assertEquals(List.of(), ShownWindows.onEventThread(() -> CutParts.in(window
			.getContentPane())));
	}

	@Test
	void underADarkLookItIsReadableToo() throws Exception {
		try (DarkLook dark = new DarkLook()) {
			final JTable table = open();
			GuiImageJ.await(() -> table.getValueAt(2, 0) == null ? null : true);
			select(table, 0);
			WindowShots.save(window, "models-dark");
			Readability.check(window);
			Reachability.check(window);
			press("Info");
			final JFrame info = GuiImageJ.frame("Model wbc");
			Readability.check(info);
			Reachability.check(info);
			EventQueue.invokeAndWait(info::dispose);
			press("Rename...");
			final JDialog question = GuiImageJ.await(() -> GuiImageJ.find(
				JDialog.class));
			Readability.check(question);
			Reachability.check(question);
			EventQueue.invokeAndWait(() -> GuiButtons.press(question, "Cancel"));
		}
	}

	@Test
	void buttonsAreThereForWhatIsPossible() throws Exception {
		final JTable table = open();
		select(table, 3);
		assertEquals(List.of("Rename...", "Delete", "Refresh"), enabled());
		select(table, 2);
		assertEquals(List.of("Open image...", "ROIs...", "Folder...", "Info",
			"Refresh"), enabled());
		assertEquals("This model came along with the plugin and stays as it is.",
			tip("Delete"));
		assertEquals("Choose two models first: click one, then hold Ctrl and " +
			"click the other.", tip("Compare..."));
		select(table, 0, 1);
		assertEquals(List.of("Compare...", "Refresh"), enabled());
		assertEquals("Choose one model first.", tip("Info"));
		select(table, 0);
		assertEquals("moves the file into the bin (Delete)", tip("Delete"));
	}

	/** What a button says where the mouse rests on it. */
	private String tip(final String button) throws Exception {
		return ShownWindows.onEventThread(() -> ShownWindows.all(window
			.getContentPane()).stream().filter(
				part -> part instanceof AbstractButton found && button.equals(found
					.getText())).map(part -> ((AbstractButton) part).getToolTipText())
			.findFirst().orElseThrow());
	}

	@Test
	void whyAFileIsNoModelIsReadWhole() throws Exception {
		final JTable table = open();
		select(table, 3);
		assertEquals(List.of(), ShownWindows.onEventThread(() -> CutParts.in(window
			.getContentPane())));
	}

	@Test
	void aFileThatIsGoneMeanwhileLeavesTheListOnceThatIsTold() throws Exception {
		final JTable table = open();
		select(table, 0);
		Files.move(stopped, models.resolve("elsewhere.zip"));
		press("Info");
		final JDialog told = GuiImageJ.await(() -> GuiImageJ.find(JDialog.class));
		EventQueue.invokeAndWait(() -> GuiButtons.press(told, "OK"));
		GuiImageJ.await(() -> column(table, 1).contains("elsewhere") ? true : null);
		assertFalse(column(table, 1).contains("wbc"));
	}

	@Test
	void aModelIsUsedByTheDialogOfItsCommand() throws Exception {
		final JTable table = open();
		select(table, 0);
		press("Folder...");
		final GenericDialog dialog = GuiImageJ.await(() -> GuiImageJ.find(
			GenericDialog.class));
		assertTrue(texts(dialog).contains(stopped.toString()), texts(dialog)
			.toString());
		GuiImageJ.cancel(dialog);
	}

	@Test
	void twoModelsAreCompared() throws Exception {
		final JTable table = open();
		select(table, 0, 1);
		press("Compare...");
		final GenericDialog dialog = GuiImageJ.await(() -> GuiImageJ.find(
			GenericDialog.class));
		assertTrue(texts(dialog).containsAll(List.of(stopped.toString(), models
			.resolve("older.zip").toString())), texts(dialog).toString());
		GuiImageJ.cancel(dialog);
	}

	private static List<String> texts(final GenericDialog dialog) {
		return ((List<?>) dialog.getStringFields()).stream().map(
			f -> ((TextField) f).getText()).toList();
	}

	@Test
	void aTakenNameBringsTheQuestionBackWithAFreeOne() throws Exception {
		final JTable table = open();
		select(table, 0);
		press("Rename...");
		answer("older");
		final JDialog again = GuiImageJ.await(() -> {
			final JDialog found = GuiImageJ.find(JDialog.class);
			return found != null && "older-2".equals(find(found, JTextField.class)
				.getText()) ? found : null;
		});
		assertTrue(again.isShowing());
		answer("white cells");
		GuiImageJ.await(() -> column(table, 1).contains("white cells") ? true
			: null);
		assertTrue(Files.exists(models.resolve("white cells.resume")));
		assertFalse(Files.exists(stopped));
	}

	private static void answer(final String text) throws Exception {
		final JDialog question = GuiImageJ.await(() -> GuiImageJ.find(
			JDialog.class));
		EventQueue.invokeAndWait(() -> {
			find(question, JTextField.class).setText(text);
			find(question, JOptionPane.class).setInputValue(text);
			find(question, JOptionPane.class).setValue(JOptionPane.OK_OPTION);
		});
	}

	@Test
	void withoutABinAQuestionKeepsTheFileUnlessSomebodySaysSo() throws Exception {
		final JTable table = open();
		select(table, 3);
		press("Delete");
		// on a desktop with a bin, it is in there now
		final JDialog question = GuiImageJ.await(() -> {
			if (!Files.exists(models.resolve("broken.zip"))) return new JDialog();
			return GuiImageJ.find(JDialog.class);
		});
		if (!question.isShowing()) return;
		EventQueue.invokeAndWait(() -> {
			final JOptionPane pane = find(question, JOptionPane.class);
			assertEquals("Keep", pane.getInitialValue());
			pane.setValue("Keep");
		});
		assertTrue(Files.exists(models.resolve("broken.zip")));
	}

	@Test
	void infoIsTextToCopy() throws Exception {
		final JTable table = open();
		select(table, 0);
		press("Info");
		final JFrame info = GuiImageJ.await(() -> Arrays.stream(JFrame.getFrames())
			.filter(f -> f instanceof JFrame && f.isShowing() && "Model wbc".equals(f
				.getTitle())).map(JFrame.class::cast).findFirst().orElse(null));
		assertTrue(find(info, JTextArea.class).getText().contains(
			"classes: mitotic, other"));
		EventQueue.invokeAndWait(info::dispose);
	}

	@Test
	void dialogsOfferTheLastModelFirstAndTypedPathsStay() throws Exception {
		RecentModels.ofUser().used(models.resolve("older.zip"));
		final GenericDialog dialog = GuiImageJ.dialogOf("CNN Classifier Info...");
		final TextField field = (TextField) dialog.getStringFields().get(0);
		final Choice choice = find(field.getParent(), Choice.class);
		assertEquals(models.resolve("older.zip").toString(), field.getText());
		assertEquals("older", choice.getSelectedItem());
		assertEquals("other model", choice.getItem(0));
		assertEquals("older", choice.getItem(1));
		assertEquals("digits", choice.getItem(choice.getItemCount() - 1));
		WindowShots.save(dialog, "info-dialog");
		EventQueue.invokeAndWait(() -> field.setText("/typed/model.zip"));
		GuiImageJ.await(() -> "other model".equals(choice.getSelectedItem()) ? true
			: null);
		EventQueue.invokeAndWait(() -> {
			choice.select("wbc");
			choice.dispatchEvent(new ItemEvent(choice, ItemEvent.ITEM_STATE_CHANGED,
				"wbc", ItemEvent.SELECTED));
		});
		GuiImageJ.await(() -> stopped.toString().equals(field.getText()) ? true
			: null);
		GuiImageJ.ok(dialog);
		GuiImageJ.await(() -> IJ.getLog() != null && IJ.getLog().contains(
			"classes: mitotic, other") ? true : null);
		GuiImageJ.await(() -> RecentModels.ofUser().all().get(0).equals(stopped)
			? true : null);
	}

	@Test
	void modelsOfMacrosAreNotRemembered() {
		IJ.runMacro("run('CNN Classifier Info...', 'model=[" + stopped + "]');");
		assertEquals(List.of(models.resolve("older.zip")), RecentModels.ofUser()
			.all());
	}

	@Test
	void theDialogOfAnImageHasTheListToo() throws Exception {
		final ImagePlus digit = PlainImageJ.digit(3);
		digit.show();
		final Dialog dialog = GuiImageJ.dialogOf("Classify Image with CNN...");
		WindowShots.save(dialog, "classify-dialog");
		assertTrue(dialog.getWidth() < 1366);
		GuiImageJ.cancel((GenericDialog) dialog);
		digit.close();
	}
}

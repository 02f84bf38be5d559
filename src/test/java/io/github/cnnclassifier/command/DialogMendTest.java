
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.GridBagLayout;
import java.awt.Label;
import java.awt.TextField;
import java.awt.event.ItemEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.launch.Commands;
import io.github.cnnclassifier.launch.Reachability;
import io.github.cnnclassifier.launch.Readability;
import io.github.cnnclassifier.workflow.models.RecentModels;

/** A dialog whose answers do not work yet; needs a display. */
@Tag("gui")
class DialogMendTest {

	private static final String TRAIN = "Train CNN Classifier...";

	@TempDir
	private static Path folder;

	private static ImageJ imageJ;

	@BeforeAll
	static void startImageJ() throws Exception {
		imageJ = GuiImageJ.start(folder);
	}

	/** One that a failed test has left would be taken for the next one's. */
	@AfterEach
	void closeDialogs() throws Exception {
		final GenericDialog left = GuiImageJ.find(GenericDialog.class);
		if (left != null) GuiImageJ.cancel(left);
	}

	@AfterAll
	static void quitImageJ() {
		imageJ.dispose();
	}

	@Test
	void allThatIsMissingIsNamedAtOnceByItsLabelAndTheRestStays()
		throws Exception
	{
		final GenericDialog dialog = GuiImageJ.dialogOf(TRAIN);
		GuiImageJ.fillTraining(dialog, "", "", "some class", null, null, null,
			"many");
		GuiImageJ.ok(dialog);
		final GenericDialog again = GuiImageJ.await(() -> GuiImageJ.find(
			GenericDialog.class));
		final String told = GuiImageJ.words(again);
		assertTrue(told.contains("'Labeled images' and 'Save model as'"), told);
		assertTrue(told.contains("'Epochs (0 = automatic)' to be a whole number"),
			told);
		assertFalse(told.contains("'epochs'"), told);
		assertEquals("some class", text(again, 1));
		assertEquals("many", text(again, 5));
		// what is wrong is seen, though it is not among the first fields
		assertTrue(field(again, 5).isVisible());
		GuiImageJ.picture(again, "dialog-with-problems");
		GuiImageJ.cancel(again);
	}

	@Test
	void whatIsWrongHasTheFocusThoughItIsNotTheFirstField() throws Exception {
		final GenericDialog dialog = GuiImageJ.dialogOf(TRAIN);
		GuiImageJ.fillTraining(dialog, folder.resolve("new.zip").toString(), folder
			.toString(), "", null, null, null, "many");
		GuiImageJ.ok(dialog);
		final GenericDialog again = GuiImageJ.await(() -> GuiImageJ.find(
			GenericDialog.class));
		GuiImageJ.await(() -> typed(again, 5).isFocusOwner() ? true : null);
		GuiImageJ.cancel(again);
	}

	@Test
	void aFileThatExistsHasTheFocusBesideItsButtons() throws Exception {
		final Path output = folder.resolve("former.tif");
		final ImagePlus digit = PlainImageJ.digit(3);
		final GenericDialog again = toldThatItExists(output, digit);
		final int last = again.getStringFields().size() - 1;
		GuiImageJ.await(() -> typed(again, last).isFocusOwner() ? true : null);
		GuiImageJ.cancel(again);
		digit.close();
	}

	private static void choose(final Choice list, final int index)
		throws Exception
	{
		EventQueue.invokeAndWait(() -> {
			list.select(index);
			list.dispatchEvent(new ItemEvent(list, ItemEvent.ITEM_STATE_CHANGED, list
				.getItem(index), ItemEvent.SELECTED));
		});
		EventQueue.invokeAndWait(() -> {});
	}

	@Test
	void whoWantsAnotherModelThanTheListedOnesHasAnEmptyField() throws Exception {
		final Path known = folder.resolve("known.zip");
		Files.writeString(known, "a model");
		RecentModels.ofUser().trained(known, folder);
		final GenericDialog dialog = GuiImageJ.dialogOf("CNN Classifier Info...");
		final Choice list = (Choice) typed(dialog, 0).getParent().getComponent(0);
		choose(list, 1);
		assertEquals(known.toString(), text(dialog, 0));
		choose(list, 0);
		assertEquals("", text(dialog, 0));
		GuiImageJ.fill(dialog, "typed.zip");
		choose(list, 0);
		assertEquals("typed.zip", text(dialog, 0));
		GuiImageJ.cancel(dialog);
		Files.delete(known);
	}

	@Test
	void whatIsChosenFromAListCountsAndNotWhatWasTypedBesideItBefore()
		throws Exception
	{
		final GenericDialog dialog = GuiImageJ.dialogOf(TRAIN);
		GuiImageJ.fillTraining(dialog, "", null, null, null, null, "own.json");
		final List<Choice> lists = new ArrayList<>();
		dialog.getChoices().forEach(list -> lists.add((Choice) list));
		choose(lists.stream().filter(list -> "six-conv".equals(list
			.getSelectedItem())).findFirst().orElseThrow(), 1);
		assertEquals("", text(dialog, 4));
		GuiImageJ.cancel(dialog);
	}

	@Test
	void aRunThatFailsBringsTheDialogBack() throws Exception {
		final GenericDialog dialog = GuiImageJ.dialogOf("CNN Classifier Info...");
		GuiImageJ.fill(dialog, "no such model.zip");
		GuiImageJ.ok(dialog);
		final GenericDialog again = GuiImageJ.await(() -> GuiImageJ.find(
			GenericDialog.class));
		final String told = GuiImageJ.words(again);
		assertTrue(told.contains("no such model.zip"), told);
		assertEquals("no such model.zip", text(again, 0));
		GuiImageJ.fill(again, "digits");
		GuiImageJ.ok(again);
		GuiImageJ.await(() -> IJ.getLog() != null && IJ.getLog().contains(
			"classes: 0, 1") ? true : null);
	}

	private static GenericDialog toldThatItExists(final Path output,
		final ImagePlus image) throws Exception
	{
		Files.writeString(output, "old");
		image.show();
		final GenericDialog dialog = GuiImageJ.dialogOf(
			"Preprocess Image for CNN...");
		final int last = dialog.getStringFields().size() - 1;
		final String[] texts = new String[last + 1];
		texts[last] = output.toString();
		GuiImageJ.fill(dialog, texts);
		GuiImageJ.ok(dialog);
		final GenericDialog again = GuiImageJ.await(() -> GuiImageJ.find(
			GenericDialog.class));
		final String words = GuiImageJ.words(again);
		assertTrue(words.contains("exists already."), words);
		assertFalse(words.contains("overwrite=true"), words);
		assertEquals(output.toString(), text(again, last));
		return again;
	}

	@Test
	void anExistingFileIsReplacedWithOneClick() throws Exception {
		final Path output = folder.resolve("there.tif");
		final ImagePlus digit = PlainImageJ.digit(3);
		final GenericDialog again = toldThatItExists(output, digit);
		GuiImageJ.picture(again, "dialog-with-mends");
		GuiImageJ.press(again, "Replace it");
		GuiImageJ.await(() -> output.toFile().length() > 3 ? true : null);
		digit.close();
	}

	@Test
	void anImageInColorIsConvertedWithOneClickAndTheLineSaysSo()
		throws Exception
	{
		final Recorder recorder = new Recorder();
		final ImagePlus color = new ImagePlus("color", PlainImageJ.digit(3)
			.getProcessor().convertToRGB());
		color.show();
		final GenericDialog dialog = GuiImageJ.dialogOf(
			"Classify Image with CNN...");
		GuiImageJ.fill(dialog, "digits");
		GuiImageJ.ok(dialog);
		final GenericDialog again = GuiImageJ.await(() -> GuiImageJ.find(
			GenericDialog.class));
		GuiImageJ.picture(again, "dialog-with-channels");
		Readability.check(again);
		Reachability.check(again);
		GuiImageJ.press(again, "Convert it to gray");
		GuiImageJ.await(() -> recorder.getText().contains(" channels=gray ") ? true
			: null);
		GuiImageJ.await(() -> OwnTables.of("Predictions of color by digits"));
		OwnTables.close();
		recorder.close();
		color.changes = false;
		color.close();
	}

	@Test
	void orAFreeNameIsTaken() throws Exception {
		final Path output = folder.resolve("taken.tif");
		final ImagePlus digit = PlainImageJ.digit(3);
		GuiImageJ.press(toldThatItExists(output, digit), "Use 'taken-2.tif'");
		GuiImageJ.await(() -> Files.exists(folder.resolve("taken-2.tif")) ? true
			: null);
		assertEquals("old", Files.readString(output));
		digit.close();
	}

	@Test
	void aClassThatIsTooSmallIsLeftOutWithOneClick() throws Exception {
		final Path images = folder.resolve("classes");
		for (int i = 0; i < 6; i++) {
			save(images.resolve("dark"), i);
			save(images.resolve("light"), 100 + i);
		}
		save(images.resolve("rare, odd"), 200);
		final Path model = folder.resolve("two.zip");
		final GenericDialog dialog = GuiImageJ.dialogOf(TRAIN);
		GuiImageJ.fillTraining(dialog, model.toString(), images.toString(), "",
			"none", "auto", "tiny", "1");
		GuiImageJ.ok(dialog);
		final GenericDialog again = GuiImageJ.await(() -> GuiImageJ.find(
			GenericDialog.class));
		final String words = GuiImageJ.words(again);
		assertTrue(words.contains("'rare, odd' has only one image"), words);
		assertFalse(words.contains("exclude="), words);
		GuiImageJ.picture(again, "dialog-with-a-small-class");
		GuiImageJ.press(again, "Leave out 'rare, odd'");
		GuiImageJ.await(() -> IJ.getLog() != null && IJ.getLog().contains("model=" +
			model) ? true : null);
		assertEquals(List.of("dark", "light"), ModelArchive.describe(model).labels()
			.names());
	}

	private static void save(final Path images, final int value)
		throws IOException
	{
		Files.createDirectories(images);
		final ImagePlus image = IJ.createImage("", "8-bit black", 16, 16, 1);
		image.getProcessor().add(value);
		IJ.saveAsTiff(image, images.resolve(value + ".tif").toString());
	}

	@Test
	void listsOfferTheNamesAndKeepAFileBeside() throws Exception {
		final GenericDialog dialog = GuiImageJ.dialogOf(TRAIN);
		final List<String> selected = new ArrayList<>();
		dialog.getChoices().forEach(c -> selected.add(((Choice) c)
			.getSelectedItem()));
		assertTrue(selected.containsAll(List.of("six-conv", "training", "auto")),
			selected.toString());
		GuiImageJ.cancel(dialog);
	}

	@ParameterizedTest
	@EnumSource
	void everyDialogBeginsWithFewRowsAndFitsASmallScreen(final Commands command)
		throws Exception
	{
		if (Ways.kinds(command).isEmpty()) return;
		final ImagePlus digit = PlainImageJ.digit(3);
		digit.show();
		final GenericDialog dialog = GuiImageJ.dialogOf(command.label());
		GuiImageJ.picture(dialog, "dialog-" + command.key());
		assertFits(dialog);
		Readability.check(dialog);
		Reachability.check(dialog);
		assertTrue(shownRows(dialog) <= 6, shownRows(dialog) + " rows");
		if (Ways.kinds(command).size() > 6) {
			GuiImageJ.press(dialog, "More settings...");
			GuiImageJ.picture(dialog, "dialog-" + command.key() + "-more");
			assertFits(dialog);
			Readability.check(dialog);
			Reachability.check(dialog);
			GuiImageJ.press(dialog, "Fewer settings");
			assertTrue(shownRows(dialog) <= 6, shownRows(dialog) + " rows");
		}
		GuiImageJ.cancel(dialog);
		digit.close();
	}

	private static void assertFits(final GenericDialog dialog) {
		final int content = dialog.getHeight() - dialog.getInsets().top - dialog
			.getInsets().bottom;
		final String size = dialog.getWidth() + " x " + content;
		assertTrue(content <= 660, size);
		assertTrue(dialog.getWidth() < 1366, size);
		for (final Component part : dialog.getComponents()) {
			if (part.isVisible()) assertTrue(part.getWidth() > 0 && part.getX() + part
				.getWidth() <= dialog.getWidth(), part.toString());
		}
	}

	private static long shownRows(final GenericDialog dialog) {
		final GridBagLayout layout = (GridBagLayout) dialog.getLayout();
		return Arrays.stream(dialog.getComponents()).filter(
			part -> part instanceof Label || part instanceof Checkbox).filter(
				Component::isVisible).filter(part -> !isHeading(part)).map(
					part -> layout.getConstraints(part).gridy).distinct().count();
	}

	private static boolean isHeading(final Component part) {
		return part.getFont().isBold();
	}

	@Test
	void whatWasTypedCountsAlsoOnceItIsFolded() throws Exception {
		final Recorder recorder = new Recorder();
		final ImagePlus digit = PlainImageJ.digit(3);
		digit.show();
		final GenericDialog dialog = GuiImageJ.dialogOf(
			"Classify Image with CNN...");
		// model, channels, range
		assertFalse(field(dialog, 2).isVisible());
		GuiImageJ.press(dialog, "More settings...");
		assertTrue(field(dialog, 2).isVisible());
		GuiImageJ.fill(dialog, "digits", null, "0..255");
		GuiImageJ.press(dialog, "Fewer settings");
		assertFalse(field(dialog, 2).isVisible());
		GuiImageJ.ok(dialog);
		GuiImageJ.await(() -> recorder.getText().contains(" range=0..255 ") ? true
			: null);
		GuiImageJ.await(() -> OwnTables.of("Predictions of " + digit.getTitle() +
			" by digits"));
		OwnTables.close();
		recorder.close();
		digit.close();
	}

	private static TextField typed(final GenericDialog dialog, final int index) {
		return (TextField) dialog.getStringFields().get(index);
	}

	private static Component field(final GenericDialog dialog, final int index) {
		final Component text = (Component) dialog.getStringFields().get(index);
		// a file stands beside its button
		return text.getParent() == dialog ? text : text.getParent();
	}

	private static String text(final GenericDialog dialog, final int index) {
		return ((TextField) dialog.getStringFields().get(index)).getText();
	}

}

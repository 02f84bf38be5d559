
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Choice;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.TextField;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.gui.MessageDialog;
import ij.gui.YesNoCancelDialog;
import io.github.cnnclassifier.archive.ModelArchive;

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
		final String told = GuiImageJ.close(GuiImageJ.await(() -> GuiImageJ.find(
			MessageDialog.class)));
		assertTrue(told.contains("'Labeled images' and 'Save model as'"), told);
		assertTrue(told.contains("'Epochs (0 = automatic)' to be a whole number"),
			told);
		assertFalse(told.contains("'epochs'"), told);
		final GenericDialog again = GuiImageJ.await(() -> GuiImageJ.find(
			GenericDialog.class));
		assertEquals("some class", text(again, 1));
		assertEquals("many", text(again, 5));
		GuiImageJ.cancel(again);
	}

	@Test
	void aRunThatFailsBringsTheDialogBack() throws Exception {
		final GenericDialog dialog = GuiImageJ.dialogOf("CNN Classifier Info...");
		GuiImageJ.fill(dialog, "no such model.zip");
		GuiImageJ.ok(dialog);
		final String told = GuiImageJ.close(GuiImageJ.await(() -> GuiImageJ.find(
			MessageDialog.class)));
		assertTrue(told.contains("no such model.zip"), told);
		final GenericDialog again = GuiImageJ.await(() -> GuiImageJ.find(
			GenericDialog.class));
		assertEquals("no such model.zip", text(again, 0));
		GuiImageJ.fill(again, "digits");
		GuiImageJ.ok(again);
		GuiImageJ.await(() -> IJ.getLog() != null && IJ.getLog().contains(
			"classes: 0, 1") ? true : null);
	}

	@Test
	void anExistingFileIsReplacedAfterAQuestion() throws Exception {
		final Path output = Files.writeString(folder.resolve("there.tif"), "old");
		final ImagePlus digit = PlainImageJ.digit(3);
		digit.show();
		final GenericDialog dialog = GuiImageJ.dialogOf(
			"Preprocess Image for CNN...");
		final int last = dialog.getStringFields().size() - 1;
		final String[] texts = new String[last + 1];
		texts[last] = output.toString();
		GuiImageJ.fill(dialog, texts);
		GuiImageJ.ok(dialog);
		final YesNoCancelDialog question = GuiImageJ.await(() -> GuiImageJ.find(
			YesNoCancelDialog.class));
		assertTrue(GuiImageJ.words(question).contains("Replace it?"), GuiImageJ
			.words(question));
		assertFalse(GuiImageJ.words(question).contains("overwrite=true"), GuiImageJ
			.words(question));
		EventQueue.invokeAndWait(() -> question.keyPressed(new KeyEvent(question, 0,
			0, 0, KeyEvent.VK_Y, 'y')));
		GuiImageJ.await(() -> output.toFile().length() > 3 ? true : null);
		digit.close();
	}

	@Test
	void aClassThatIsTooSmallIsLeftOutAfterAQuestion() throws Exception {
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
		final YesNoCancelDialog question = GuiImageJ.await(() -> GuiImageJ.find(
			YesNoCancelDialog.class));
		final String words = GuiImageJ.words(question);
		assertTrue(words.contains("'rare, odd' has only one image") && words
			.contains("Leave this class out?"), words);
		assertFalse(words.contains("exclude="), words);
		EventQueue.invokeAndWait(() -> question.keyPressed(new KeyEvent(question, 0,
			0, 0, KeyEvent.VK_Y, 'y')));
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
	@ValueSource(strings = { TRAIN, "Cross-Validate CNN Classifier..." })
	void theLongestDialogFitsASmallScreenWithItsTaskBar(final String label)
		throws Exception
	{
		final GenericDialog dialog = GuiImageJ.dialogOf(label);
		final int content = dialog.getHeight() - dialog.getInsets().top - dialog
			.getInsets().bottom;
		final String size = dialog.getWidth() + " x " + content;
		assertTrue(content <= 660, size);
		assertTrue(dialog.getWidth() < 1366, size);
		for (final Component part : dialog.getComponents()) {
			assertTrue(part.getWidth() > 0 && part.getX() + part.getWidth() <= dialog
				.getWidth(), part.toString());
		}
		GuiImageJ.cancel(dialog);
	}

	private static String text(final GenericDialog dialog, final int index) {
		return ((TextField) dialog.getStringFields().get(index)).getText();
	}

}

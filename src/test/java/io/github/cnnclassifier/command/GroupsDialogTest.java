
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.swing.AbstractButton;
import javax.swing.JDialog;
import javax.swing.text.JTextComponent;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;

import ij.IJ;
import ij.ImageJ;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.model.GroupingRecord;

/** A person answers whether guessed groups are right; needs a display. */
@Tag("gui")
class GroupsDialogTest {

	private static final String TRAIN = "Train CNN Classifier...";

	@TempDir
	private static Path folder;

	private static ImageJ imageJ;
	private static Recorder recorder;
	private static Path images;

	@BeforeAll
	static void startImageJ() throws Exception {
		imageJ = GuiImageJ.start(folder);
		recorder = new Recorder();
		images = folder.resolve("mice");
		for (int half = 0; half < 2; half++) {
			for (int i = 0; i < 30; i++) {
				TestImages.png(images.resolve(half == 0 ? "healthy" : "sick").resolve(
					"mouse%d_%02d.png".formatted(half * 6 + i % 6 + 1, i)), TestImages
						.half(half, 100 * half + i));
			}
		}
	}

	@AfterAll
	static void quitImageJ() {
		recorder.close();
		imageJ.dispose();
	}

	@BeforeEach
	void empty() {
		IJ.log("\\Clear");
	}

	@Test
	void yesTrainsWithTheGroups() throws Exception {
		final Path model = folder.resolve("yes.zip");
		answer(model, "Yes");
		final String line = recorded(model);
		assertTrue(line.contains(" groups=auto "), line);
		assertEquals("animal", grouping(model).rule());
		replays(line, model);
	}

	@Test
	void noIsRecordedAsGroupsNone() throws Exception {
		final Path model = folder.resolve("no.zip");
		answer(model, "No");
		final String line = recorded(model);
		assertTrue(line.contains(" groups=none "), line);
		assertEquals("none", grouping(model).rule());
		assertTrue(IJ.getLog().contains("each image counts by itself"), IJ
			.getLog());
		replays(line, model);
	}

	@Test
	void cancelTrainsNothing() throws Exception {
		final Path model = folder.resolve("cancel.zip");
		answer(model, "Cancel");
		GuiImageJ.await(() -> IJ.getLog().contains("canceled") ? true : null);
		assertFalse(Files.exists(model));
	}

	@Test
	void aProgramIsNotAsked() throws Exception {
		final Path model = folder.resolve("program.zip");
		try (Context context = new Context()) {
			context.service(CommandService.class).run(TrainCommand.class, true,
				"images", images.toFile(), "model", model.toFile(), "network", "tiny",
				"epochs", 1).get(1, TimeUnit.MINUTES);
		}
		assertEquals("animal", grouping(model).rule());
		assertTrue(IJ.getLog().contains("Grouped by animal or patient: 12 groups"),
			IJ.getLog());
	}

	private static void answer(final Path model, final String button)
		throws Exception
	{
		final GenericDialog dialog = GuiImageJ.dialogOf(TRAIN);
		GuiImageJ.fillTraining(dialog, model.toString(), images.toString(), "",
			"auto", "auto", "tiny", "1");
		GuiImageJ.ok(dialog);
		final JDialog question = GuiImageJ.await(() -> GuiImageJ.find(
			JDialog.class));
		final String table = all(JTextComponent.class, question).get(0).getText();
		assertEquals(4, table.split("\n").length, table);
		final AbstractButton pressed = all(AbstractButton.class, question).stream()
			.filter(b -> b.getText() != null && b.getText().startsWith(button))
			.findFirst().orElseThrow();
		EventQueue.invokeAndWait(pressed::doClick);
	}

	/** A macro is not asked, and its model is the same. */
	private static void replays(final String line, final Path model) {
		final Path again = folder.resolve("again " + model.getFileName());
		IJ.runMacro(line.replace("model=" + model, "model=[" + again + "]"));
		assertNull(GuiImageJ.find(JDialog.class));
		assertEquals(grouping(model), grouping(again));
		assertEquals(ModelArchive.describe(model).training().dataset().split(),
			ModelArchive.describe(again).training().dataset().split());
	}

	private static GroupingRecord grouping(final Path model) {
		return ModelArchive.describe(model).training().dataset().grouping();
	}

	private static String recorded(final Path model) throws Exception {
		return GuiImageJ.await(() -> recorder.getText().lines().filter(l -> l
			.contains(model.toString())).findFirst().orElse(null));
	}

	private static <C extends Component> List<C> all(final Class<C> type,
		final Container container)
	{
		final List<C> found = new ArrayList<>();
		for (final Component inside : container.getComponents()) {
			if (type.isInstance(inside)) found.add(type.cast(inside));
			if (inside instanceof final Container deeper) found.addAll(all(type,
				deeper));
		}
		return found;
	}
}

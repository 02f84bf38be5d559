
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javax.swing.JDialog;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import io.github.cnnclassifier.command.LearningWays.Run;
import io.github.cnnclassifier.command.LearningWays.Task;
import io.github.cnnclassifier.launch.Commands;
import io.github.cnnclassifier.ui.train.TrainingFrame;

/**
 * Five ways, one model: the menu with its dialog, and the line that it records.
 * Needs a display.
 */
@Tag("gui")
class LearningWaysGuiTest {

	/** A person sees something else than what macros read. */
	private static final Set<Commands> IN_A_WINDOW = Set.of(Commands.TRAIN,
		Commands.RESUME, Commands.FIND_LEARNING_RATE, Commands.LEARNING_CURVE);

	@TempDir
	private static Path folder;

	private static ImageJ imageJ;
	private static Recorder recorder;
	private static List<Task> tasks;

	@BeforeAll
	static void startImageJAndAskTheCommandService() throws Exception {
		imageJ = GuiImageJ.start(folder);
		tasks = LearningWays.all(folder, LearningWays.MINUTES);
		recorder = new Recorder();
	}

	@AfterAll
	static void quitImageJ() {
		recorder.close();
		imageJ.dispose();
	}

	@AfterEach
	void closeWindows() throws Exception {
		TrainingFrame frame = GuiImageJ.find(TrainingFrame.class);
		while (frame != null) {
			EventQueue.invokeAndWait(frame::dispose);
			frame = GuiImageJ.find(TrainingFrame.class);
		}
		for (ImagePlus plot = WindowManager.getCurrentImage(); plot != null; plot =
			WindowManager.getCurrentImage())
		{
			plot.changes = false;
			plot.close();
		}
	}

	private static Stream<Task> tasks() {
		return tasks.stream();
	}

	@ParameterizedTest
	@MethodSource("tasks")
	void menuAndTheLineThatItRecords(final Task task) throws Exception {
		final Run menu = task.begin("menu");
		final int before = recorder.getText().length();
		final GenericDialog dialog = GuiImageJ.dialogOf(task.command().label());
		DialogFields.fill(dialog, task.command(), menu.keys());
		GuiImageJ.ok(dialog);
		if (task.command() == Commands.CROSS_VALIDATE) closeTheQuestion();
		final String line = GuiImageJ.await(() -> recordedSince(before, task));
		assertEquals(menu.recordedLine(), line);
		if (IN_A_WINDOW.contains(task.command())) menu.checkFiles();
		else menu.check();
		final Run macro = task.begin("line of the menu");
		IJ.runMacro(line.replace(menu.place().toString(), macro.place()
			.toString()));
		macro.check();
	}

	/** Whether to open the report, and the images behind its numbers. */
	private static void closeTheQuestion() throws Exception {
		final JDialog question = GuiImageJ.await(() -> GuiImageJ.find(
			JDialog.class));
		EventQueue.invokeAndWait(question::dispose);
	}

	/** Behind the line of a search there is the one of its winner. */
	private static String recordedSince(final int before, final Task task) {
		final String text = recorder.getText().substring(before);
		final int at = text.indexOf("run(\"" + task.command().label());
		return at < 0 ? null : text.substring(at).lines().findFirst().orElseThrow()
			.strip();
	}
}


package io.github.cnnclassifier.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import net.imagej.patcher.LegacyInjector;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.cnnclassifier.command.LearningWays.Run;
import io.github.cnnclassifier.command.LearningWays.Task;

/**
 * Five ways, one model: macros without a display, as Fiji runs them. Nothing of
 * ImageJ may be loaded before it is patched, so all of that is in the nested
 * class.
 */
class LearningWaysPatchedTest {

	@TempDir
	private static Path folder;

	private static List<Task> tasks;

	@BeforeAll
	static void patchImageJAndAskTheCommandService() throws IOException,
		InterruptedException, ExecutionException
	{
		PluginsFolder.in(folder);
		LegacyInjector.preinit();
		tasks = LearningWays.all(folder, LearningWays.TRIALS);
	}

	private static Stream<Task> tasks() {
		return tasks.stream();
	}

	@ParameterizedTest
	@MethodSource("tasks")
	void recordedLine(final Task task) throws IOException {
		final Run run = task.begin("recorded line");
		ImageJ.macro(run.recordedLine());
		run.check();
	}

	@ParameterizedTest
	@MethodSource("tasks")
	void batchMode(final Task task) throws IOException {
		final Run run = task.begin("batch mode");
		ImageJ.macro("setBatchMode(true); newImage('in front', '8-bit', 5, 5, 1);" +
			" run('" + task.command().label() + "', '" + run.options() + "');");
		run.check();
	}

	@ParameterizedTest
	@MethodSource("tasks")
	void script(final Task task) throws IOException {
		final Run run = task.begin("script");
		ImageJ.run(run);
		run.check();
	}

	private static final class ImageJ {

		static void macro(final String code) {
			ij.IJ.runMacro(code);
		}

		static void run(final Run run) {
			ij.IJ.run(run.task().command().label(), run.options());
		}
	}
}

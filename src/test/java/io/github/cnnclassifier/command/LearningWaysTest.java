
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.archive.ModelFingerprint;
import io.github.cnnclassifier.cli.CommandLineRun;
import io.github.cnnclassifier.command.LearningWays.Run;
import io.github.cnnclassifier.command.LearningWays.Task;
import io.github.cnnclassifier.launch.Commands;
import io.github.cnnclassifier.progress.Progress;

/**
 * Five ways, one model: those that need neither display nor patched ImageJ.
 * {@link LearningWaysPatchedTest} and {@link LearningWaysGuiTest} have the
 * others.
 */
class LearningWaysTest {

	@TempDir
	private static Path folder;

	private static List<Task> tasks;

	@BeforeAll
	static void askTheCommandService() throws IOException, InterruptedException,
		ExecutionException
	{
		tasks = LearningWays.all(folder, LearningWays.TRIALS);
	}

	private static Stream<Task> tasks() {
		return tasks.stream();
	}

	private static Task task(final Commands command) {
		return tasks().filter(t -> t.command() == command).findFirst()
			.orElseThrow();
	}

	private static String fingerprint(final Path model) {
		return ModelFingerprint.of(ModelArchive.read(model, CnnClassifier.tools(
			Progress.none()).engine()));
	}

	@ParameterizedTest
	@MethodSource("tasks")
	void startScript(final Task task) throws IOException {
		final Run run = task.begin("start script");
		final CommandLineRun made = CommandLineRun.of(run.words()).endsWith(0);
		assertEquals(task.expected().summary(), run.unplaced(String.join("\n", made
			.results())), "what scripts get is what is printed");
		run.check();
	}

	@ParameterizedTest
	@MethodSource("tasks")
	void optionsOfAMacro(final Task task) throws IOException {
		final Run run = task.begin("options");
		PlainImageJ.run(task.command(), run.options());
		run.check();
	}

	@Test
	void whatIsResumedIsTheModelOfATrainingThatWasNotStopped() {
		assertEquals(fingerprint(folder.resolve("train/expected/my model.zip")),
			fingerprint(folder.resolve("resume/expected/my model.zip")));
	}

	@Test
	void theLinesOfAVerdictTrainTheModelOfTheWinner() throws IOException {
		final Run run = task(Commands.TUNE).begin("lines");
		PlainImageJ.run(Commands.TUNE, run.options());
		final Path model = run.place().resolve("my model.zip");
		final String expected = fingerprint(model);
		Files.delete(model);
		final String line = Files.readAllLines(run.place().resolve(
			"my study/verdict.txt")).stream().filter(l -> l.startsWith("run("))
			.findFirst().orElseThrow();
		PlainImageJ.run(Commands.TRAIN, line.substring(line.indexOf(", \"") + 3,
			line.lastIndexOf('"')));
		assertEquals(expected, fingerprint(model));
	}
}

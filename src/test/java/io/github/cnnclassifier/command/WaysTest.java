
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.command.CommandService;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.cli.CommandLineRun;
import io.github.cnnclassifier.command.Ways.Run;
import io.github.cnnclassifier.launch.Commands;

/**
 * Five ways, one result: those that need neither display nor patched ImageJ.
 * {@link WaysPatchedTest} and {@link WaysGuiTest} have the others.
 */
class WaysTest {

	@TempDir
	private static Path folder;

	private static List<Run> runs;

	@BeforeAll
	static void askJava() throws IOException {
		runs = Ways.all(folder);
	}

	private static Stream<Run> runs() {
		return runs.stream();
	}

	@BeforeEach
	void emptyResults() {
		ResultsTable.getResultsTable().reset();
	}

	@ParameterizedTest
	@MethodSource("runs")
	void startScript(final Run run) {
		final List<String> words = new ArrayList<>();
		words.add(run.command().key());
		if (run.image() != null) words.add("image=" + run.image());
		run.keys().forEach((key, value) -> words.add(key + "=" + value));
		final CommandLineRun made = CommandLineRun.of(words.toArray(String[]::new))
			.endsWith(0);
		if (run.command() == Commands.CLASSIFY_IMAGE) assertEquals(run.expected()
			.stream().map(Object::toString).toList(), made.results().stream().map(
				line -> line.replaceFirst("^slice=.* class=", "class=")).toList());
		run.check();
	}

	@ParameterizedTest
	@MethodSource("runs")
	void commandServiceOfScripts(final Run run) throws InterruptedException,
		ExecutionException
	{
		try (Context context = new Context()) {
			context.service(CommandService.class).run(run.command().className(), true,
				Ways.inputs(run)).get();
		}
		run.check();
	}

	@ParameterizedTest
	@MethodSource("runs")
	void optionsOfAMacro(final Run run) {
		PlainImageJ.run(run.command(), Ways.open(run), run.options());
		run.check();
	}
}

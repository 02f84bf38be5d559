
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.cli.CommandLineRun;
import io.github.cnnclassifier.launch.Commands;

/** A table of predictions is evaluated in the same way by every door. */
class EvaluatedTableWaysTest {

	private static final String FIGURES = "accuracy=0.7500 " +
		"balanced_accuracy=0.7500 macro_precision=0.8333 macro_recall=0.7500 " +
		"macro_f1=0.7333 guessing=0.5000 n=4";

	@TempDir
	private Path folder;

	private Path table;

	@BeforeEach
	void writeTable() throws IOException {
		ResultsTable.getResultsTable().reset();
		table = Files.writeString(folder.resolve("my predictions.csv"),
			"file,actual,predicted,p_a,p_b,side\n1,a,a,0.9,0.1,test side\n" +
				"2,a,b,0.4,0.6,test side\n3,b,b,0.2,0.8,test side\n" +
				"4,b,b,0.3,0.7,test side\n");
	}

	private static void assertTable() {
		final ResultsTable results = ResultsTable.getResultsTable();
		assertEquals(3, results.size());
		assertEquals("0.7500", results.getStringValue("accuracy", 2));
		assertEquals("0.5000", results.getStringValue("kappa", 2));
		assertEquals("test side", results.getStringValue("side", 2));
	}

	@Test
	void startScript() {
		final CommandLineRun run = CommandLineRun.of("evaluate", "predictions=" +
			table).endsWith(0);
		assertEquals(FIGURES, run.results().get(0));
		assertTrue(run.toString().contains("kappa 0.5000 ("), run.toString());
	}

	@Test
	void optionsOfAMacro() {
		assertEquals(FIGURES, PlainImageJ.module(Commands.EVALUATE, null,
			"predictions=[" + table + "]").getOutput("summary"));
		assertTable();
	}

	@Test
	void commandServiceOfScripts() throws InterruptedException,
		ExecutionException
	{
		try (Context context = new Context()) {
			assertEquals(FIGURES, context.service(CommandService.class).run(
				Commands.EVALUATE.className(), true, "predictions", new File(table
					.toString())).get().getOutput("summary"));
		}
		assertTable();
	}
}


package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.cli.CommandLineRun;
import io.github.cnnclassifier.launch.Commands;
import io.github.cnnclassifier.workflow.models.SmallModels;

/** The list of models without a display. */
class ModelsCommandTest {

	@TempDir
	private Path folder;

	@BeforeEach
	void emptyTable() {
		ResultsTable.getResultsTable().reset();
	}

	@Test
	void theStartScriptPrintsTheTableAndTellsOfBadFiles() throws IOException {
		SmallModels.write(folder.resolve("wbc.zip"), "2026-01-31T12:00:00Z",
			SmallModels.STOPPED);
		final List<String> good = CommandLineRun.of("models", "folder=" + folder)
			.endsWith(0).results();
		assertEquals(List.of(
			"name,classes,accuracy,side,images,trained,training,resumable,file,error",
			"wbc,mitotic; other,0.8889,validation,45,2026-01-31 12:00," +
				"stopped by the user at epoch 6 of 60,false," + folder.resolve(
					"wbc.zip") + ",", "models=1 failed=0"), good);
		Files.writeString(folder.resolve("bad.zip"), "no model");
		final List<String> bad = CommandLineRun.of("models", "folder=" + folder)
			.endsWith(3).results();
		assertTrue(bad.get(2).startsWith("bad,,,,,,,false,"), bad.toString());
		assertEquals("models=2 failed=1", bad.get(3));
	}

	@Test
	void theCsvFileHasTheSameRows() throws IOException {
		SmallModels.write(folder.resolve("wbc.zip"), "2026-01-31T12:00:00Z");
		final Path csv = folder.resolve("models.csv");
		final CommandLineRun run = CommandLineRun.of("models", "folder=" + folder,
			"output=" + csv).endsWith(0);
		assertEquals(run.results().subList(0, 2), Files.readAllLines(csv));
		CommandLineRun.of("models", "folder=" + folder, "output=" + csv).endsWith(
			1);
	}

	@Test
	void macrosReadTheResultsTable() throws IOException {
		SmallModels.write(folder.resolve("wbc.zip"), "2026-01-31T12:00:00Z");
		PlainImageJ.run(Commands.MODELS, "folder=[" + folder + "]");
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals("wbc", table.getStringValue("name", 0));
		assertEquals(45, table.getValue("images", 0));
	}

	@Test
	void aFolderThatIsNoneIsRefused() {
		CommandLineRun.of("models", "folder=" + folder.resolve("none")).refuses(1,
			"Expected a folder of model files");
	}
}

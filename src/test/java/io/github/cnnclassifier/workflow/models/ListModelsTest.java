
package io.github.cnnclassifier.workflow.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.Table;

/** Which models there are, good and bad. */
class ListModelsTest {

	private static final Path DIGITS = Path.of("digits");

	@TempDir
	private Path folder;

	private ListModels.Result list(final Path... named) throws IOException {
		return new ListModels(Progress.none()).run(new ListModels.Request(List.of(
			named), Optional.of(folder)));
	}

	private static List<String> names(final ListModels.Result result) {
		return result.rows().stream().map(ModelRow::name).toList();
	}

	@Test
	void theLastTrainedIsFirstWhateverItIsCalled() throws IOException {
		SmallModels.write(folder.resolve("a.zip"), "2026-01-31T12:00:00Z");
		SmallModels.write(folder.resolve("b.zip"), "2026-03-31T12:00:00Z");
		final Path elsewhere = SmallModels.write(Files.createDirectory(folder
			.resolve("sub")).resolve("c.ZIP"), "2026-02-28T12:00:00+02:00");
		// named and found, it is one row
		final ListModels.Result result = list(DIGITS, elsewhere, folder.resolve(
			"b.zip"));
		assertEquals(List.of("b", "c", "a", "digits"), names(result));
		assertEquals(0, result.failed());
	}

	@Test
	void aRowTellsClassesAndAccuracyWithItsSide() throws IOException {
		SmallModels.write(folder.resolve("wbc.zip"), "2026-01-31T12:00:00Z");
		final ModelRow row = list().rows().get(0);
		assertEquals(List.of("mitotic", "other"), row.classes());
		assertEquals(40.0 / 45, row.accuracy().orElseThrow().share(), 1e-9);
		assertEquals("validation", row.accuracy().orElseThrow().side());
		assertEquals(45, row.accuracy().orElseThrow().images());
		assertFalse(row.resumable());
	}

	@Test
	void aTrainingThatSomebodyStoppedSaysSoAndOneThatWasKilledToo()
		throws IOException
	{
		SmallModels.write(folder.resolve("b stopped.zip"), "2026-01-31T12:00:00Z",
			SmallModels.STOPPED);
		SmallModels.write(folder.resolve("a killed.zip"), "2026-01-31T12:00:00Z",
			Map.of("training", "stopped at epoch 6 of 60", "kept",
				"epoch 6, the best one until then"));
		Files.writeString(folder.resolve("b stopped.resume"), "");
		final List<ModelRow> rows = list().rows();
		assertEquals(List.of("broken off at epoch 6 of 60",
			"stopped by the user at epoch 6 of 60"), rows.stream().map(
				ModelRow::training).toList());
		assertEquals(List.of(false, true), rows.stream().map(ModelRow::resumable)
			.toList());
	}

	@Test
	void brokenMissingStrangeAndHiddenFiles() throws IOException {
		final byte[] whole = Files.readAllBytes(SmallModels.write(folder.resolve(
			"whole.zip"), "2026-01-31T12:00:00Z"));
		Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length /
			2));
		Files.writeString(folder.resolve("text.zip"), "no model");
		Files.writeString(folder.resolve("notes.txt"), "no model");
		Files.write(folder.resolve(".whole.zip"), whole);
		Files.createDirectory(folder.resolve("folder.zip"));
		final ListModels.Result result = list(folder.resolve("gone.zip"));
		assertEquals(List.of("whole", "cut", "gone", "text"), names(result));
		assertEquals(3, result.failed());
		assertTrue(result.rows().get(1).problem().contains(
			"damaged or was cut off"), result.rows().get(1).problem());
		assertTrue(result.rows().get(2).problem().contains(
			"There is no model file"), result.rows().get(2).problem());
		assertTrue(result.rows().get(3).problem().contains(
			"not a model file of CNN Classifier"), result.rows().get(3).problem());
	}

	@Test
	void aFolderThatIsNoneIsAnError() {
		final UserFailure failure = assertThrows(UserFailure.class,
			() -> new ListModels(Progress.none()).run(new ListModels.Request(List
				.of(), Optional.of(folder.resolve("none")))));
		assertTrue(failure.getMessage().contains("is none. Mend the path."), failure
			.getMessage());
	}

	@Test
	void theTableHasARowForEach() throws IOException {
		SmallModels.write(folder.resolve("wbc.zip"), "2026-01-31T12:00:00+02:00",
			SmallModels.STOPPED);
		Files.writeString(folder.resolve("text.zip"), "no model");
		final Table table = ModelsTable.of(list().rows());
		assertEquals(List.of("wbc", "mitotic; other", (float) (40.0 / 45),
			"validation", 45, "2026-01-31 10:00",
			"stopped by the user at epoch 6 of 60", "false", folder.resolve("wbc.zip")
				.toString(), ""), table.rows().get(0));
		assertEquals("text", table.rows().get(1).get(0));
		assertFalse(table.rows().get(1).get(9).toString().isEmpty());
	}
}


package io.github.cnnclassifier.workflow.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.OutputClaim;

/** Model files that are renamed and deleted. */
class ChangedModelsTest {

	@TempDir
	private Path folder;

	private Path model;

	@BeforeEach
	void writeAModelThatCanGoOn() throws IOException {
		model = Files.writeString(folder.resolve("wbc.zip"), "model");
		Files.writeString(folder.resolve("wbc.resume"), "training");
	}

	private Path rename(final String name) throws IOException {
		return new RenameModel(Progress.none()).run(new RenameModel.Request(model,
			name)).model();
	}

	private boolean delete(final DeleteModel.Bin bin, final boolean forGood)
		throws IOException
	{
		return new DeleteModel(bin, Progress.none()).run(new DeleteModel.Request(
			model, forGood)).done();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whatIsLeftOfADeletedModelIsTold(final boolean told) throws IOException {
		final Path kept = folder.resolve("wbc.resume");
		final DeleteModel.Result result = new DeleteModel(file -> (!told || !file
			.equals(kept)) && file.toFile().delete(), Progress.none()).run(
				new DeleteModel.Request(model, false));
		assertTrue(result.done());
		assertEquals(told ? List.of("wbc.resume") : List.of(), files());
		assertEquals(told, result.remark().filter(remark -> remark.contains(kept
			.toString())).isPresent(), result.toString());
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void theTrainingGoesWithItsModel() throws IOException {
		assertEquals(folder.resolve("white cells.zip"), rename(" white cells "));
		assertEquals(List.of("white cells.resume", "white cells.zip"), files());
		assertEquals("training", Files.readString(folder.resolve(
			"white cells.resume")));
	}

	@Test
	void aNameThatIsTakenIsRefusedWithAFreeOne() throws IOException {
		Files.writeString(folder.resolve("cells.zip"), "another");
		Files.writeString(folder.resolve("cells-2.zip"), "a third");
		final NameTaken taken = assertThrows(NameTaken.class, () -> rename(
			"cells.zip"));
		assertEquals("cells-3.zip", taken.free());
		assertTrue(taken.getMessage().contains("'cells-3.zip' is free"), taken
			.getMessage());
		assertEquals("another", Files.readString(folder.resolve("cells.zip")));
		assertEquals(folder.resolve("cells-3.zip"), rename(taken.free()));
	}

	@Test
	void theTrainingOfAnotherModelIsNeverReplaced() throws IOException {
		Files.writeString(folder.resolve("cells.resume"), "another");
		assertEquals("cells-2.zip", assertThrows(NameTaken.class, () -> rename(
			"cells")).free());
		assertEquals(List.of("cells.resume", "wbc.resume", "wbc.zip"), files());
	}

	@Test
	void theSameNameChangesNothing() throws IOException {
		assertEquals(model, rename("wbc"));
		assertEquals(List.of("wbc.resume", "wbc.zip"), files());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a/b", "..", "a\\b", ".zip", "a:b", "a\nb",
		".hidden", "end." })
	void namesThatSomeSystemDoesNotAllow(final String name) throws IOException {
		assertTrue(assertThrows(WrongUsage.class, () -> rename(name)).getMessage()
			.contains("Choose another name."));
		assertEquals(List.of("wbc.resume", "wbc.zip"), files());
	}

	@Test
	void whatATrainingIsWritingStaysAsItIs() throws IOException {
		try (OutputClaim training = OutputClaim.of(model)) {
			for (final UserFailure failure : List.of(assertThrows(UserFailure.class,
				() -> rename("other")), assertThrows(UserFailure.class, () -> delete(
					f -> true, true))))
				assertTrue(failure.getMessage().contains("Another run is writing"),
					failure.getMessage());
		}
		assertEquals(List.of("wbc.resume", "wbc.zip"), files());
	}

	@Test
	void aShippedModelAndOneThatIsGoneAreRefused() {
		model = Path.of("digits");
		assertTrue(assertThrows(UserFailure.class, () -> rename("mine"))
			.getMessage().contains("came along"));
		model = folder.resolve("gone.zip");
		assertTrue(assertThrows(UserFailure.class, () -> delete(f -> true, false))
			.getMessage().contains("any more"));
	}

	@Test
	void bothFilesGoIntoTheBin() throws IOException {
		final List<Path> bin = new ArrayList<>();
		assertTrue(delete(bin::add, false));
		assertEquals(List.of(model, folder.resolve("wbc.resume")), bin);
	}

	@Test
	void withoutABinNothingHappensUnlessItIsWantedForGood() throws IOException {
		assertFalse(delete(file -> false, false));
		assertEquals(List.of("wbc.resume", "wbc.zip"), files());
		assertTrue(delete(file -> false, true));
		assertEquals(List.of(), files());
	}
}

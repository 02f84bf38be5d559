
package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;

import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UnusableClass;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.storage.Outputs;

/** What a dialog says of a failure, and what its buttons change. */
class MendingTest {

	@TempDir
	private Path folder;

	private Context context;
	private Module module;
	private Mending mending;

	@BeforeEach
	void makeTraining() {
		context = new Context(CommandService.class);
		of(Commands.TRAIN);
	}

	@AfterEach
	void end() {
		context.close();
	}

	private void of(final Commands command) {
		try {
			module = context.service(CommandService.class).getCommand(command
				.className()).createModule();
		}
		catch (final ModuleException e) {
			throw new IllegalStateException(e);
		}
		mending = new Mending(module, UserInputs.unresolved(module));
	}

	private static List<String> words(final List<Mend> mends) {
		return mends.stream().map(Mend::words).toList();
	}

	private static UserFailure failure(final Runnable failing) {
		try {
			failing.run();
		}
		catch (final UserFailure e) {
			return e;
		}
		throw new AssertionError("did not fail");
	}

	@Test
	void fieldsAreNamedByTheirLabels() {
		assertEquals("Set 'Epochs (0 = automatic)' = 3 and mend 'Save model as'.",
			mending.words(new UserFailure("Set epochs=3 and mend 'model'.")));
		assertEquals("Expected 'Save model as' to end with .zip.", mending.words(
			new UserFailure("Expected model to end with .zip.")));
	}

	@Test
	void aFileThatExistsGetsAnotherNameOrIsReplaced() throws IOException {
		final Path model = Files.createFile(folder.resolve("cells.zip"));
		module.setInput("model", model.toFile());
		final UserFailure failure = failure(() -> Outputs.requireWritableFile(model,
			false));
		assertEquals("The file '" + model + "' exists already.", mending.words(
			failure));
		final List<Mend> mends = mending.mends(failure);
		assertEquals(List.of("Use 'cells-2.zip'", "Replace it"), words(mends));
		mending.apply(mends.get(0));
		assertEquals(folder.resolve("cells-2.zip").toFile(), module.getInput(
			"model"));
		mending.apply(mends.get(1));
		assertEquals(true, module.getInput("overwrite"));
	}

	@Test
	void aReportThatExistsGetsAnotherFolder() throws IOException {
		of(Commands.INSPECT);
		final Path report = Files.createDirectory(folder.resolve("report"));
		Files.createFile(report.resolve("inspection.html"));
		module.setInput("output", new File(report + "/"));
		final List<Mend> mends = mending.mends(failure(() -> Outputs
			.requireWritableFile(report.resolve("inspection.html"), false)));
		assertEquals("Use 'report-2'", mends.get(0).words());
		assertEquals(folder.resolve("report-2").toString(), mends.get(0).value());
	}

	@Test
	void aClassJoinsTheListOfThoseToLeaveOut() {
		module.setInput("exclude", "debris");
		final UserFailure failure = new UnusableClass("rare", "rare",
			"It has one image.", "Add images, or set exclude=rare.");
		assertEquals("It has one image.", mending.words(failure));
		assertEquals("debris,rare", mending.apply(mending.mends(failure).get(0))
			.text());
		assertEquals("debris,rare", module.getInput("exclude"));
	}

	@Test
	void forAModelThatCannotBeReadOthersAreOffered() {
		of(Commands.COMPARE);
		module.setInput("model", new File("digits"));
		module.setInput("other", new File("no such.zip"));
		final List<Mend> mends = mending.mends(failure(() -> ModelArchive.describe(
			Path.of("no such.zip"))));
		assertFalse(mends.isEmpty());
		mends.forEach(mend -> assertEquals("other", mend.key()));
		mending.apply(mends.get(0));
		assertEquals(new File(mends.get(0).value()), module.getInput("other"));
	}

	@Test
	void whatTheDialogDoesNotAskForIsNoButton() {
		of(Commands.INFO);
		final UserFailure failure = new UnusableClass("rare", "rare", "It is rare.",
			"Leave it out.");
		assertEquals(List.of(), mending.mends(failure));
		assertTrue(mending.words(failure).contains("Leave it out."));
	}

	private String wrong(final String message) {
		return mending.wrong(new UserFailure(message)).map(ModuleItem::getName)
			.orElse("");
	}

	@Test
	void theInputThatAMessageNamesFirstIsTheWrongOne() {
		module.setInput("images", folder.toFile());
		assertEquals("epochs", wrong("Expected 'epochs' to fit '" + folder + "'."));
		assertEquals("batchSize", wrong("Give batchSize=16, not epochs=2."));
		assertEquals("images", wrong("Expected images in '" + folder +
			"', found none."));
		assertEquals("", wrong("Java's memory is full."));
	}
}

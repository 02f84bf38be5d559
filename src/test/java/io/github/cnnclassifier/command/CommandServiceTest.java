
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import io.github.cnnclassifier.failure.UserFailure;

/** Commands as scripts and PyImageJ run them. */
class CommandServiceTest {

	private static final File DIGITS = new File("digits");

	private static Context context;

	@TempDir
	private Path folder;

	@BeforeAll
	static void startSciJava() {
		context = new Context();
	}

	@AfterAll
	static void endSciJava() {
		context.close();
	}

	@BeforeEach
	void forget() {
		WindowManager.setTempCurrentImage(null);
		ResultsTable.getResultsTable().reset();
	}

	private static Module run(final Class<? extends Command> command,
		final Map<String, Object> inputs) throws InterruptedException,
		ExecutionException
	{
		return context.service(CommandService.class).run(command, true, inputs)
			.get();
	}

	private static void fails(final Class<? extends Command> command,
		final Map<String, Object> inputs, final String... texts)
	{
		Throwable cause = assertThrows(ExecutionException.class, () -> run(command,
			inputs));
		while (cause.getCause() != null && !(cause instanceof UserFailure))
			cause = cause.getCause();
		final String message = assertInstanceOf(UserFailure.class, cause)
			.getMessage();
		for (final String text : texts)
			assertTrue(message.contains(text), message);
	}

	@Test
	void outputsAreThereByName() throws Exception {
		final ImagePlus digit = PlainImageJ.digit(8);
		final ResultsTable table = (ResultsTable) run(ClassifyImageCommand.class,
			Map.of("image", digit, "model", DIGITS)).getOutput("table");
		assertEquals("8", table.getStringValue("class", table.size() - 1));
		final ImagePlus input = (ImagePlus) run(PreprocessImageCommand.class, Map
			.of("image", digit, "model", DIGITS)).getOutput("preprocessed");
		assertEquals(28, input.getWidth());
		assertTrue(run(InfoCommand.class, Map.of("model", DIGITS)).getOutput("info")
			.toString().contains("classes: 0, 1, 2"));
		final Path images = Files.createDirectory(folder.resolve("images"));
		Files.copy(PlainImageJ.DIGITS.resolve("8/8_000.png"), images.resolve(
			"8.png"));
		final Path csv = folder.resolve("classes.csv");
		assertEquals("output=" + csv + " classified=1 failed=0 unknown=0", run(
			ClassifyFolderCommand.class, Map.of("images", images.toFile(), "model",
				DIGITS, "output", csv.toFile())).getOutput("summary"));
	}

	@Test
	void failureIsTheExceptionOfTheFuture() {
		final ImagePlus digit = PlainImageJ.digit(8);
		fails(ClassifyImageCommand.class, Map.of("image", digit, "model", new File(
			"none.zip")), "none.zip");
		fails(ClassifyImageCommand.class, Map.of("model", DIGITS),
			"Expected an open image");
		fails(ClassifyImageCommand.class, Map.of("image", digit, "model", DIGITS,
			"channels", "blue,red"), "channels=blue,red");
		fails(ClassifyImageCommand.class, Map.of("image", digit, "model", DIGITS,
			"planes", "all"), "'planes'", "'all'", "'middle'");
		fails(ClassifyFolderCommand.class, Map.of("images", folder.toFile(),
			"model", DIGITS, "output", folder.resolve("x.csv").toFile()), folder
				.toString());
	}

	/** Nor is anything asked for. */
	@Test
	void whatWasGivenEarlierIsNotGivenAgain() throws Exception {
		run(InfoCommand.class, Map.of("model", DIGITS));
		fails(InfoCommand.class, Map.of(), "Expected a value for 'model'");
	}
}

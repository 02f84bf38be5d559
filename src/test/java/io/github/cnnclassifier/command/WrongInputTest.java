
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.command.CommandService;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.Macros;
import io.github.cnnclassifier.cli.CommandLineRun;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.launch.Commands;

/**
 * What is said of inputs that are not right: the same through every door, and
 * nothing has changed afterwards.
 */
class WrongInputTest {

	private static final Path IMAGE = PlainImageJ.DIGITS.resolve("1/1_000.png");

	@TempDir
	private static Path folder;

	private static Context context;
	private static Map<Path, Long> files;

	@BeforeAll
	static void prepare() throws IOException {
		context = new Context();
		WrongInput.makeFiles(folder);
		files = files();
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

	@AfterEach
	void nothingHasChanged() throws IOException {
		assertEquals(0, ResultsTable.getResultsTable().size());
		assertEquals(files, files());
		assertFalse(Files.exists(Path.of("x")));
		assertFalse(Files.exists(Path.of("x.csv")));
	}

	/** Of folders nothing, since a look into them leaves no trace. */
	private static Map<Path, Long> files() throws IOException {
		final Map<Path, Long> sizes = new TreeMap<>();
		try (Stream<Path> all = Files.walk(folder)) {
			for (final Path file : all.toList())
				sizes.put(file, Files.isDirectory(file) ? 0 : Files.size(file));
		}
		return sizes;
	}

	private static List<WrongInput> all() {
		return WrongInput.all(folder);
	}

	private static Stream<WrongInput> ofPrograms() {
		return all().stream().filter(w -> w.inputs(context).isPresent());
	}

	private static Stream<WrongInput> models() {
		return all().stream().filter(w -> w.command() == Commands.INFO && w.keys()
			.containsKey("model"));
	}

	@ParameterizedTest
	@MethodSource("all")
	void startScript(final WrongInput wrong) {
		CommandLineRun.of(wrong.words(IMAGE).toArray(String[]::new)).refuses(wrong
			.status(), wrong.textsOfTheStartScript().toArray(String[]::new));
	}

	@ParameterizedTest
	@MethodSource("all")
	void optionsOfAMacro(final WrongInput wrong) {
		final ImagePlus image = image(wrong);
		says(wrong, assertThrows(UserFailure.class, () -> PlainImageJ.run(wrong
			.command(), image, wrong.options())));
		isUntouched(image);
	}

	@ParameterizedTest
	@MethodSource("ofPrograms")
	void inputsOfAProgram(final WrongInput wrong) {
		final Map<String, Object> inputs = new LinkedHashMap<>(wrong.inputs(context)
			.orElseThrow());
		final ImagePlus image = image(wrong);
		if (image != null) inputs.put("image", image);
		Throwable cause = assertThrows(ExecutionException.class, () -> context
			.service(CommandService.class).run(wrong.command().className(), true,
				inputs).get());
		while (cause.getCause() != null && !(cause instanceof UserFailure))
			cause = cause.getCause();
		says(wrong, assertInstanceOf(UserFailure.class, cause));
		isUntouched(image);
	}

	@ParameterizedTest
	@MethodSource("models")
	void modelsInCallsAndInJava(final WrongInput wrong) {
		final String model = wrong.keys().get("model");
		says(wrong, assertThrows(UserFailure.class, () -> Macros.classes(model)));
		says(wrong, assertThrows(UserFailure.class, () -> CnnClassifier.open(
			model)));
	}

	private static ImagePlus image(final WrongInput wrong) {
		return wrong.needsImage() ? PlainImageJ.digit(1) : null;
	}

	private static void says(final WrongInput wrong, final UserFailure failure) {
		for (final String text : wrong.textsOfMacrosAndPrograms())
			assertTrue(failure.getMessage().contains(text), failure.getMessage() +
				" should contain " + text);
		assertEquals(wrong.status(), failure instanceof WrongUsage ? 2 : 1);
	}

	private static void isUntouched(final ImagePlus image) {
		if (image == null) return;
		assertFalse(image.isLocked());
		assertNull(image.getOverlay());
	}

	@ParameterizedTest
	@EnumSource(names = { "CLASSIFY_IMAGE", "CLASSIFY_ROIS", "MAP_CLASSES" })
	void noImageOneWithoutPixelsAndAClosedOneAreRefused(final Commands command) {
		final ImagePlus closed = PlainImageJ.digit(1);
		closed.close();
		closed.flush();
		for (final ImagePlus none : new ImagePlus[] { null, new ImagePlus(),
			closed })
		{
			final UserFailure failure = assertThrows(UserFailure.class,
				() -> PlainImageJ.run(command, none, "model=digits"));
			assertTrue(failure.getMessage().startsWith("Expected an open image, "),
				failure.getMessage());
		}
	}
}


package io.github.cnnclassifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import net.imagej.patcher.LegacyInjector;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.command.TinyModels;
import io.github.cnnclassifier.failure.UserFailure;

/**
 * What call(...) answers, in an ImageJ that is patched to run macros without a
 * display. Nothing of ImageJ may be loaded before it is patched, so all of that
 * is in the nested class.
 */
class MacroCallsPatchedTest {

	private static final Path SAMPLES = Path.of("sample-images").toAbsolutePath();
	private static final String OPEN_DIGIT = "open('" + SAMPLES.resolve(
		"digits/7/7_000.png") + "'); ";

	@TempDir
	private Path folder;

	@BeforeAll
	static void patchImageJ() {
		LegacyInjector.preinit();
	}

	@AfterEach
	void forget() {
		ImageJ.forget();
	}

	@Test
	void macroAsksForTheClassesOfAModel() {
		assertEquals("10 7", ImageJ.macro("names = split(ask('classes', " +
			"'digits'), '\\n'); return '' + names.length + ' ' + names[7];"));
	}

	@Test
	void macroGetsClassConfidenceAndProbabilitiesOfTheCurrentImage() {
		final String[] answer = ImageJ.macro(OPEN_DIGIT +
			"makeRectangle(0, 0, 2, 2); answer = split(ask('classifyImage', " +
			"'digits'), '\\t'); return answer[0] + ' ' + answer[1] + ' ' + " +
			"ask('probability', '7') + ' ' + Overlay.size;").split(" ");
		assertEquals("7", answer[0]);
		assertTrue(answer[1].matches("0\\.9\\d{3}|1\\.0000"), answer[1]);
		assertEquals(answer[1], answer[2]);
		assertEquals("0", answer[3]);
	}

	@Test
	void selectionIsClassifiedAlone() {
		assertEquals(ImageJ.macro(OPEN_DIGIT +
			"answer = ask('classifyImage', 'digits'); return answer;"), ImageJ.macro(
				OPEN_DIGIT +
					"run('Canvas Size...', 'width=90 height=70 position=Center zero'); " +
					"makeRectangle(31, 21, 28, 28); " +
					"answer = ask('classifySelection', 'digits'); return answer;"));
	}

	@Test
	void fileIsClassifiedAsTheOpenImageIs() {
		assertEquals(ImageJ.macro(OPEN_DIGIT +
			"answer = ask('classifyImage', 'digits'); return answer;"), Macros
				.classifyFile("digits", SAMPLES.resolve("digits/7/7_000.png")
					.toString()));
	}

	@Test
	void anotherModelInTheSameFileIsNoticed() throws IOException {
		final Path model = folder.resolve("m.zip");
		Files.copy(TinyModels.digits(), model);
		assertEquals(10, Macros.classes(model.toString()).lines().count());
		Files.copy(TinyModels.cells(), model, StandardCopyOption.REPLACE_EXISTING);
		assertEquals(List.of("apoptotic", "interphase", "mitotic"), Macros.classes(
			model.toString()).lines().toList());
	}

	@Test
	void failureStopsTheMacroAndSaysWhy() {
		assertTrue(ImageJ.stops("ask('classes', 'no model.zip');").contains(
			"'no model.zip'"));
		assertTrue(ImageJ.stops("ask('classifyImage', 'digits');").contains(
			"Expected an open image"));
		assertTrue(ImageJ.stops(OPEN_DIGIT + "ask('classifySelection', " +
			"'digits');").contains("Expected a selection on '7_000.png'"));
		assertTrue(ImageJ.stops("open('" + SAMPLES.resolve(
			"cells/mitotic/mitotic_000.tif") + "'); ask('classifyImage', 'digits');")
			.contains("2 channels"));
		assertTrue(ImageJ.stops(OPEN_DIGIT + "ask('classifyImage', 'digits'); " +
			"ask('probability', 'ten');").contains("'ten'"));
	}

	@Test
	void programsGetTheFailure() {
		assertThrows(UserFailure.class, () -> Macros.classifyFile("digits",
			"no image.png"));
	}

	/** ImageJ hands over texts alone. */
	@Test
	void functionsTakeAndGiveTexts() {
		for (final Method function : Macros.class.getDeclaredMethods()) {
			if (!Modifier.isPublic(function.getModifiers())) continue;
			assertEquals(String.class, function.getReturnType());
			for (final Class<?> type : function.getParameterTypes())
				assertEquals(String.class, type);
		}
		assertEquals(Macros.version(), ImageJ.macro(
			"return call('io.github.cnnclassifier.Macros.version');"));
	}

	private static final class ImageJ {

		static void forget() {
			Macros.close();
			ij.IJ.runMacro("while (nImages > 0) close();");
			ij.WindowManager.setTempCurrentImage(null);
		}

		/** Returns what the macro returns. */
		static String macro(final String code) {
			final String answer = run(code);
			assertNotEquals("[aborted]", answer, code);
			return answer;
		}

		private static String run(final String code) {
			return ij.IJ.runMacro("function ask(question, about) { return call(" +
				"'io.github.cnnclassifier.Macros.' + question, about); } " +
				"setBatchMode(true); " + code);
		}

		/** Returns what was logged before the macro stopped. */
		static String stops(final String code) {
			forget();
			final PrintStream before = System.out;
			final ByteArrayOutputStream log = new ByteArrayOutputStream();
			System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
			try {
				run(code + " print('WENT ON');");
			}
			finally {
				System.setOut(before);
			}
			final String text = log.toString(StandardCharsets.UTF_8);
			assertFalse(text.contains("WENT ON") || text.contains("Exception"), text);
			assertNull(ij.macro.Interpreter.getInstance());
			return text;
		}
	}
}

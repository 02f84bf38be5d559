
package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import net.imagej.patcher.LegacyInjector;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Macros in an ImageJ that is patched to run them without a display, with a
 * menu made from a plugins.config. Nothing of ImageJ may be loaded before it is
 * patched, so all of that is in the nested class.
 */
class MacroPatchedTest {

	@TempDir
	private static Path folder;

	@BeforeAll
	static void patchImageJ() throws IOException {
		ProbeMenu.in(folder);
		LegacyInjector.preinit();
	}

	@BeforeEach
	void forget() {
		ImageJ.forget();
	}

	@Test
	void macroReplaysARecordedLine() {
		ImageJ.macro("run('Probe of CNN', 'model=[a b] tilesize=256 " +
			"mode=[Whole image] overlay=true');");
		assertEquals("a b|256|0.25|1|Whole image|null|true", ImageJ.lastValues());
	}

	@Test
	void flagsAndCamelCaseWorkAndMissingKeysAreDefaults() {
		ImageJ.macro("run('Probe of CNN', 'model=m tileSize=32 overlay');");
		assertEquals("m|32|0.25|1|Whole image|null|true", ImageJ.lastValues());
		ImageJ.macro("run('Probe of CNN', 'model=m');");
		assertEquals("m|64|0.25|1|Whole image|null|false", ImageJ.lastValues());
	}

	@Test
	void macroReadsTheResults() {
		assertEquals("2 128", ImageJ.macro(
			"run('Probe of CNN', 'model=m tilesize=32');" +
				"run('Probe of CNN', 'model=m tilesize=128');" +
				"return '' + nResults + ' ' + getResult('tile', 1);"));
	}

	@Test
	void wrongNumberStopsTheMacroAndSaysWhy() {
		final String log = ImageJ.macroThatStops(
			"run('Probe of CNN', 'model=m tilesize=abc');");
		assertTrue(log.contains("Probe of CNN: Expected 'tileSize' to be a whole " +
			"number from 16 to 4096, got 'abc'."), log);
		assertNull(ImageJ.lastValues());
	}

	@Test
	void unknownKeyAndChoiceStopTheMacroAndSayWhy() {
		assertTrue(ImageJ.macroThatStops(
			"run('Probe of CNN', 'model=m colour=red');").contains(
				"got 'colour=red'"));
		assertTrue(ImageJ.macroThatStops("run('Probe of CNN', 'model=m mode=all');")
			.contains("to be one of 'Whole image', 'Selection', got 'all'"));
	}

	@Test
	void failureOfTheWorkStopsTheMacroAndSaysWhy() {
		final String log = ImageJ.macroThatStops(
			"run('Probe of CNN', 'model=fail');");
		assertTrue(log.contains("Probe of CNN: Expected success, got failure."),
			log);
		assertTrue(!log.contains("Exception"), log);
	}

	@Test
	void defectStopsTheMacro() {
		assertTrue(ImageJ.macroThatStops("run('Probe of CNN', 'model=defect');")
			.contains("IllegalStateException"));
	}

	@Test
	void escapeStopsCommandAndMacroAndIsForgottenNextTime() {
		final String log = ImageJ.macroThatStops(
			"run('Probe of CNN', 'model=escape');");
		assertTrue(log.contains("Probe of CNN: canceled"), log);
		assertEquals("1", ImageJ.macro(
			"run('Probe of CNN', 'model=m'); return '' + nResults;"));
	}

	@Test
	void missingImageStopsTheMacro() {
		assertTrue(ImageJ.macroThatStops("run('Probe Image of CNN');").contains(
			"Expected an open image"));
	}

	@Test
	void batchImageIsTheCurrentOne() {
		ImageJ.macro("setBatchMode(true); newImage('first', '8-bit', 4, 4, 1);" +
			"newImage('second', '8-bit', 4, 4, 1); selectImage('first');" +
			"run('Probe Image of CNN');");
		assertEquals("first", ProbeImageCommand.lastTitle);
	}

	@Test
	void imageIsFoundByTitleAndById() {
		ImageJ.macro("setBatchMode(true); newImage('one', '8-bit', 4, 4, 1);" +
			"id = getImageID(); newImage('two x', '8-bit', 4, 4, 1);" +
			"run('Probe Image of CNN', 'image=' + id);");
		assertEquals("one", ProbeImageCommand.lastTitle);
		ImageJ.macro("setBatchMode(true); newImage('two x', '8-bit', 4, 4, 1);" +
			"newImage('one', '8-bit', 4, 4, 1);" +
			"run('Probe Image of CNN', 'image=[two x]');");
		assertEquals("two x", ProbeImageCommand.lastTitle);
	}

	@Test
	void imageOfIjRunIsUsed() {
		ImageJ.runOnImage("given");
		assertEquals("given", ProbeImageCommand.lastTitle);
	}

	private static final class ImageJ {

		static void forget() {
			macro("while (nImages > 0) close();");
			ij.WindowManager.setTempCurrentImage(null);
			ProbeCommand.last = null;
			ProbeImageCommand.lastTitle = null;
			ij.measure.ResultsTable.getResultsTable().reset();
		}

		static String lastValues() {
			return ProbeCommand.last == null ? null : ProbeCommand.last.values();
		}

		static String macro(final String code) {
			return ij.IJ.runMacro(code);
		}

		/** Returns what was logged. */
		static String macroThatStops(final String code) {
			final PrintStream before = System.out;
			final ByteArrayOutputStream log = new ByteArrayOutputStream();
			System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
			try {
				macro(code + " print('WENT ON');");
			}
			finally {
				System.setOut(before);
			}
			final String text = log.toString(StandardCharsets.UTF_8);
			assertTrue(!text.contains("WENT ON"), text);
			assertNull(ij.macro.Interpreter.getInstance());
			return text;
		}

		static void runOnImage(final String title) {
			ij.IJ.run(new ij.ImagePlus(title, new ij.process.ByteProcessor(2, 2)),
				"Probe Image of CNN", "");
		}
	}
}

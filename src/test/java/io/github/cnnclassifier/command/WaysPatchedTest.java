
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import net.imagej.patcher.LegacyInjector;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.cnnclassifier.command.Ways.Run;
import io.github.cnnclassifier.launch.Commands;

/**
 * Five ways, one result: macros without a display, as Fiji runs them. Nothing
 * of ImageJ may be loaded before it is patched, so all of that is in the nested
 * class.
 */
class WaysPatchedTest {

	@TempDir
	private static Path folder;

	private static List<Run> runs;

	@BeforeAll
	static void patchImageJAndAskJava() throws IOException {
		PluginsFolder.in(folder);
		LegacyInjector.preinit();
		runs = Ways.all(folder);
	}

	private static Stream<Run> runs() {
		return runs.stream();
	}

	@BeforeEach
	void forget() {
		ImageJ.forget();
	}

	private static String open(final Run run) {
		return run.image() == null ? "" : "open('" + run.image() + "'); ";
	}

	@ParameterizedTest
	@MethodSource("runs")
	void recordedLine(final Run run) {
		ImageJ.macro(open(run) + run.recordedLine());
		run.check();
	}

	@ParameterizedTest
	@MethodSource("runs")
	void batchMode(final Run run) {
		ImageJ.macro("setBatchMode(true); " + open(run) +
			"newImage('in front', '8-bit', 5, 5, 1); selectImage(1); run('" + run
				.command().label() + "', '" + run.options() + "');");
		run.check();
	}

	@ParameterizedTest
	@MethodSource("runs")
	void scriptWithAnImageOfItsOwn(final Run run) {
		ImageJ.run(run);
		run.check();
	}

	/** What macros read without a display. */
	@ParameterizedTest
	@MethodSource("runs")
	void resultsReachTheMacro(final Run run) {
		// those of a folder are in a file, those of a map are its pixels
		if (run.image() == null || run.command() == Commands.MAP_CLASSES) return;
		final String read = ImageJ.macro(open(run) + run.recordedLine() +
			"text = ''; for (i = 0; i < nResults; i++) text += 'class=' + " +
			"getResultString('class', i) + ' confidence=' + " +
			"d2s(getResult('confidence', i), 4) + '\\n'; return text;");
		assertEquals(run.expected().stream().map(Object::toString).toList(), read
			.lines().toList());
	}

	private static final class ImageJ {

		static void forget() {
			macro("while (nImages > 0) close();");
			ij.WindowManager.setTempCurrentImage(null);
			ij.measure.ResultsTable.getResultsTable().reset();
		}

		static String macro(final String code) {
			return ij.IJ.runMacro(code);
		}

		static void run(final Run run) {
			final ij.ImagePlus image = Ways.open(run);
			if (image == null) ij.IJ.run(run.command().label(), run.options());
			else ij.IJ.run(image, run.command().label(), run.options());
		}
	}
}


package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.prefs.BackingStoreException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import io.github.cnnclassifier.failure.UserFailure;

/** Plain ImageJ without a display, as a program finds it. */
class PlainLaunchTest {

	private static final String DOOR =
		"io.github.cnnclassifier.launch.CommandLauncher";

	private static String threadName;

	@BeforeAll
	static void nameThreadAsImageJDoes() {
		threadName = Thread.currentThread().getName();
		Thread.currentThread().setName("Run$_" + threadName);
	}

	@AfterAll
	static void restoreThreadName() {
		Thread.currentThread().setName(threadName);
	}

	@BeforeEach
	void forget() {
		ProbeCommand.last = null;
		ProbeImageCommand.lastTitle = null;
		ResultsTable.getResultsTable().reset();
		WindowManager.setTempCurrentImage(null);
	}

	@Test
	void recordedLineGivesItsValues() {
		run("model=[/m x/m.zip] tilesize=256 rate=0.5 seed=-9007199254740993 " +
			"mode=Selection output=[out dir] overlay=true");
		assertEquals("/m x/m.zip|256|0.5|-9007199254740993|Selection|out dir|true",
			ProbeCommand.last.values());
	}

	@Test
	void camelCaseKeysAndBareFlagsWork() {
		run("model=m tileSize=128 overlay");
		assertEquals("m|128|0.25|1|Whole image|null|true", ProbeCommand.last
			.values());
	}

	@Test
	void missingKeysAreDeclaredDefaults() {
		run("model=m tilesize=512 overlay=true");
		run("model=n");
		assertEquals("n|64|0.25|1|Whole image|null|false", ProbeCommand.last
			.values());
	}

	@Test
	void macrosLeaveNoTraceInThePreferences() throws BackingStoreException {
		ProbePreferences.forget();
		run("model=m tilesize=512");
		assertFalse(ProbePreferences.exist());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = {
		"model=m tilesize=abc; Expected 'tileSize' to be a whole number from 16 to 4096, got 'abc'.",
		"model=m tilesize=1.5; Expected 'tileSize' to be a whole number from 16 to 4096, got '1.5'.",
		"model=m tilesize=8; Expected 'tileSize' to be a whole number from 16 to 4096, got '8'.",
		"model=m rate=NaN; Expected 'rate' to be a number from 0.0 to 1.0, got 'NaN'.",
		"model=m rate=1.01; Expected 'rate' to be a number from 0.0 to 1.0, got '1.01'.",
		"model=m mode=Half; Expected 'mode' to be one of 'Whole image', 'Selection', got 'Half'.",
		"model=m overlay=yes; Expected 'overlay' to be true or false, got 'yes'.",
		"tilesize=32; Expected a value for 'model', got none. Give it as model=...",
		"model= tilesize=32; Expected a value for 'model', got none. Give it as model=...", })
	void wrongValueIsAnErrorThatSaysWhatWasExpected(final String options,
		final String message)
	{
		final UserFailure failure = assertThrows(UserFailure.class, () -> run(
			options));
		assertEquals(message, failure.getMessage());
		assertNull(ProbeCommand.last);
	}

	@Test
	void unknownKeyIsAnErrorThatNamesTheKeys() {
		final UserFailure failure = assertThrows(UserFailure.class, () -> run(
			"model=m tiles=4"));
		assertEquals("Expected the keys model, tileSize, rate, seed, mode, " +
			"output, overlay, got 'tiles=4'.", failure.getMessage());
	}

	@Test
	void unknownCommandIsAnErrorThatNamesTheCommands() {
		final UserFailure failure = assertThrows(UserFailure.class, () -> IJ
			.runPlugIn(DOOR, "trian"));
		assertTrue(failure.getMessage().contains("train, label, classify-image, "),
			failure.getMessage());
	}

	@Test
	void resultsGoToTheResultsTable() {
		run("model=m tilesize=256");
		run("model=m tilesize=32");
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals(2, table.size());
		assertEquals(32, table.getValue("tile", 1));
	}

	@Test
	void failureReachesTheProgramThatCalled() {
		final UserFailure failure = assertThrows(UserFailure.class, () -> run(
			"model=fail"));
		assertEquals("Expected success, got failure.", failure.getMessage());
		assertThrows(IllegalStateException.class, () -> run("model=defect"));
	}

	@Test
	void imageIsTheTemporaryOne() {
		WindowManager.setTempCurrentImage(image("temporary"));
		run(ProbeImageCommand.class, null);
		assertEquals("temporary", ProbeImageCommand.lastTitle);
	}

	@Test
	void noImageAndUnknownTitleAreErrors() {
		final UserFailure none = assertThrows(UserFailure.class, () -> run(
			ProbeImageCommand.class, null));
		assertTrue(none.getMessage().contains("Expected an open image"), none
			.getMessage());
		final UserFailure unknown = assertThrows(UserFailure.class, () -> run(
			ProbeImageCommand.class, "image=nothing"));
		assertEquals("Expected 'image' to be the title or ID of an open image " +
			"(open: none), got 'nothing'.", unknown.getMessage());
	}

	@Test
	void contextClassLoaderIsRestored() {
		final ClassLoader before = Thread.currentThread().getContextClassLoader();
		final ClassLoader other = new ClassLoader(before) {};
		Thread.currentThread().setContextClassLoader(other);
		try {
			run("model=m");
			assertEquals(other, Thread.currentThread().getContextClassLoader());
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	@Test
	void doorIsCompiledForJava8() throws IOException {
		try (DataInputStream in = new DataInputStream(HostLauncher.class
			.getResourceAsStream("CommandLauncher.class")))
		{
			assertEquals(0xCAFEBABE, in.readInt());
			in.readUnsignedShort();
			assertEquals(52, in.readUnsignedShort());
		}
	}

	@ParameterizedTest
	@CsvSource({ "1.8.0_472,8", "9,9", "17.0.15,17", "21-ea,21", "25.0.1+3,25" })
	void doorUnderstandsJavaVersions(final String version, final int major)
		throws ReflectiveOperationException
	{
		final var method = Class.forName(DOOR).getDeclaredMethod("major",
			String.class);
		method.setAccessible(true);
		assertEquals(major, method.invoke(null, version));
	}

	private static void run(final String options) {
		run(ProbeCommand.class, options);
	}

	private static void run(final Class<?> command, final String options) {
		Macro.setOptions(options);
		try {
			IJ.runPlugIn(DOOR, command.getName());
		}
		finally {
			Macro.setOptions(null);
		}
	}

	private static ImagePlus image(final String title) {
		return new ImagePlus(title, new ByteProcessor(2, 2));
	}
}

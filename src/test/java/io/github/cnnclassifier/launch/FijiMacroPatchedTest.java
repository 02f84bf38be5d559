
package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import net.imagej.patcher.LegacyInjector;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;

/**
 * Macros in an ImageJ whose commands run as Fiji runs them: on another thread,
 * for which the thread of the macro waits.
 */
class FijiMacroPatchedTest {

	@TempDir
	private static Path folder;

	@BeforeAll
	static void patchImageJ() throws IOException {
		ProbeMenu.in(folder);
		LegacyInjector.preinit();
		ImageJ.becomeFiji();
	}

	@Test
	void failedCommandStopsItsMacroAtOnceAndKillsNoThread() throws Exception {
		final long start = System.nanoTime();
		final String log = ImageJ.macro("run('Probe of CNN', 'model=fail');");
		final long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() -
			start);
		assertTrue(log.contains("Expected success, got failure."), log);
		assertFalse(log.contains("WENT ON"), log);
		assertFalse(log.contains("ThreadDeath"), log);
		// ImageJ's own way waits for two seconds
		assertTrue(millis < 1900, millis + " ms");
		assertNull(ImageJ.runningMacro());
	}

	@Test
	void commandThatWorksLetsTheMacroGoOn() throws Exception {
		final String log = ImageJ.macro("run('Probe of CNN', 'model=m');");
		assertTrue(log.contains("WENT ON"), log);
		assertEquals("m|64|0.25|1|Whole image|null|false", ProbeCommand.last
			.values());
	}

	@Test
	void keysInsideOfValuesAreNotTakenForKeys() throws Exception {
		ImageJ.macro("run('Probe of CNN', 'model=[m tilesize=32]');");
		assertEquals("m tilesize=32|64|0.25|1|Whole image|null|false",
			ProbeCommand.last.values());
	}

	private static final class ImageJ {

		static void becomeFiji() {
			FijiHooks.install(new Context());
		}

		/** Returns what was logged and reported. */
		static String macro(final String code) throws InterruptedException {
			final PrintStream out = System.out;
			final PrintStream err = System.err;
			final ByteArrayOutputStream log = new ByteArrayOutputStream();
			final PrintStream both = new PrintStream(log, true,
				StandardCharsets.UTF_8);
			System.setOut(both);
			System.setErr(both);
			try {
				final Thread thread = new ij.macro.MacroRunner(code +
					" print('WENT ON');").getThread();
				thread.join(TimeUnit.SECONDS.toMillis(20));
				assertFalse(thread.isAlive());
			}
			finally {
				System.setOut(out);
				System.setErr(err);
			}
			return log.toString(StandardCharsets.UTF_8);
		}

		static Object runningMacro() {
			return ij.macro.Interpreter.getInstance();
		}
	}
}

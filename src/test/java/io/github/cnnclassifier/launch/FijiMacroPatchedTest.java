
package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

import net.imagej.patcher.LegacyHooks;
import net.imagej.patcher.LegacyInjector;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.thread.ThreadService;

/**
 * Macros in an ImageJ whose commands run as Fiji runs them: on another thread,
 * for which the thread of the macro waits.
 */
class FijiMacroPatchedTest {

	@TempDir
	private static Path folder;

	@BeforeAll
	static void patchImageJ() throws IOException {
		final Path plugins = Files.createDirectory(folder.resolve("plugins"));
		try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(plugins
			.resolve("Probe_.jar"))))
		{
			jar.putNextEntry(new ZipEntry("plugins.config"));
			jar.write(("Plugins>Probe, \"Probe of CNN\", " +
				"io.github.cnnclassifier.launch.CommandLauncher(\"" +
				"io.github.cnnclassifier.launch.ProbeCommand\")\n").getBytes(
					StandardCharsets.UTF_8));
		}
		System.setProperty("plugins.dir", folder.toString());
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

		private static Context context;

		static void becomeFiji() {
			context = new Context();
			LegacyInjector.installHooks(ImageJ.class.getClassLoader(), new Hooks());
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

		/** What Fiji puts into ImageJ. */
		public static final class Hooks extends LegacyHooks {

			@Override
			public Object getContext() {
				return context;
			}

			@Override
			public Iterable<Thread> getThreadAncestors() {
				final ThreadService threads = context.service(ThreadService.class);
				final List<Thread> ancestors = new ArrayList<>();
				for (Thread thread = threads.getParent(Thread
					.currentThread()); thread != null && ancestors.size() < 9; thread =
						threads.getParent(thread))
				{
					ancestors.add(thread);
				}
				return ancestors;
			}
		}
	}
}

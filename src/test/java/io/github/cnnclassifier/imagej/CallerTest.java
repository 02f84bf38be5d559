
package io.github.cnnclassifier.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import ij.IJ;
import ij.macro.Interpreter;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/** Which macro has called a run, while others run as well. */
@Timeout(60)
public class CallerTest {

	/** A macro that runs meanwhile and does something else. */
	private static CompletableFuture<String> otherMacro() throws Exception {
		final CompletableFuture<String> macro = CompletableFuture.supplyAsync(
			() -> IJ.runMacro("wait(700); return 'end';"));
		while (Interpreter.getInstance() == null)
			TimeUnit.MILLISECONDS.sleep(5);
		return macro;
	}

	private static boolean run(final Consumer<Progress> work) {
		return CommandRun.run("Train...", new FakeCommand("a.zip", null), work,
			failure -> false);
	}

	@Test
	void aMacroThatRunsAtTheSameTimeHasNotCalled() throws Exception {
		final CompletableFuture<String> macro = otherMacro();
		assertTrue(IJ.isMacro());
		assertFalse(Caller.now().isMacro());
		assertEquals("end", macro.get());
	}

	@Test
	void aRunThatIsStoppedLeavesTheMacrosOfOthers() throws Exception {
		final CompletableFuture<String> macro = otherMacro();
		assertFalse(run(progress -> {
			throw new CanceledException();
		}));
		assertEquals("end", macro.get());
	}

	@Test
	void aRunThatFailsLeavesTheMacrosOfOthers() throws Exception {
		final CompletableFuture<String> macro = otherMacro();
		// neither a macro nor a display is there to be told
		assertThrows(UserFailure.class, () -> run(progress -> {
			throw new UserFailure("disk full");
		}));
		assertThrows(IllegalStateException.class, () -> run(progress -> {
			throw new IllegalStateException("a defect");
		}));
		assertEquals("end", macro.get());
	}

	/** For a macro. */
	public static String runThatIsStopped() {
		run(progress -> {
			throw new CanceledException();
		});
		return "";
	}

	/** For a macro. */
	public static String asked() {
		return String.valueOf(Caller.now().isMacro());
	}

	@Test
	void aMacroThatHasCalledIsKnownAndStopsWithItsRun() {
		final String call = "call('" + CallerTest.class.getName() + ".";
		assertEquals("true", IJ.runMacro("return " + call + "asked');"));
		final String end = IJ.runMacro(call + "runThatIsStopped'); return 'end';");
		assertFalse("end".equals(end), end);
	}
}

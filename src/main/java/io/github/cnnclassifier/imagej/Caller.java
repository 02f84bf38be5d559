
package io.github.cnnclassifier.imagej;

import java.util.Arrays;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

/**
 * The macro or script that has called what this thread does and waits for it,
 * if there is one. A macro that runs at the same time, while a person uses
 * menus and windows, is none: ImageJ itself tells whether any macro runs
 * anywhere ({@link IJ#isMacro}), which is another question.
 * <p>
 * Immutable. The answer is the same from the beginning of a run to its end, on
 * the thread of the run.
 */
public final class Caller {

	private static final Caller NOBODY = new Caller(false, null);

	private final boolean present;
	/** Null for a script. */
	private final Interpreter macro;

	private Caller(final boolean present, final Interpreter macro) {
		this.present = present;
		this.macro = macro;
	}

	/** @return of this thread */
	public static Caller now() {
		return WaitingThreads.ofThis().stream().anyMatch(Caller::isCalled)
			? new Caller(true, Interpreter.getInstance()) : NOBODY;
	}

	private static boolean isCalled(final Thread thread) {
		return Arrays.stream(thread.getStackTrace()).anyMatch(Caller::isOfCaller);
	}

	private static boolean isOfCaller(final StackTraceElement frame) {
		return "ij.macro.Interpreter".equals(frame.getClassName()) || "ij.IJ"
			.equals(frame.getClassName()) && "run".equals(frame.getMethodName());
	}

	/** @return whether there is a macro or script */
	public boolean isMacro() {
		return present;
	}

	/** @return whether it is a macro that hides its images */
	public boolean isBatch() {
		return present && Interpreter.isBatchMode();
	}

	/**
	 * Stops the macro or script without any dialog; the command itself goes on.
	 * Others that run do not notice.
	 */
	public void stop() {
		if (!present) return;
		if (macro == null) {
			// a script that called IJ.run
			if (IJ.macroRunning()) Macro.abort();
		}
		else {
			// Interpreter.abort() would wait for the macro, which waits for this
			// command, and then kill its thread
			macro.setIgnoreErrors(true);
			macro.abort(Macro.MACRO_CANCELED);
		}
	}
}

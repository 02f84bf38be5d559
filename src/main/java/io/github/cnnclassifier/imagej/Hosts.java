
package io.github.cnnclassifier.imagej;

import java.awt.GraphicsEnvironment;
import java.util.Optional;

import org.scijava.Context;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import io.github.cnnclassifier.failure.UserFailure;

/**
 * What Fiji and plain ImageJ differ in: finding out which of them this is, and
 * making a failure known.
 * <p>
 * Thread-safe.
 */
public final class Hosts {

	/** Only an ImageJ that Fiji has patched has this field. */
	private static final String HOOKS = "_hooks";

	private Hosts() {}

	/** @return Fiji's context; empty in plain ImageJ */
	public static Optional<Context> fijiContext() {
		try {
			final Object hooks = IJ.class.getField(HOOKS).get(null);
			if (hooks == null) return Optional.empty();
			final Object context = hooks.getClass().getMethod("getContext").invoke(
				hooks);
			return context instanceof Context fiji ? Optional.of(fiji) : Optional
				.empty();
		}
		catch (final NoSuchFieldException | NoSuchMethodException e) {
			return Optional.empty();
		}
		catch (final ReflectiveOperationException e) {
			throw new IllegalStateException("Fiji's context is not accessible", e);
		}
	}

	/** @return whether there is an ImageJ window that can show a dialog */
	public static boolean hasWindow() {
		return IJ.getInstance() != null && !GraphicsEnvironment.isHeadless();
	}

	/**
	 * Makes a failure known where somebody waits for it: in the log for a macro,
	 * which then stops at this command, and in a dialog on a display. After this
	 * method returned, a command calls {@code cancel(null)} and ends.
	 *
	 * @param title of the dialog, usually the label of the command
	 * @param failure its message is shown as it is, never a stack trace
	 * @throws UserFailure the same, if there is neither macro nor display: then a
	 *           script or program has called and gets the exception
	 */
	public static void fail(final String title, final UserFailure failure) {
		if (!IJ.isMacro() && !hasWindow()) throw failure;
		if (IJ.isMacro()) IJ.log(title + ": " + failure.getMessage());
		if (hasWindow()) tell(title, failure.getMessage());
		stopMacro();
	}

	/**
	 * Shows a message in a window that fits the screen, and waits until it was
	 * read.
	 *
	 * @param title of the window, usually the label of the command
	 * @param message may be of any length
	 */
	public static void tell(final String title, final String message) {
		IJ.showMessage(title, MessageLines.of(message));
	}

	/**
	 * Stops the running macro, if there is one, without any dialog. The command
	 * itself goes on.
	 */
	public static void stopMacro() {
		final Interpreter macro = Interpreter.getInstance();
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

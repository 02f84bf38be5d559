
package io.github.cnnclassifier.imagej;

import java.awt.GraphicsEnvironment;
import java.util.Optional;

import org.scijava.Context;

import ij.IJ;
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
	 * @return whether windows that a command opens unasked are seen: there is an
	 *         ImageJ window, and no macro that hides its images has called
	 */
	public static boolean showsWindows() {
		return hasWindow() && !Caller.now().isBatch();
	}

	/**
	 * Makes a failure known where somebody waits for it: in the log for the macro
	 * that has called, which then stops at this command, and in a dialog on a
	 * display. After this method returned, a command calls {@code cancel(null)}
	 * and ends.
	 *
	 * @param title of the dialog, usually the label of the command
	 * @param failure its message is shown as it is, never a stack trace
	 * @throws UserFailure the same, if there is neither macro nor display: then a
	 *           script or program has called and gets the exception
	 */
	public static void fail(final String title, final UserFailure failure) {
		fail(title, failure, Caller.now());
	}

	/** @param caller of the command, as it was when the command began */
	static void fail(final String title, final UserFailure failure,
		final Caller caller)
	{
		if (!caller.isMacro() && !hasWindow()) throw failure;
		if (caller.isMacro()) IJ.log(title + ": " + failure.getMessage());
		if (hasWindow()) tell(title, failure.getMessage());
		caller.stop();
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
}

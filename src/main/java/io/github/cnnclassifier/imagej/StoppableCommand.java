
package io.github.cnnclassifier.imagej;

import java.awt.Window;

import org.scijava.Cancelable;

/** A command as a person sees it while it runs. */
public interface StoppableCommand extends Cancelable {

	/**
	 * @return what tells this run from another one of the same command, such as
	 *         the name of its model; empty if there is nothing
	 */
	default String subject() {
		return "";
	}

	/**
	 * @return a sentence on what remains when the run is stopped; empty if
	 *         nothing does
	 */
	default String keptWhenStopped() {
		return "";
	}

	/**
	 * @return whether the Escape key stops this run in its own window alone,
	 *         since it has one; if not, it does in ImageJ's main window and log
	 *         as well
	 */
	default boolean isStoppedInItsWindowOnly() {
		return false;
	}

	/**
	 * @param window has the focus; null if none has
	 * @return whether the window shows what this run works on or how far it is
	 */
	default boolean isShownIn(final Window window) {
		return false;
	}
}


package io.github.cnnclassifier.imagej;

import java.awt.Window;
import java.util.concurrent.atomic.AtomicBoolean;

import ij.IJ;

/**
 * One run of a command, and the wish to stop it. In a macro, and where nobody
 * can be asked, the Escape key stops it at once.
 * <p>
 * Thread-safe.
 */
final class RunningCommand {

	private final String title;
	private final StoppableCommand command;
	private final boolean askFirst;
	private final AtomicBoolean stopped = new AtomicBoolean();

	/**
	 * @param title the label of the command
	 * @param command runs from now on
	 * @param askFirst whether Escape stops it only after a question; if not, an
	 *          Escape of before this run is forgotten
	 */
	RunningCommand(final String title, final StoppableCommand command,
		final boolean askFirst)
	{
		this.title = title;
		this.command = command;
		this.askFirst = askFirst;
		if (!askFirst) IJ.resetEscape();
	}

	/** Stays true once it is true; cheap. */
	boolean isStopped() {
		if (command.isCanceled() || !askFirst && IJ.escapePressed()) stop();
		return stopped.get();
	}

	/** The run ends at its next look at {@link #isStopped}. */
	void stop() {
		stopped.set(true);
	}

	boolean isOf(final StoppableCommand sought) {
		return command == sought;
	}

	boolean asksFirst() {
		return askFirst;
	}

	boolean isStoppedInItsWindowOnly() {
		return command.isStoppedInItsWindowOnly();
	}

	boolean isShownIn(final Window window) {
		return command.isShownIn(window);
	}

	/** @return for a person, such as "Train CNN Classifier (cells.zip)" */
	String name() {
		final String label = title.replaceFirst("\\.\\.\\.$", "");
		final String subject = command.subject();
		return subject.isEmpty() ? label : label + " (" + subject + ")";
	}

	/** @return as {@link StoppableCommand#keptWhenStopped} */
	String kept() {
		return command.keptWhenStopped();
	}
}

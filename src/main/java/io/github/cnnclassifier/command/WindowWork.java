
package io.github.cnnclassifier.command;

import java.awt.Window;
import java.util.function.Predicate;

import io.github.cnnclassifier.imagej.StoppableCommand;

/** Something that a window of ours does, while nobody waits in a dialog. */
final class WindowWork implements StoppableCommand {

	private final String subject;
	private final Predicate<Window> window;

	/**
	 * @param subject what it works on, such as the name of a model
	 * @param window tells where a person sees it
	 */
	WindowWork(final String subject, final Predicate<Window> window) {
		this.subject = subject;
		this.window = window;
	}

	@Override
	public String subject() {
		return subject;
	}

	@Override
	public boolean isShownIn(final Window focus) {
		return window.test(focus);
	}

	@Override
	public boolean isCanceled() {
		return false;
	}

	@Override
	public void cancel(final String reason) {
		// it ends by the question of Escape or Quit
	}

	@Override
	public String getCancelReason() {
		return null;
	}
}

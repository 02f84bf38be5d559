
package io.github.cnnclassifier.imagej;

import java.awt.Window;
import java.util.function.Supplier;

/** A command that only shows a window. */
class FakeCommand implements StoppableCommand {

	private final String subject;
	private final Supplier<Window> window;
	private boolean canceled;

	FakeCommand(final String subject, final Supplier<Window> window) {
		this.subject = subject;
		this.window = window;
	}

	@Override
	public String subject() {
		return subject;
	}

	@Override
	public String keptWhenStopped() {
		return "The best is kept.";
	}

	@Override
	public boolean isShownIn(final Window focus) {
		return window != null && window.get() == focus;
	}

	@Override
	public boolean isCanceled() {
		return canceled;
	}

	@Override
	public void cancel(final String reason) {
		canceled = true;
	}

	@Override
	public String getCancelReason() {
		return null;
	}
}


package io.github.cnnclassifier.progress;

/**
 * The one place where the interruption of a run's thread becomes the user's
 * wish to stop, as if Escape had been pressed. The interruption itself is taken
 * away then: what a stopped run still has to do, such as the figures of the
 * model that it keeps, would fail at the first wait.
 * <p>
 * Thread-safe; made on the thread of the run.
 */
public final class InterruptAsCancel extends ForwardingProgress {

	private final Thread run = Thread.currentThread();
	private volatile boolean interrupted;

	/** @param target shows, and cancels for other reasons */
	public InterruptAsCancel(final Progress target) {
		super(target);
	}

	@Override
	public boolean isCanceled() {
		if (Thread.currentThread() == run && Thread.interrupted()) interrupted =
			true;
		return interrupted || super.isCanceled();
	}

	/**
	 * Gives the thread its interruption back, for a caller who has more to do
	 * than this run, which ended without a result.
	 */
	public void restoreInterruption() {
		if (interrupted) run.interrupt();
	}
}

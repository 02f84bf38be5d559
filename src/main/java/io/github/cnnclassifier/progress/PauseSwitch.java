
package io.github.cnnclassifier.progress;

/** A pause that begins and ends when somebody says so. Thread-safe. */
public final class PauseSwitch implements Pause {

	private static final long MILLIS_BETWEEN_LOOKS = 100;

	private volatile boolean paused;
	/** Guarded by this. */
	private long nanos;

	/** The computation holds on when it comes by next. */
	public void pause() {
		paused = true;
	}

	/** The computation goes on. */
	public synchronized void goOn() {
		paused = false;
		notifyAll();
	}

	/** @return whether there is the wish to hold on */
	public boolean isPaused() {
		return paused;
	}

	@Override
	public void await(final Progress progress) {
		if (!paused) return;
		final long start = System.nanoTime();
		try {
			hold(progress);
		}
		finally {
			add(System.nanoTime() - start);
		}
	}

	private synchronized void hold(final Progress progress) {
		while (paused) {
			progress.checkCanceled();
			try {
				wait(MILLIS_BETWEEN_LOOKS);
			}
			catch (final InterruptedException e) {
				// the host interrupts a run to stop it; the progress takes note
				Thread.currentThread().interrupt();
				progress.checkCanceled();
				throw new CanceledException();
			}
		}
	}

	private synchronized void add(final long waited) {
		nanos += waited;
	}

	@Override
	public synchronized long nanos() {
		return nanos;
	}
}

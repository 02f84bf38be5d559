
package io.github.cnnclassifier.launch;

import java.util.concurrent.TimeUnit;

import ij.IJ;

/**
 * The run of the command that has opened a window and then ends, at once in
 * plain ImageJ, where its thread ends with it.
 *
 * @param thread of the run
 * @param nanos when it was opened
 */
record WindowOpening(Thread thread, long nanos) {

	/** More than it takes; in Fiji the thread stays for other commands. */
	private static final long MOST_MILLIS = 3000;

	/** @return of the calling thread, now */
	static WindowOpening now() {
		return new WindowOpening(Thread.currentThread(), System.nanoTime());
	}

	/**
	 * Takes away what is said of a run that ends without outputs: that it was
	 * canceled.
	 */
	void clearStatus() {
		final Thread clearing = new Thread(() -> {
			await();
			IJ.showStatus("");
		}, "CNN Classifier, clears the status line");
		clearing.setDaemon(true);
		clearing.start();
	}

	/** Waits until the run has ended, a moment at most. */
	void await() {
		final long left = MOST_MILLIS - TimeUnit.NANOSECONDS.toMillis(System
			.nanoTime() - nanos);
		try {
			if (left > 0) thread.join(left);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}


package io.github.cnnclassifier.imagej;

import java.awt.EventQueue;
import java.util.List;
import java.util.concurrent.TimeUnit;

import ij.IJ;

/**
 * A run of a command that ends at once, such as one that has opened a window.
 * In plain ImageJ, and where a menu of ImageJ has started it, a thread ends
 * with it, after the recorder has its line.
 *
 * @param thread of whoever waits for the run
 * @param nanos when it was about to end
 */
public record EndingRun(Thread thread, long nanos) {

	/** More than it takes; in Fiji the thread may stay for other commands. */
	private static final long MOST_MILLIS = 3000;

	/** @return of the calling thread, now */
	public static EndingRun now() {
		final List<Thread> waiting = WaitingThreads.ofThis();
		return new EndingRun(waiting.get(waiting.size() - 1), System.nanoTime());
	}

	/**
	 * Takes away what is said of a run that ends without outputs: that it was
	 * canceled. SciJava has the thread of events say so, but queues it before the
	 * run ends; so what is queued after the end comes behind it.
	 */
	public void clearStatus() {
		final Thread clearing = new Thread(() -> {
			await();
			EventQueue.invokeLater(() -> IJ.showStatus(""));
		}, "CNN Classifier, clears the status line");
		clearing.setDaemon(true);
		clearing.start();
	}

	/** Waits on another thread until the run has ended, a moment at most. */
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


package io.github.cnnclassifier.imagej;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import ij.IJ;
import io.github.cnnclassifier.progress.Progress;

/**
 * Progress in ImageJ's status line and progress bar. Messages go to the log;
 * without a display that is all there is to see.
 * <p>
 * Thread-safe. Close it at the end, so that the progress bar disappears.
 */
public final class ImageJProgress implements Progress, AutoCloseable {

	private static final long REPAINT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

	private final BooleanSupplier stopped;
	private final AtomicBoolean canceled = new AtomicBoolean();
	/** Of a thread that has not heard of the end nothing is shown. */
	private volatile boolean closed;
	private final AtomicLong nextRepaint = new AtomicLong(System.nanoTime());

	/**
	 * @param stopped whether the user asked to stop; asked often, from any
	 *          thread, never null
	 */
	public ImageJProgress(final BooleanSupplier stopped) {
		this.stopped = stopped;
	}

	/** Four times a second; what comes meanwhile is not shown. */
	@Override
	public void update(final double fraction, final String status) {
		if (closed) return;
		final long now = System.nanoTime();
		final long next = nextRepaint.get();
		if (now - next < 0 || !nextRepaint.compareAndSet(next, now + REPAINT_NANOS))
			return;
		IJ.showStatus(status);
		if (!Double.isNaN(fraction)) IJ.showProgress(Math.min(0.999, Math.max(0,
			fraction)));
	}

	@Override
	public void message(final String line) {
		CalmLog.log(line);
	}

	@Override
	public boolean isCanceled() {
		if (stopped.getAsBoolean()) canceled.set(true);
		return canceled.get();
	}

	/** Hides the progress bar and empties the status line. */
	@Override
	public void close() {
		closed = true;
		hide();
	}

	static void hide() {
		IJ.showProgress(1.0);
		IJ.showStatus("");
	}
}


package io.github.cnnclassifier.ui.train;

import java.awt.EventQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

import io.github.cnnclassifier.progress.Progress;

/**
 * Shows how far the reading of images is, some times a second, and stops it
 * when somebody wants that.
 */
final class ReadingProgress implements Progress {

	private static final long NANOS_BETWEEN = TimeUnit.MILLISECONDS.toNanos(80);

	private final BiConsumer<Double, String> shown;
	private final AtomicLong last = new AtomicLong(System.nanoTime() -
		NANOS_BETWEEN);
	private volatile boolean canceled;

	/** @param shown told on the event thread of the fraction and some words */
	ReadingProgress(final BiConsumer<Double, String> shown) {
		this.shown = shown;
	}

	@Override
	public void update(final double fraction, final String status) {
		final long now = System.nanoTime();
		final long before = last.get();
		// the last words before something long are always shown
		if (!Double.isNaN(fraction) && now - before < NANOS_BETWEEN) return;
		if (!last.compareAndSet(before, now)) return;
		EventQueue.invokeLater(() -> {
			if (!canceled) shown.accept(fraction, status);
		});
	}

	@Override
	public void message(final String line) {
		// the window tells what there is to know when all is read
	}

	@Override
	public boolean isCanceled() {
		return canceled;
	}

	void cancel() {
		canceled = true;
	}
}

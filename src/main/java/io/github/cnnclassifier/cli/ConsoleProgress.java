
package io.github.cnnclassifier.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.progress.Progress;

/**
 * Progress on a terminal: one line that is written anew; in a log file one line
 * every few seconds. Thread-safe.
 */
final class ConsoleProgress implements Progress, AutoCloseable {

	private static final boolean TERMINAL = System.console() != null;
	private static final long PAUSE_NANOS = TERMINAL ? TimeUnit.MILLISECONDS
		.toNanos(200) : TimeUnit.SECONDS.toNanos(10);
	private static final int LINE_WIDTH = 78;

	private final PrintStream out;
	private long last = System.nanoTime();
	private boolean lineOpen;

	ConsoleProgress(final PrintStream out) {
		this.out = out;
	}

	@Override
	public synchronized void update(final double fraction, final String status) {
		final long now = System.nanoTime();
		if (now - last < PAUSE_NANOS) return;
		last = now;
		final String text = Legible.line(Double.isNaN(fraction) ? status : String
			.format(Locale.ROOT, "%3.0f %%  %s", 100 * fraction, status));
		if (!TERMINAL) {
			out.println(text);
			return;
		}
		out.print("\r" + fitted(text));
		out.flush();
		lineOpen = true;
	}

	@Override
	public synchronized void message(final String line) {
		clearLine();
		out.println(Legible.lines(line));
	}

	/** The process is ended from outside, so nobody asks. */
	@Override
	public boolean isCanceled() {
		return false;
	}

	@Override
	public synchronized void close() {
		clearLine();
	}

	private void clearLine() {
		if (!lineOpen) return;
		out.print("\r" + fitted("") + "\r");
		out.flush();
		lineOpen = false;
	}

	private static String fitted(final String text) {
		return text.length() > LINE_WIDTH ? text.substring(0, LINE_WIDTH) : text +
			" ".repeat(LINE_WIDTH - text.length());
	}
}

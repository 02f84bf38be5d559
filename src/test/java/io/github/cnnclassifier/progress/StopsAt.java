
package io.github.cnnclassifier.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** A user who listens, and presses Escape once enough was told or shown. */
public final class StopsAt implements Progress {

	private final BiPredicate<Double, String> shown;
	private final Predicate<String> line;
	private final List<String> told;
	private volatile int left;

	private StopsAt(final BiPredicate<Double, String> shown,
		final Predicate<String> line, final int times, final List<String> told)
	{
		this.shown = shown;
		this.line = line;
		this.left = times;
		this.told = told;
	}

	/**
	 * @param line after which Escape is pressed
	 * @param told gets each message
	 */
	public static StopsAt line(final Predicate<String> line,
		final List<String> told)
	{
		return line(line, 1, told);
	}

	/**
	 * @param line that is counted
	 * @param times after so many of them Escape is pressed
	 * @param told gets each message
	 */
	public static StopsAt line(final Predicate<String> line, final int times,
		final List<String> told)
	{
		return new StopsAt((fraction, status) -> false, line, times, told);
	}

	/**
	 * @param begin of the words beside the progress bar
	 * @param told gets each message
	 */
	public static StopsAt status(final String begin, final List<String> told) {
		return new StopsAt((fraction, status) -> status.startsWith(begin),
			text -> false, 1, told);
	}

	/** As soon as the progress bar is above zero. */
	public static StopsAt begin() {
		return new StopsAt((fraction, status) -> fraction > 0, text -> false, 1,
			new ArrayList<>());
	}

	@Override
	public void update(final double fraction, final String status) {
		if (shown.test(fraction, status)) left = 0;
	}

	@Override
	public synchronized void message(final String text) {
		told.add(text);
		if (line.test(text)) left--;
	}

	@Override
	public boolean isCanceled() {
		return left <= 0;
	}
}


package io.github.cnnclassifier.progress;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * One stage of a longer run: takes its part of the progress bar, and says what
 * is being done and how long this stage will still take, judged by how long it
 * has taken so far. Thread-safe.
 */
public final class TimedStage extends ForwardingProgress {

	private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(2);
	private static final int MANY_SECONDS = 90;

	private final String what;
	private final double from;
	private final double to;
	private final LongSupplier nanos;
	private final long start;

	/**
	 * A stage that begins now.
	 *
	 * @param target of the whole run
	 * @param what is being done, a few words
	 * @param from the fraction of the whole run where it begins, 0 to 1
	 * @param to where it ends
	 */
	public TimedStage(final Progress target, final String what, final double from,
		final double to)
	{
		this(target, what, from, to, System::nanoTime);
	}

	TimedStage(final Progress target, final String what, final double from,
		final double to, final LongSupplier nanos)
	{
		super(target);
		this.what = what;
		this.from = from;
		this.to = to;
		this.nanos = nanos;
		this.start = nanos.getAsLong();
	}

	/**
	 * @param fraction of this stage, 0 to 1; NaN when the end is not known
	 * @param status not shown: this stage has words of its own
	 */
	@Override
	public void update(final double fraction, final String status) {
		super.update(from + fraction * (to - from), what + timeLeft(fraction));
	}

	/** Nothing in the first seconds, when nobody can tell. */
	private String timeLeft(final double fraction) {
		final long elapsed = nanos.getAsLong() - start;
		if (!(fraction > 0) || elapsed < SILENT_NANOS) return "";
		final double left = elapsed / fraction * (1 - fraction);
		final long seconds = Math.round(left / TimeUnit.SECONDS.toNanos(1));
		return seconds < MANY_SECONDS ? ", " + seconds + " s left" : ", " + Math
			.round(seconds / 60.0) + " min left";
	}
}

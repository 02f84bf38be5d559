
package io.github.cnnclassifier.progress;

import java.util.function.LongSupplier;

/**
 * When to do something beside a longer computation, so that it takes a small
 * part of the time: the longer it took, the longer it rests. For one thread.
 */
public final class SmallShare {

	private final long times;
	private final long least;
	private final long most;
	private final LongSupplier clock;
	/** What it took last; one that was slow by chance alone does not count. */
	private long before = Long.MAX_VALUE;
	private long next;

	/**
	 * @param times it rests so many times as long as it took
	 * @param least it rests at least so many nanoseconds
	 * @param most it rests at most so many nanoseconds
	 */
	public SmallShare(final int times, final long least, final long most) {
		this(times, least, most, System::nanoTime);
	}

	/** @param clock in nanoseconds, of any origin */
	SmallShare(final int times, final long least, final long most,
		final LongSupplier clock)
	{
		this.times = times;
		this.least = least;
		this.most = most;
		this.clock = clock;
		next = clock.getAsLong();
	}

	/** @return whether it has rested enough */
	public boolean isDue() {
		return clock.getAsLong() - next >= 0;
	}

	/** @param nanos that it took, up to now; the lower of two in a row counts */
	public void took(final long nanos) {
		final long cost = Math.min(before, nanos);
		before = nanos;
		next = clock.getAsLong() + Math.max(least, Math.min(most, times * cost));
	}
}

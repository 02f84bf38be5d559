
package io.github.cnnclassifier.training;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.DiskTrouble;

/**
 * Decides which states of a run are kept: that of every epoch, but where epochs
 * are short only so many that writing takes a twentieth of the time, and at
 * least one in five seconds. A disk that takes none is no reason to lose what
 * is in the memory: it is said, and tried again after the next epoch. Not
 * thread-safe.
 */
final class StateKeeper {

	/** Of what the last writing took, until there is another. */
	static final int PAUSE = 20;
	static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);

	private final StateStore store;
	private final Progress progress;
	private final LongSupplier clock;
	private TrainingState last;
	private boolean isKept;
	private boolean isFull;
	/** Of the clock. */
	private long next;

	StateKeeper(final StateStore store, final Progress progress) {
		this(store, progress, System::nanoTime);
	}

	/** @param clock in nanoseconds */
	StateKeeper(final StateStore store, final Progress progress,
		final LongSupplier clock)
	{
		this.store = store;
		this.progress = progress;
		this.clock = clock;
	}

	/** @param state before the first step of this run, kept at once */
	void begin(final TrainingState state) {
		last = state;
		keep();
	}

	/** @param state after an epoch */
	void add(final TrainingState state) {
		last = state;
		isKept = false;
		if (clock.getAsLong() - next >= 0) keep();
	}

	/** Keeps what was too soon to be kept. */
	void end() {
		if (!isKept) keep();
	}

	/** @return the state that came last, kept or not; empty before the first */
	Optional<TrainingState> last() {
		return Optional.ofNullable(last);
	}

	private void keep() {
		final long start = clock.getAsLong();
		try {
			store.keep(last);
			if (isFull) progress.message(
				"The state of the training is kept again, as of epoch " + last.history()
					.size() + ".");
			isKept = true;
			isFull = false;
		}
		catch (final IOException e) {
			if (!isFull) progress.message(
				"Warning: the state of the training could not be kept: " + DiskTrouble
					.reason(e) + ". The training goes on, and tries again after each " +
					"epoch. If it is killed now, it can be resumed from the last state " +
					"that was kept.");
			isFull = true;
		}
		final long end = clock.getAsLong();
		next = end + Math.min(LONGEST_PAUSE_NANOS, PAUSE * (end - start));
	}
}

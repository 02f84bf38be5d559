
package io.github.cnnclassifier.training;

import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Tells once, by the first steps of a long run, how long it is going to take.
 * The very first ones are not counted: arrays are made in them, and the Java
 * compiler has not come to everything yet.
 */
final class EpochPace {

	private static final int NOT_COUNTED = 2;
	private static final double ENOUGH_SECONDS = 5;
	private static final double LONG_RUN_SECONDS = 120;
	private static final double MINUTE = 60;

	private final LongSupplier nanoseconds;
	private int steps;
	private long start;
	private boolean decided;

	/** @param nanoseconds a clock */
	EpochPace(final LongSupplier nanoseconds) {
		this.nanoseconds = nanoseconds;
	}

	/**
	 * To be called after each step of the first epoch that is trained, which need
	 * not be the first of the run.
	 *
	 * @param stepsPerEpoch steps of an epoch
	 * @param epochs of the run, from this one on
	 * @return a sentence when it can be told; empty before, after it, and for a
	 *         run of less than two minutes
	 */
	Optional<String> stepped(final long stepsPerEpoch, final int epochs) {
		if (decided) return Optional.empty();
		steps++;
		if (steps <= NOT_COUNTED) {
			start = nanoseconds.getAsLong();
			return Optional.empty();
		}
		final double seconds = (nanoseconds.getAsLong() - start) / 1e9;
		if (seconds < ENOUGH_SECONDS) return Optional.empty();
		decided = true;
		final int counted = steps - NOT_COUNTED;
		final double epoch = seconds / counted * stepsPerEpoch;
		if (epoch * epochs < LONG_RUN_SECONDS) return Optional.empty();
		return Optional.of("By the first " + counted + (counted == 1 ? " step"
			: " steps") + ", an epoch takes about " + text(epoch) + ", and " +
			epochs + (epochs == 1 ? " epoch " : " epochs ") + text(epoch * epochs) +
			"; validation comes on top.");
	}

	private static String text(final double seconds) {
		if (seconds < 2 * MINUTE) return String.format(Locale.ROOT, "%.0f s",
			seconds);
		if (seconds < 100 * MINUTE) return String.format(Locale.ROOT, "%.0f min",
			seconds / MINUTE);
		return String.format(Locale.ROOT, "%.1f h", seconds / MINUTE / MINUTE);
	}
}

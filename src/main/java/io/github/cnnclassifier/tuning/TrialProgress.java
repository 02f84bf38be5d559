
package io.github.cnnclassifier.tuning;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

import io.github.cnnclassifier.progress.ForwardingProgress;
import io.github.cnnclassifier.progress.Progress;

/**
 * Of one trial: what is told goes into its record, and it is stopped when the
 * time is over. Thread-safe.
 */
final class TrialProgress extends ForwardingProgress {

	private static final int MOST_LINES = 1000;

	private final Supplier<String> left;
	private final DoubleSupplier fraction;
	private final String trial;
	private final BooleanSupplier over;
	private final List<String> log = new CopyOnWriteArrayList<>();

	TrialProgress(final Progress study, final String trial,
		final DoubleSupplier fraction, final Supplier<String> left,
		final BooleanSupplier over)
	{
		super(study);
		this.trial = trial;
		this.fraction = fraction;
		this.left = left;
		this.over = over;
	}

	@Override
	public void update(final double ofTrial, final String status) {
		super.update(fraction.getAsDouble(), trial + left.get());
	}

	@Override
	public void message(final String line) {
		if (log.size() < MOST_LINES) log.add(line);
	}

	@Override
	public boolean isCanceled() {
		return super.isCanceled() || over.getAsBoolean();
	}

	List<String> log() {
		return List.copyOf(log);
	}
}

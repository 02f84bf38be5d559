
package io.github.cnnclassifier.workflow;

import java.util.Locale;

import io.github.cnnclassifier.progress.ForwardingProgress;
import io.github.cnnclassifier.progress.Progress;

/**
 * One of several runs, such as the trainings of a cross-validation: takes its
 * part of the progress bar, and says how long all that are left will take,
 * judged by those that are done. Thread-safe.
 */
public final class RunProgress extends ForwardingProgress {

	private static final double MANY_SECONDS = 90;

	/**
	 * How far all runs together are, in any unit.
	 *
	 * @param done what is finished before this run
	 * @param own what this run has to do, above 0
	 * @param all what there is to do
	 * @param start when the first one began, in nanoseconds
	 */
	public record Work(double done, double own, double all, long start) {
	}

	private final String name;
	private final Work work;

	/**
	 * @param target of all runs
	 * @param name of this one
	 * @param work of this one among the others
	 */
	public RunProgress(final Progress target, final String name,
		final Work work)
	{
		super(target);
		this.name = name;
		this.work = work;
	}

	@Override
	public void update(final double fraction, final String status) {
		final double share = Double.isNaN(fraction) ? 0 : fraction;
		super.update((work.done() + share * work.own()) / work.all(), name +
			left() + ": " + status);
	}

	/** Nothing as long as no run has shown how long it takes. */
	private String left() {
		if (work.done() == 0) return "";
		final double seconds = (System.nanoTime() - work.start()) / 1e9 / work
			.done() * (work.all() - work.done());
		return seconds < MANY_SECONDS ? String.format(Locale.ROOT,
			", %.0f s left in all", seconds) : String.format(Locale.ROOT,
				", %.0f min left in all", seconds / 60);
	}

	@Override
	public void message(final String line) {
		super.message(name + ": " + line);
	}
}

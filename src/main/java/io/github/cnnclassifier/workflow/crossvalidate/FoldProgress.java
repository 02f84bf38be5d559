
package io.github.cnnclassifier.workflow.crossvalidate;

import java.util.Locale;

import io.github.cnnclassifier.progress.Progress;

/**
 * One of several folds: takes its part of the progress bar, and says how long
 * all that are left will take, judged by those that are done. Thread-safe.
 */
final class FoldProgress implements Progress {

	private static final double MANY_SECONDS = 90;

	private final Progress target;
	private final String name;
	private final int done;
	private final int all;
	private final long start;

	/**
	 * @param target of the whole run
	 * @param name of the fold
	 * @param done how many folds this run has finished before
	 * @param all how many folds this run has to do
	 * @param start when it began with the first one, in nanoseconds
	 */
	FoldProgress(final Progress target, final String name, final int done,
		final int all, final long start)
	{
		this.target = target;
		this.name = name;
		this.done = done;
		this.all = all;
		this.start = start;
	}

	@Override
	public void update(final double fraction, final String status) {
		final double share = Double.isNaN(fraction) ? 0 : fraction;
		target.update((done + share) / all, name + left() + ": " + status);
	}

	/** Nothing as long as no fold has shown how long it takes. */
	private String left() {
		if (done == 0) return "";
		final double seconds = (System.nanoTime() - start) / 1e9 / done * (all -
			done);
		return seconds < MANY_SECONDS ? String.format(Locale.ROOT,
			", %.0f s left in all", seconds) : String.format(Locale.ROOT,
				", %.0f min left in all", seconds / 60);
	}

	@Override
	public void message(final String line) {
		target.message(name + ": " + line);
	}

	@Override
	public boolean isCanceled() {
		return target.isCanceled();
	}
}


package io.github.cnnclassifier.transfer;

import java.util.concurrent.TimeUnit;

import io.github.cnnclassifier.progress.Progress;

/**
 * How far the fits of a head are. Before each step, whoever waits can stop them
 * or have them wait.
 */
final class HeadProgress {

	/** Of a fit; one that takes more stands still at its end. */
	private static final double USUAL_STEPS = 150;
	private static final long NANOS_BETWEEN = TimeUnit.MILLISECONDS.toNanos(100);

	private final Progress progress;
	private final double all;
	private double before;
	private double done;
	private long told;

	/** @param all the sum of what all fits take, in any unit */
	HeadProgress(final Progress progress, final double all) {
		this.progress = progress;
		this.all = all;
		told = System.nanoTime() - NANOS_BETWEEN;
	}

	/**
	 * The one before is over then.
	 *
	 * @param what is fitted, a few words
	 * @param work it takes, in the unit of all of it
	 * @return watches the next fit
	 */
	SoftmaxRegression.Watch fit(final String what, final double work) {
		before = done;
		done += work;
		return step -> {
			progress.pause().await(progress);
			progress.checkCanceled();
			final long now = System.nanoTime();
			if (now - told < NANOS_BETWEEN) return;
			told = now;
			progress.update((before + work * Math.min(1, step / USUAL_STEPS)) / all,
				"Fitting the last layer: " + what + ", step " + (step + 1));
		};
	}
}


package io.github.cnnclassifier.workflow.label;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.FreeHeap;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.DiskTrouble;

/**
 * Computes the features of all crops on a thread of its own, once: what is
 * there when somebody stops it stays. Thread-safe.
 */
final class FeatureRun {

	/** Hears on any thread. */
	interface Watcher {

		/** It is further, or ended; a few times a second at most. */
		void changed();

		/** There are enough new ones to look at them again. */
		void enough();
	}

	private static final long NANOS_BETWEEN = TimeUnit.MILLISECONDS.toNanos(250);
	/** Before all are there, predictions begin with so many. */
	private static final int FIRST = 256;

	private final CropImages images;
	private final CropFeatures maker;
	private final Watcher watcher;
	/** Guarded by this, as all that follows. */
	private final float[][] features;
	private final boolean[] tried;
	private int done;
	private int last;
	private long told;
	private FeatureStage.Kind kind = FeatureStage.Kind.CANCELED;
	private String reason = "";
	private Thread thread;
	private boolean stopping;

	FeatureRun(final CropImages images, final CropFeatures maker,
		final Watcher watcher)
	{
		this.images = images;
		this.maker = maker;
		this.watcher = watcher;
		features = new float[images.size()][];
		tried = new boolean[images.size()];
	}

	/** Begins, or goes on; does nothing while it runs or when all is done. */
	synchronized void start() {
		if (thread != null || kind == FeatureStage.Kind.READY) return;
		stopping = false;
		kind = FeatureStage.Kind.RUNNING;
		reason = "";
		thread = new Thread(this::run, "CNN Classifier, features of crops");
		thread.setDaemon(true);
		thread.start();
	}

	synchronized void cancel() {
		stopping = true;
	}

	synchronized FeatureStage stage() {
		return new FeatureStage(kind, done, tried.length, reason);
	}

	/** @return those that are there, by crop; others are null */
	synchronized float[][] features() {
		return features.clone();
	}

	private synchronized boolean isStopping() {
		return stopping;
	}

	private void run() {
		FeatureStage.Kind ended = FeatureStage.Kind.FAILED;
		String why = "";
		try {
			final int[] wanted;
			synchronized (this) {
				wanted = IntStream.range(0, tried.length).filter(i -> !tried[i])
					.toArray();
			}
			maker.compute(images, wanted, new Taking(), new Stoppable());
			ended = FeatureStage.Kind.READY;
		}
		catch (final CanceledException e) {
			ended = FeatureStage.Kind.CANCELED;
		}
		catch (final IOException e) {
			why = DiskTrouble.reason(e);
		}
		catch (final UserFailure e) {
			why = e.getMessage();
		}
		catch (final OutOfMemoryError e) {
			why = "Java's memory of " + (FreeHeap.most() >> 20) +
				" MB is full. Close images, or give Java more memory.";
		}
		catch (final RuntimeException | LinkageError e) {
			why = "By a fault of the program: " + Objects.toString(e) +
				". Please report it.";
			throw e;
		}
		finally {
			end(ended, why);
		}
	}

	private void end(final FeatureStage.Kind ended, final String why) {
		// whoever sees the end also sees that predictions are on their way
		watcher.enough();
		synchronized (this) {
			kind = ended;
			reason = why;
			thread = null;
		}
		watcher.changed();
	}

	private void took(final int crop, final float[] found) {
		final boolean enough;
		final boolean tell;
		synchronized (this) {
			tried[crop] = true;
			features[crop] = found;
			done++;
			enough = done >= Math.max(FIRST, 2 * last);
			if (enough) last = done;
			final long now = System.nanoTime();
			tell = now - told > NANOS_BETWEEN;
			if (tell) told = now;
		}
		if (enough) watcher.enough();
		if (tell) watcher.changed();
	}

	/** Notes what was found of each crop. */
	private final class Taking implements CropFeatures.Sink {

		@Override
		public void computed(final int crop, final float[] found) {
			for (final float value : found) {
				if (Float.isFinite(value)) continue;
				failed(crop, "Its values are too large or no numbers.");
				return;
			}
			took(crop, found);
		}

		@Override
		public void failed(final int crop, final String why) {
			images.setProblem(crop, why);
			took(crop, null);
		}
	}

	private final class Stoppable implements Progress {

		@Override
		public void update(final double fraction, final String status) {
			// each crop is counted when its features are there
		}

		@Override
		public void message(final String line) {
			// the stage says all there is to say
		}

		@Override
		public boolean isCanceled() {
			return isStopping();
		}
	}
}


package io.github.cnnclassifier.engine.dl4j;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads of Java that share the work of one operation after the other, each a
 * fixed part of it, so that equal batches on as many threads give equal bits.
 */
final class Team {

	private final Scratch[] scratches;

	/** @param size threads, at least 1; the calling one is among them */
	Team(final int size) {
		scratches = new Scratch[size];
		for (int i = 0; i < size; i++)
			scratches[i] = new Scratch();
	}

	int size() {
		return scratches.length;
	}

	/** @return arrays for that part to work with, until its share is done */
	Scratch scratch(final int part) {
		return scratches[part];
	}

	/** What is done in parts. */
	interface Share {

		/**
		 * @param part index of the thread
		 * @param from first item
		 * @param to behind the last item
		 */
		void run(int part, int from, int to);
	}

	/**
	 * Waits until all is done.
	 *
	 * @param items at least 1
	 * @return the number of parts, each of which had an item at least
	 */
	int split(final int items, final Share share) {
		final int parts = Math.min(scratches.length, items);
		if (parts == 1) share.run(0, 0, items);
		else new Round(parts, items, share).run();
		return parts;
	}

	private static final class Round {

		private final int parts;
		private final int items;
		private final Share share;
		private final Thread caller = Thread.currentThread();
		private final AtomicInteger open;
		private final AtomicReference<Throwable> failure = new AtomicReference<>();

		Round(final int parts, final int items, final Share share) {
			this.parts = parts;
			this.items = items;
			this.share = share;
			open = new AtomicInteger(parts);
		}

		void run() {
			final Worker[] workers = new Worker[parts - 1];
			for (int i = 0; i < workers.length; i++) {
				final int part = i + 1;
				workers[i] = Worker.take();
				workers[i].start(() -> run(part));
			}
			run(0);
			// even after a failure, as all use the same arrays
			Worker.await(() -> open.get() == 0);
			for (final Worker worker : workers)
				worker.giveBack();
			final Throwable thrown = failure.get();
			if (thrown instanceof final RuntimeException e) throw e;
			if (thrown instanceof final Error e) throw e;
		}

		private void run(final int part) {
			try {
				share.run(part, start(part), start(part + 1));
			}
			catch (final RuntimeException | Error e) {
				failure.compareAndSet(null, e);
			}
			if (open.decrementAndGet() == 0) LockSupport.unpark(caller);
		}

		private int start(final int part) {
			return (int) ((long) items * part / parts);
		}
	}
}

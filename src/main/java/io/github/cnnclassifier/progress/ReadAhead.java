
package io.github.cnnclassifier.progress;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/**
 * Prepares things on all cores while the caller is busy with the ones before,
 * and hands them over in order. Only so many are prepared ahead, so that memory
 * stays bounded.
 * <p>
 * Not thread-safe: one thread takes the things. Whoever makes it closes it,
 * which stops the threads.
 *
 * @param <T> what is prepared
 */
public final class ReadAhead<T> implements Iterator<T>, AutoCloseable {

	private static final long MILLIS_BETWEEN_LOOKS = 100;

	private final int count;
	private final int ahead;
	private final IntFunction<T> preparation;
	private final Progress progress;
	private final ExecutorService threads;
	private final Deque<Future<T>> pending = new ArrayDeque<>();
	private int submitted;

	/**
	 * @param count how many things there are
	 * @param ahead how many may be prepared or waiting at a time, at least 1
	 * @param preparation of the thing of a 0-based index; called on any thread,
	 *          once for each
	 * @param progress asked for cancellation while the caller waits
	 */
	public ReadAhead(final int count, final int ahead,
		final IntFunction<T> preparation, final Progress progress)
	{
		this.count = count;
		this.ahead = ahead;
		this.preparation = preparation;
		this.progress = progress;
		this.threads = Executors.newFixedThreadPool(Math.min(ahead, Runtime
			.getRuntime().availableProcessors()), task -> {
				final Thread thread = new Thread(task, "CNN image reader");
				thread.setDaemon(true);
				return thread;
			});
	}

	@Override
	public boolean hasNext() {
		return submitted < count || !pending.isEmpty();
	}

	/**
	 * Waits for the next thing, and before that as long as the progress is
	 * paused. What its preparation threw is thrown here.
	 *
	 * @return the things in the order of their indices
	 * @throws CanceledException if the user stopped the run, at once, or if the
	 *           waiting thread was interrupted
	 * @throws NoSuchElementException after the last one
	 */
	@Override
	public T next() {
		if (!hasNext()) throw new NoSuchElementException();
		progress.pause().await(progress);
		fill();
		final T next = await(pending.remove());
		fill();
		return next;
	}

	private void fill() {
		while (submitted < count && pending.size() < ahead) {
			final int index = submitted++;
			pending.add(threads.submit(() -> preparation.apply(index)));
		}
	}

	private T await(final Future<T> future) {
		while (true) {
			progress.checkCanceled();
			try {
				return future.get(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
			}
			catch (final TimeoutException e) {
				continue;
			}
			catch (final InterruptedException e) {
				// the host interrupts a run to stop it; the progress takes note
				Thread.currentThread().interrupt();
				progress.checkCanceled();
				throw new CanceledException();
			}
			catch (final ExecutionException e) {
				if (e.getCause() instanceof final RuntimeException cause) throw cause;
				if (e.getCause() instanceof final Error cause) throw cause;
				throw new IllegalStateException(e.getCause());
			}
		}
	}

	/**
	 * Stops, and waits for what is being prepared: it may use what the caller
	 * closes next.
	 */
	@Override
	public void close() {
		threads.shutdownNow();
		boolean interrupted = false;
		boolean ended = false;
		while (!ended) {
			try {
				ended = threads.awaitTermination(1, TimeUnit.MINUTES);
			}
			catch (final InterruptedException e) {
				interrupted = true;
			}
		}
		if (interrupted) Thread.currentThread().interrupt();
	}
}

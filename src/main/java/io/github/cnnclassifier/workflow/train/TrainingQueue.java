
package io.github.cnnclassifier.workflow.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.progress.CanceledException;

/**
 * The trainings of one program: two at once would only make both slow, so that
 * one that a person asks for waits until those before it have ended. Who cannot
 * wait, such as a macro, is no less among them. Thread-safe.
 */
public final class TrainingQueue {

	/** A training that runs. Closing it lets the next one begin. */
	public interface Turn extends AutoCloseable {

		@Override
		void close();
	}

	private static final long MILLIS_BETWEEN_LOOKS = 200;

	/** Guarded by this. */
	private final List<TrainingControl> running = new ArrayList<>();
	/** Guarded by this; in the order in which they came. */
	private final List<TrainingControl> waiting = new ArrayList<>();

	/**
	 * Does not wait.
	 *
	 * @param training begins now, whatever else runs
	 * @return to be closed at its end
	 */
	public synchronized Turn begin(final TrainingControl training) {
		running.add(training);
		return () -> end(training);
	}

	/**
	 * Waits until no other training runs or came before.
	 *
	 * @param training asked for cancellation while it waits; told what it waits
	 *          for
	 * @return to be closed at its end
	 * @throws CanceledException if it was taken away, or the thread was
	 *           interrupted, which it then still is
	 */
	public Turn await(final TrainingControl training) {
		add(training);
		try {
			boolean told = false;
			// whoever is told may wait for the event thread, which looks in here
			for (Optional<String> before = beginOrWait(training); before
				.isPresent(); before = beginOrWait(training))
			{
				if (!told) training.message("The training waits until '" + before
					.get() + "' has ended.");
				told = true;
				training.checkCanceled();
				training.update(Double.NaN, "Waits until '" + before.get() +
					"' has ended");
				hold();
			}
			return () -> end(training);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			training.checkCanceled();
			throw new CanceledException();
		}
		finally {
			remove(training);
		}
	}

	private synchronized void add(final TrainingControl training) {
		waiting.add(training);
	}

	private synchronized void remove(final TrainingControl training) {
		waiting.remove(training);
		notifyAll();
	}

	private synchronized void hold() throws InterruptedException {
		wait(MILLIS_BETWEEN_LOOKS);
	}

	/** @return what is waited for; empty if it has begun */
	private synchronized Optional<String> beginOrWait(
		final TrainingControl training)
	{
		final int place = waiting.indexOf(training);
		if (place > 0) return Optional.of(waiting.get(place - 1).name());
		if (!running.isEmpty()) return Optional.of(running.get(running.size() - 1)
			.name());
		running.add(training);
		return Optional.empty();
	}

	private synchronized void end(final TrainingControl training) {
		running.remove(training);
		notifyAll();
	}

	/** @return those that wait, the next one first; a copy */
	public synchronized List<TrainingControl> waiting() {
		return List.copyOf(waiting);
	}

	/** @return those that run, the last one to begin last; a copy */
	public synchronized List<TrainingControl> running() {
		return List.copyOf(running);
	}
}

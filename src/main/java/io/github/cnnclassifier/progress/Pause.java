
package io.github.cnnclassifier.progress;

/**
 * A wish to hold on for a while. A computation comes by between two things that
 * it does, such as batches, where nothing is half done; so nothing of it is
 * lost, and it goes on as if it had never waited.
 * <p>
 * Implementations are thread-safe.
 */
public interface Pause {

	/** Of a computation that nobody can pause. */
	Pause NONE = new Pause() {

		@Override
		public void await(final Progress progress) {
			// nobody asks for it
		}

		@Override
		public long nanos() {
			return 0;
		}
	};

	/**
	 * Returns at once, unless there is the wish to hold on: then as soon as there
	 * is no more.
	 *
	 * @param progress asked for cancellation while this thread waits
	 * @throws CanceledException if the user stopped the run meanwhile, or the
	 *           thread is interrupted, which it then still is
	 */
	void await(Progress progress);

	/** @return how long the computation has waited here in all, nanoseconds */
	long nanos();
}

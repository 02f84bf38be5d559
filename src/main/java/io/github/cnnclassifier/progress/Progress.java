
package io.github.cnnclassifier.progress;

/**
 * How a long computation tells how far it is, and learns that it should stop.
 * <p>
 * Implementations must be thread-safe; calls are cheap and never block for
 * long. A computation calls {@link #checkCanceled()} at least once a batch.
 */
public interface Progress {

	/**
	 * @param fraction done so far, 0 to 1; NaN when the end is not known
	 * @param status a few words on what is being done now
	 */
	void update(double fraction, String status);

	/** @param line a milestone worth keeping, one line without line break */
	void message(String line);

	/** @return whether the user asked to stop; stays true once it is true */
	boolean isCanceled();

	/**
	 * What passes its calls on to another one passes this on as well.
	 *
	 * @return where a long computation comes by between two things that it does
	 */
	default Pause pause() {
		return Pause.NONE;
	}

	/** @throws CanceledException if the user asked to stop */
	default void checkCanceled() {
		if (isCanceled()) throw new CanceledException();
	}

	/** @return a progress that shows nothing and is never canceled */
	static Progress none() {
		return new Progress() {

			@Override
			public void update(final double fraction, final String status) {
				// nobody watches
			}

			@Override
			public void message(final String line) {
				// nobody listens
			}

			@Override
			public boolean isCanceled() {
				return false;
			}
		};
	}
}

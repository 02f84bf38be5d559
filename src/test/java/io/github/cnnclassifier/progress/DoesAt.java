
package io.github.cnnclassifier.progress;

import java.util.List;

/**
 * A user who listens, and does something else when a line is told.
 *
 * @param begin of the line
 * @param action done each time
 * @param told gets each message
 */
public record DoesAt(String begin, Action action, List<String> told)
		implements
			Progress
{

	/** Something in a test. */
	@FunctionalInterface
	public interface Action {

		void run() throws Exception;
	}

	@Override
	public void update(final double fraction, final String status) {
		// nobody watches
	}

	@Override
	public void message(final String line) {
		told.add(line);
		if (!line.startsWith(begin)) return;
		try {
			action.run();
		}
		catch (final RuntimeException e) {
			throw e;
		}
		catch (final Exception e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public boolean isCanceled() {
		return false;
	}
}

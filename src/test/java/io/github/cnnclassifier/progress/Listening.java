
package io.github.cnnclassifier.progress;

import java.util.List;

/**
 * A user who listens, and neither watches nor stops anything.
 *
 * @param told gets each message at its end
 */
public record Listening(List<String> told) implements Progress {

	@Override
	public void update(final double fraction, final String status) {
		// nobody watches
	}

	@Override
	public void message(final String line) {
		told.add(line);
	}

	@Override
	public boolean isCanceled() {
		return false;
	}
}

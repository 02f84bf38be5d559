
package io.github.cnnclassifier.progress;

import java.util.function.BooleanSupplier;

/**
 * A user who presses Escape, and neither watches nor listens.
 *
 * @param pressed whether Escape was pressed by now
 */
public record CancelWhen(BooleanSupplier pressed) implements Progress {

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
		return pressed.getAsBoolean();
	}
}

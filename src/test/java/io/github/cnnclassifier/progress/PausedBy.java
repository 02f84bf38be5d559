
package io.github.cnnclassifier.progress;

import java.util.function.BooleanSupplier;

/** A user who can hold a computation on, and stop it. */
public final class PausedBy extends ForwardingProgress {

	private final Pause pause;

	/**
	 * @param pause holds it on
	 * @param pressed whether Escape was pressed by now
	 */
	public PausedBy(final Pause pause, final BooleanSupplier pressed) {
		super(new CancelWhen(pressed));
		this.pause = pause;
	}

	@Override
	public Pause pause() {
		return pause;
	}
}


package io.github.cnnclassifier.progress;

/**
 * Passes on to another one whatever an extending class does not change. As
 * thread-safe as that one.
 */
public abstract class ForwardingProgress implements Progress {

	private final Progress target;

	/** @param target shows and cancels */
	protected ForwardingProgress(final Progress target) {
		this.target = target;
	}

	@Override
	public void update(final double fraction, final String status) {
		target.update(fraction, status);
	}

	@Override
	public void message(final String line) {
		target.message(line);
	}

	@Override
	public boolean isCanceled() {
		return target.isCanceled();
	}

	@Override
	public Pause pause() {
		return target.pause();
	}
}

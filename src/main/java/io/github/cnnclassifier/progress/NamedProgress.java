
package io.github.cnnclassifier.progress;

/**
 * Tells beside each message whose it is, where several runs share one log.
 * Thread-safe.
 */
public final class NamedProgress implements Progress {

	private final String name;
	private final Progress target;

	/**
	 * @param name of what the run is about
	 * @param target shows and cancels
	 */
	public NamedProgress(final String name, final Progress target) {
		this.name = name;
		this.target = target;
	}

	@Override
	public void update(final double fraction, final String status) {
		target.update(fraction, name + ": " + status);
	}

	@Override
	public void message(final String line) {
		target.message(name + ": " + line);
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


package io.github.cnnclassifier.progress;

/**
 * Tells beside each message whose it is, where several runs share one log.
 * Thread-safe.
 */
public final class NamedProgress extends ForwardingProgress {

	private final String name;

	/**
	 * @param name of what the run is about
	 * @param target shows and cancels
	 */
	public NamedProgress(final String name, final Progress target) {
		super(target);
		this.name = name;
	}

	@Override
	public void update(final double fraction, final String status) {
		super.update(fraction, name + ": " + status);
	}

	@Override
	public void message(final String line) {
		super.message(name + ": " + line);
	}
}


package io.github.cnnclassifier.workflow.train;

import io.github.cnnclassifier.progress.ForwardingProgress;
import io.github.cnnclassifier.progress.Pause;
import io.github.cnnclassifier.progress.PauseSwitch;
import io.github.cnnclassifier.progress.Progress;

/**
 * What a person decides of one training while it lasts, and how far it is. It
 * is the progress of the training. Thread-safe.
 */
public final class TrainingControl extends ForwardingProgress {

	/**
	 * How far a training is.
	 *
	 * @param fraction done so far, 0 to 1; NaN when the end is not known
	 * @param status a few words on what is being done now
	 */
	public record Stage(double fraction, String status) {
	}

	private final String name;
	private final PauseSwitch pause = new PauseSwitch();
	private volatile Stage stage = new Stage(Double.NaN, "Begins");
	private volatile boolean stopped;
	private volatile boolean discarded;

	/**
	 * @param name of the model, for people
	 * @param target shows, and cancels for other reasons
	 */
	public TrainingControl(final String name, final Progress target) {
		super(target);
		this.name = name;
	}

	/** @return of the model, for people */
	public String name() {
		return name;
	}

	/** @return how far it is */
	public Stage stage() {
		return stage;
	}

	/** The training ends soon, and the best model so far is kept. */
	public void stop() {
		stopped = true;
		pause.goOn();
	}

	/**
	 * The training ends soon, and nothing of it is left.
	 */
	public void discard() {
		discarded = true;
		stop();
	}

	/** @return whether nothing of it shall be left */
	public boolean isDiscarded() {
		return discarded;
	}

	/** @return whether it has been told to end, here or by the host */
	public boolean isStopped() {
		return stopped || super.isCanceled();
	}

	/** The training holds on between two batches. */
	public void holdOn() {
		if (!isStopped()) pause.pause();
	}

	/** The training goes on where it was. */
	public void goOn() {
		pause.goOn();
	}

	/** @return whether it is to hold on */
	public boolean isPaused() {
		return pause.isPaused();
	}

	@Override
	public Pause pause() {
		return pause;
	}

	@Override
	public void update(final double fraction, final String status) {
		stage = new Stage(fraction, status);
		super.update(fraction, status);
	}

	@Override
	public boolean isCanceled() {
		return isStopped();
	}
}

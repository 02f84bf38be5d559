
package io.github.cnnclassifier.ui.train;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * The place in the window of training for what a person sees of one run that
 * was started from it. Further methods may be called on any thread and return
 * at once.
 */
public interface TrainingCards extends TrainingStage {

	/** Shows the images again, with everything that was typed. */
	void showImages();

	/**
	 * The training has ended, on any thread. A panel that was shown stays; if
	 * nothing came of it, the images are shown again.
	 */
	@Override
	void setEnded(boolean hasResult);

	/**
	 * The training could not be done: shows the images again, and what is to be
	 * mended.
	 *
	 * @param failure what is wrong
	 * @param message the same in the words of the window
	 */
	void failed(UserFailure failure, String message);
}

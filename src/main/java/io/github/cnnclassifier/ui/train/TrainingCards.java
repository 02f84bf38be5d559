
package io.github.cnnclassifier.ui.train;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * The place in the window of training for what a person sees of one run that
 * was started from it. Further methods may be called on any thread and return
 * at once.
 */
public interface TrainingCards extends TrainingStage {

	/**
	 * Shows the images again, with everything that was typed.
	 *
	 * @param wish keys of the next training that are to be others
	 */
	void showImages(TrainingWish wish);

	/**
	 * The training has ended, on any thread. A panel that was shown stays; if
	 * nothing came of it, the images are shown again.
	 */
	@Override
	void setEnded(boolean hasResult);

	/**
	 * The training could not be done: shows the images again, and what is to be
	 * mended. Whoever looks at another training goes on looking at it, and gets
	 * there by a button.
	 *
	 * @param failure what is wrong
	 * @param message the same in the words of the window
	 */
	void failed(UserFailure failure, String message);
}

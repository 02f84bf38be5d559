
package io.github.cnnclassifier.ui.train;

import java.awt.Window;

import javax.swing.JComponent;

/**
 * Where the panels of one training are shown: a window of their own, or a place
 * in a larger one. For the event dispatch thread, but for {@link #isIn}.
 */
public interface TrainingStage {

	/**
	 * Shows a panel in the place of the one before, without taking the focus.
	 *
	 * @param panel of the training
	 */
	void show(JComponent panel);

	/** The person has seen enough for now; the training goes on. */
	void sendToBackground();

	/**
	 * @return what {@link #sendToBackground} does here, and how one comes back,
	 *         in words
	 */
	String wayBack();

	/**
	 * The training has ended: whoever closes the window closes it for good.
	 *
	 * @param hasResult whether a panel with what came of it follows; if not, it
	 *          failed, or was stopped before there was a model, or thrown away
	 */
	void setEnded(boolean hasResult);

	/**
	 * @param window any; null for none
	 * @return whether the panels are in it; from any thread
	 */
	boolean isIn(Window window);
}


package io.github.cnnclassifier.ui.train;

import java.awt.BorderLayout;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;

import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.WindowConstants;

import io.github.cnnclassifier.ui.ListedWindow;

/**
 * The panels of a training in a window of their own, in the corner where it is
 * least in the way. It is no image of ImageJ and never takes the focus. While
 * the training lasts, who closes it finds it again in ImageJ's menu Window.
 */
public final class TrainingFrame extends JFrame implements TrainingStage {

	private static final long serialVersionUID = 1L;

	private static final int WIDTH = 760;
	private static final int HEIGHT = 600;

	private final JPanel content = new JPanel(new BorderLayout());
	private final transient Runnable inBackground;
	private boolean ended;
	private boolean begun;
	private boolean closed;

	/**
	 * @param title of the window, which stays
	 * @param inBackground told when it is closed while the training goes on
	 */
	public TrainingFrame(final String title, final Runnable inBackground) {
		super(title);
		this.inBackground = inBackground;
		setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
		setAutoRequestFocus(false);
		setContentPane(content);
		addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(final WindowEvent event) {
				if (ended) dispose();
				else sendToBackground();
			}
		});
	}

	@Override
	public void show(final JComponent panel) {
		if (closed) return;
		content.removeAll();
		content.add(panel);
		if (!begun) {
			begun = true;
			place();
			ListedWindow.show(this, this::clear);
		}
		// what came of it is worth a look
		else if (ended) setVisible(true);
		content.revalidate();
		content.repaint();
	}

	private void clear() {
		content.removeAll();
		closed = true;
	}

	private void place() {
		ListedWindow.fit(this, WIDTH, HEIGHT);
		final Rectangle screen = ListedWindow.screen();
		setLocation(screen.x + screen.width - getWidth(), screen.y + screen.height -
			getHeight());
	}

	@Override
	public String wayBack() {
		return "Closes the window; ImageJ's menu Window opens it again";
	}

	@Override
	public void sendToBackground() {
		setVisible(false);
		if (!ended) inBackground.run();
	}

	/** ImageJ's menu Window calls it, also if the window was closed. */
	@Override
	public void toFront() {
		if (!isVisible() && isDisplayable()) setVisible(true);
		super.toFront();
	}

	/** A hidden window that tells how it ended is of use to nobody. */
	@Override
	public void setEnded(final boolean hasResult) {
		ended = true;
		if (!hasResult && !isVisible()) dispose();
	}

	/** @return whether the training has ended */
	public boolean hasEnded() {
		return ended;
	}

	@Override
	public boolean isIn(final Window window) {
		return window == this;
	}
}

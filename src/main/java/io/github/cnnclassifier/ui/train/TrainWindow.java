
package io.github.cnnclassifier.ui.train;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Frame;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.WindowConstants;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.ui.Buttons;
import io.github.cnnclassifier.ui.ListedWindow;
import io.github.cnnclassifier.ui.WrappingRow;

/**
 * The window of training. At first it shows the images and how they would be
 * learned from, then what a training that was started from it shows of itself.
 * It is no image, not modal, and edits keys of the command alone.
 */
public final class TrainWindow {

	private static final String TITLE = "Train a classifier";
	private static final int WIDTH = 900;
	private static final int HEIGHT = 620;

	private final TrainingHost host;
	private final Shown frame = new Shown();
	private final JPanel place = new JPanel(new BorderLayout());
	private final JPanel going = new WrappingRow(FlowLayout.LEFT, 6, 2);
	private final JButton back = Buttons.button("Back to the images",
		"Shows the images again, with all that was typed and ticked",
		this::seeImages);
	private final ImagesCard images;
	/** Trainings that last. */
	private final List<Run> runs = new ArrayList<>();
	/** Trainings that have ended while somebody looked at something else. */
	private final List<Run> news = new ArrayList<>();
	/** The training that is seen; null while the images are. */
	private volatile Run seen;
	/** The training that has ended last with a result; null for none. */
	private Run result;

	private TrainWindow(final TrainingHost host) {
		this.host = host;
		images = new ImagesCard(host, this::train, host::openDialog);
		frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(final WindowEvent event) {
				// a training that lasts is found again in the menu Window
				if (runs.isEmpty()) frame.dispose();
				else frame.setVisible(false);
			}
		});
		frame.setContentPane(place);
		put(images);
	}

	/**
	 * Opens a window; only where there is a display.
	 *
	 * @param host the program around it
	 * @param wish what it begins with; empty for the images of the last time
	 * @return the window; not on the event thread
	 */
	public static TrainWindow open(final TrainingHost host,
		final Optional<TrainingWish> wish)
	{
		final TrainWindow[] made = new TrainWindow[1];
		onEventThread(() -> {
			made[0] = new TrainWindow(host);
			made[0].open(wish);
		});
		return made[0];
	}

	private static void onEventThread(final Runnable deed) {
		try {
			EventQueue.invokeAndWait(deed);
		}
		catch (final InterruptedException e) {
			// it is done all the same, a little later
			Thread.currentThread().interrupt();
		}
		catch (final InvocationTargetException e) {
			throw new IllegalStateException("The window could not be shown", e
				.getCause());
		}
	}

	private void open(final Optional<TrainingWish> wish) {
		ListedWindow.fit(frame, WIDTH, HEIGHT);
		frame.setLocationRelativeTo(null);
		ListedWindow.show(frame, images::close);
		images.begin(wish);
	}

	/**
	 * Brings the window to the front, if there still is one, with the images and
	 * all that was typed, and goes on with what is wished there. If something
	 * would be lost that a person has chosen, the window asks first; nobody waits
	 * for that. A training that is seen there is found again by a button.
	 *
	 * @param wish what is shown in the place of what there is; empty for nothing
	 *          else
	 * @return whether it does; else another one is needed
	 */
	public boolean isBack(final Optional<TrainingWish> wish) {
		final boolean[] back = new boolean[1];
		onEventThread(() -> {
			back[0] = frame.isDisplayable();
			if (!back[0]) return;
			if (seen != null) seeImages();
			frame.toFront();
			wish.ifPresent(wanted -> EventQueue.invokeLater(() -> images.take(
				wanted)));
		});
		return back[0];
	}

	private void put(final JComponent card) {
		place.removeAll();
		place.add(card);
		renewLinks();
	}

	/** The card stays, and so does the focus in it. */
	private void renewLinks() {
		going.removeAll();
		if (seen != null && seen.ended) going.add(back);
		for (final Run run : runs)
			if (run != seen) going.add(run.link("Training of " + run.model +
				" goes on: show it"));
		for (final Run run : news)
			going.add(run.link("Training of " + run.model + (run.reason == null
				? " has ended: show what came of it" : " was not done: show why")));
		if (result != null && result != seen && !news.contains(result)) going.add(
			result.link("Result of " + result.model + ": show it"));
		if (going.getComponentCount() > 0) place.add(going, BorderLayout.NORTH);
		else place.remove(going);
		place.revalidate();
		place.repaint();
	}

	private void train(final Map<String, String> values, final String model) {
		final Run run = new Run(model, Path.of(values.get(CardKeys.MODEL)));
		runs.add(run);
		tellFiles();
		run.see();
		host.train(values, run);
	}

	/** What is written soon is not free, though it is not there yet. */
	private void tellFiles() {
		images.setInUse(runs.stream().map(run -> run.file).collect(Collectors
			.toSet()));
	}

	private void seeImages() {
		seen = null;
		frame.setTitle(TITLE);
		put(images);
		images.lookAgain();
	}

	/** Now if this is the event thread, else soon. */
	private static void soon(final Runnable deed) {
		if (EventQueue.isDispatchThread()) deed.run();
		else EventQueue.invokeLater(deed);
	}

	/** ImageJ's menu Window brings it to the front, also if it was closed. */
	private static final class Shown extends JFrame {

		private static final long serialVersionUID = 1L;

		Shown() {
			super(TITLE);
		}

		@Override
		public void toFront() {
			if (!isVisible() && isDisplayable()) setVisible(true);
			setExtendedState(getExtendedState() & ~Frame.ICONIFIED);
			super.toFront();
		}
	}

	/** One training, and what is seen of it. */
	private final class Run implements TrainingCards {

		private final String model;
		private final Path file;
		/** Empty for the moment until the training shows itself. */
		private JComponent card = new JPanel();
		private boolean ended;
		/** Shows why it was not done; null if it was. */
		private Runnable reason;

		Run(final String model, final Path file) {
			this.model = model;
			this.file = file;
		}

		/** @return leads from something else to what is seen of the training */
		JButton link(final String text) {
			final JButton link = new JButton(text);
			link.addActionListener(event -> see());
			return link;
		}

		private void see() {
			news.remove(this);
			if (reason != null) {
				seeImages();
				reason.run();
				return;
			}
			seen = this;
			frame.setTitle(TITLE + ": " + model);
			put(card);
		}

		private void showWithoutFocus() {
			frame.setAutoRequestFocus(false);
			frame.setVisible(true);
			frame.setAutoRequestFocus(true);
		}

		private void end() {
			ended = true;
			runs.remove(this);
			if (frame.isDisplayable()) tellFiles();
		}

		@Override
		public void show(final JComponent panel) {
			soon(() -> {
				card = panel;
				if (ended) result = this;
				if (seen == this) see();
				else if (ended) tell();
				// what came of it is worth a look
				if (ended && !frame.isVisible() && frame.isDisplayable()) {
					see();
					showWithoutFocus();
				}
			});
		}

		@Override
		public String wayBack() {
			return "Shows the images again; a button above them leads back here";
		}

		@Override
		public void sendToBackground() {
			soon(TrainWindow.this::seeImages);
		}

		@Override
		public void setEnded(final boolean hasResult) {
			soon(() -> {
				end();
				if (!hasResult) leave();
			});
		}

		/** There is nothing to see. */
		private void leave() {
			if (seen == this) seeImages();
			else renewLinks();
		}

		/** What somebody looks at stays as it is. */
		private void tell() {
			if (!news.contains(this)) news.add(this);
			renewLinks();
		}

		@Override
		public void showImages(final TrainingWish wish) {
			soon(() -> {
				if (!frame.isDisplayable()) return;
				seeImages();
				images.show(wish);
			});
		}

		@Override
		public void failed(final UserFailure failure, final String message) {
			soon(() -> {
				end();
				if (!frame.isDisplayable()) return;
				reason = () -> images.mend(failure, message);
				if (seen == null || seen == this || !frame.isVisible()) see();
				else tell();
				if (!frame.isVisible()) showWithoutFocus();
			});
		}

		/** Of several trainings in one window, that which a person looks at. */
		@Override
		public boolean isIn(final Window window) {
			return window == frame && seen == this;
		}
	}
}

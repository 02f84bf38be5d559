
package io.github.cnnclassifier.ui.label;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.WindowConstants;

import ij.IJ;
import ij.ImageJ;
import io.github.cnnclassifier.dataset.source.ImagePlace;
import io.github.cnnclassifier.imagej.QuitGuard;
import io.github.cnnclassifier.imagej.reader.OriginalImages;
import io.github.cnnclassifier.storage.DiskTrouble;
import io.github.cnnclassifier.ui.Buttons;
import io.github.cnnclassifier.ui.Deeds;
import io.github.cnnclassifier.ui.Keys;
import io.github.cnnclassifier.ui.ListedWindow;
import io.github.cnnclassifier.ui.Plain;
import io.github.cnnclassifier.ui.WrappingRow;
import io.github.cnnclassifier.workflow.ClassKeys;
import io.github.cnnclassifier.workflow.label.LabelCounts;
import io.github.cnnclassifier.workflow.label.LabelListener;
import io.github.cnnclassifier.workflow.label.LabelSession;

/**
 * The window in which a person gives labels to crops, one key a class. It shows
 * what a session knows and says; the session computes and saves. It is no image
 * of ImageJ.
 */
public final class LabelWindow {

	private static final int WIDTH = 1240;
	private static final int HEIGHT = 690;
	private static final int GAP = 6;

	private final LabelSession session;
	private final JFrame frame;
	private final CropGrid grid;
	private final GridOrder order;
	private final LabelActions actions;
	private final ClassPanel classes;
	private final StatusPanel status;
	private final Deeds deeds;
	private final SortBar sorting;
	private final LabelUses uses;
	private final Optional<ImageLabeling> image;
	private final AtomicBoolean waiting = new AtomicBoolean();
	private final AtomicBoolean closing = new AtomicBoolean();
	private volatile String trouble = "";
	private QuitGuard quitting;
	private final LabelListener listener = new LabelListener() {

		@Override
		public void labelsChanged() {
			refreshLater();
		}

		@Override
		public void featuresChanged() {
			refreshLater();
		}

		@Override
		public void predictionsChanged() {
			sorting.setFresh();
			refreshLater();
		}

		@Override
		public void saved() {
			trouble = "";
			refreshLater();
		}

		@Override
		public void saveFailed(final String reason) {
			trouble = reason;
			refreshLater();
		}
	};

	private LabelWindow(final LabelSession session,
		final Optional<ImageCrops> place, final Consumer<Path> training)
	{
		this.session = session;
		frame = new JFrame("Label images: " + session.title());
		grid = new CropGrid(session);
		order = new GridOrder(session, grid);
		status = new StatusPanel(session);
		actions = new LabelActions(session, grid, order, status::tell, this::asks);
		classes = new ClassPanel(new ClassDeeds());
		deeds = new Deeds("CNN Classifier, labels", frame, this::tell);
		sorting = new SortBar(session, order, actions, grid);
		uses = new LabelUses(session, frame, grid, deeds, status::tell, training);
		image = place.map(crops -> new ImageLabeling(crops, grid, actions));
	}

	/**
	 * Opens the window and returns at once.
	 *
	 * @param session is closed with the window, which waits until all labels are
	 *          on the disk
	 * @param image the open image that the crops are of, on which they can be
	 *          labeled too; empty if there is none
	 * @param training is given the file of the labels when somebody wants to
	 *          train on them; on the event thread
	 */
	public static void open(final LabelSession session,
		final Optional<ImageCrops> image, final Consumer<Path> training)
	{
		EventQueue.invokeLater(() -> new LabelWindow(session, image, training)
			.show());
	}

	private void show() {
		frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(final WindowEvent event) {
				close(() -> {});
			}
		});
		frame.setContentPane(content());
		bindKeys();
		session.addListener(listener);
		order.sort(GridOrder.By.PROPOSED);
		image.ifPresent(ImageLabeling::open);
		// its frame says that a key is for it
		order.goOn();
		refresh();
		frame.pack();
		ListedWindow.fit(frame, WIDTH, HEIGHT);
		frame.setLocationRelativeTo(null);
		ListedWindow.show(frame, grid::close);
		quitting = new QuitGuard(() -> session.counts().unsaved() > 0, () -> close(
			LabelWindow::quit));
		begin();
	}

	/** Says what comes first. */
	private void begin() {
		if (session.classes().isEmpty()) {
			status.tell("Type the names of the classes, one after the other, and " +
				"press Enter behind each. Then select crops and press the key of " +
				"their class.");
			classes.field().requestFocusInWindow();
			return;
		}
		status.tell(
			"Select crops and press the key of their class; Space goes to " +
				"what is to be labeled next.");
		grid.requestFocusInWindow();
	}

	private JComponent content() {
		final JPanel all = new JPanel(new BorderLayout(GAP, GAP));
		all.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
		final JPanel above = new JPanel(new BorderLayout());
		above.add(sorting, BorderLayout.NORTH);
		above.add(buttons());
		all.add(above, BorderLayout.NORTH);
		all.add(classes, BorderLayout.WEST);
		final JScrollPane scroll = new JScrollPane(grid);
		scroll.getViewport().setBackground(grid.getBackground());
		all.add(scroll);
		final JPanel below = new JPanel(new BorderLayout(GAP, GAP));
		below.add(status);
		below.add(uses, BorderLayout.SOUTH);
		all.add(below, BorderLayout.SOUTH);
		return all;
	}

	private JPanel buttons() {
		return row(Buttons.button("What next (Space)",
			"selects a crop of which much is to be learned", actions::next), Buttons
				.button("Take alike ones (+)",
					"selects a whole group of crops that look alike", actions::takeAlike),
			Buttons.button("Confirm (Enter)",
				"makes labels of what is predicted of the selected crops", () -> actions
					.confirm(true)), Buttons.button("Take label away (Del)",
						"the selected crops have no label then", actions::unlabel), Buttons
							.button("Cannot tell (0)",
								"leaves the selected crops out of what is proposed",
								actions::putOff), Buttons.button("Show original (Ctrl+Enter)",
									"shows the image that the crop is a part of",
									this::showOriginal));
	}

	private static JPanel row(final JComponent... parts) {
		final JPanel row = new WrappingRow(FlowLayout.LEADING, GAP, 2);
		for (final JComponent part : parts)
			row.add(part);
		return row;
	}

	private void bindKeys() {
		final JComponent all = frame.getRootPane();
		for (int i = 0; !ClassKeys.of(i).isEmpty(); i++) {
			final char key = ClassKeys.of(i).charAt(0);
			final Runnable gives = () -> actions.giveKey(key, true);
			Keys.bindAll(all, Keys.typed(key), gives);
			// with caps lock too
			Keys.bindAll(all, Keys.typed(Character.toUpperCase(key)), gives);
		}
		Keys.bindAll(all, "ctrl Z", actions::undo);
		Keys.bindAll(all, "ctrl Y", actions::redo);
		Keys.bindAll(all, "ctrl shift Z", actions::redo);
		Keys.bindAll(all, "ctrl W", () -> close(() -> {}));
		Keys.bindAll(all, "F5", sorting::sortAgain);
		Keys.bind(grid, "SPACE", actions::next);
		Keys.bind(grid, "ENTER", () -> actions.confirm(true));
		Keys.bind(grid, "DELETE", actions::unlabel);
		Keys.bind(grid, "BACK_SPACE", actions::unlabel);
		Keys.bind(grid, "ctrl ENTER", this::showOriginal);
		Keys.bind(grid, Keys.typed('+'), actions::takeAlike);
		Keys.bind(grid, Keys.typed('0'), actions::putOff);
		grid.addMouseListener(new MouseAdapter() {

			@Override
			public void mouseClicked(final MouseEvent event) {
				if (event.getClickCount() == 2) showOriginal();
			}
		});
		grid.addListSelectionListener(event -> image.ifPresent(
			ImageLabeling::repaint));
	}

	/** What the table of the classes does. */
	private final class ClassDeeds implements ClassPanel.Deeds {

		@Override
		public void give(final String label) {
			actions.give(label, true);
		}

		@Override
		public void add(final String label) {
			actions.add(label, classes::added);
		}

		@Override
		public void rename(final String from, final String to) {
			actions.rename(from, to);
		}

		@Override
		public void remove(final String label) {
			actions.remove(label);
		}
	}

	private boolean asks(final String question) {
		final Object[] answers = { "Confirm", "Cancel" };
		return JOptionPane.showOptionDialog(frame, Plain.text(question),
			"Labels without a look", JOptionPane.DEFAULT_OPTION,
			JOptionPane.QUESTION_MESSAGE, null, answers, answers[1]) == 0;
	}

	/** However much has changed, it is shown once. */
	private void refreshLater() {
		if (waiting.compareAndSet(false, true)) EventQueue.invokeLater(() -> {
			waiting.set(false);
			refresh();
		});
	}

	private void refresh() {
		if (closing.get()) return;
		final ClassLooks looks = new ClassLooks(session.classes());
		final LabelCounts counts = session.counts();
		grid.show(looks, order.proposals());
		classes.show(looks, counts);
		status.show(counts, trouble);
		sorting.update();
		uses.update(counts.labeled() > 0);
		frame.setTitle("Label images: " + session.title() + " (" + counts
			.labeled() + " of " + counts.total() + ")");
		image.ifPresent(ImageLabeling::repaint);
	}

	private void showOriginal() {
		final int crop = grid.lead();
		if (crop < 0) return;
		if (session.crop(crop).region() != null && image.isPresent()) {
			image.get().show(crop);
			return;
		}
		final Optional<ImagePlace> place = session.crop(crop).place();
		if (place.isEmpty()) status.tell("This crop is no part of a file.");
		else deeds.perform(() -> {
			OriginalImages.show(place.get());
			return "";
		});
	}

	private void tell(final String done) {
		if (!done.isEmpty()) status.tell(done);
	}

	/**
	 * All labels are on the disk before the window is gone.
	 *
	 * @param afterwards done when it is gone
	 */
	private void close(final Runnable afterwards) {
		if (!closing.compareAndSet(false, true)) return;
		uses.stop();
		status.tell("Saving the last labels ...");
		deeds.perform(() -> {
			try {
				session.save();
				EventQueue.invokeLater(() -> end(afterwards));
			}
			catch (final IOException e) {
				EventQueue.invokeLater(() -> askAfterTrouble(DiskTrouble.reason(e),
					afterwards));
			}
			return "";
		});
	}

	/** Nothing is lost unless somebody wants it so. */
	private void askAfterTrouble(final String reason, final Runnable afterwards) {
		final int unsaved = session.counts().unsaved();
		final Object[] answers = { "Try again", "Back to the window",
			"Close and lose " + unsaved };
		final int answer = JOptionPane.showOptionDialog(frame, Plain.text(unsaved +
			(unsaved == 1 ? " change is" : " changes are") + " not saved in\n" +
			session.file() + "\n" + reason.replace(". ", ".\n")),
			"Labels are not saved", JOptionPane.DEFAULT_OPTION,
			JOptionPane.WARNING_MESSAGE, null, answers, answers[0]);
		if (answer == 2) {
			end(afterwards);
			return;
		}
		closing.set(false);
		uses.goOn();
		if (answer == 0) close(afterwards);
		else refresh();
	}

	private void end(final Runnable afterwards) {
		image.ifPresent(ImageLabeling::close);
		deeds.end(() -> {
			try {
				session.close();
			}
			catch (final IOException e) {
				IJ.log("Label images: " + DiskTrouble.reason(e));
			}
			EventQueue.invokeLater(() -> {
				dispose();
				afterwards.run();
			});
		});
	}

	private static void quit() {
		final ImageJ imageJ = IJ.getInstance();
		if (imageJ != null) imageJ.quit();
	}

	private void dispose() {
		session.removeListener(listener);
		quitting.close();
		frame.dispose();
	}
}

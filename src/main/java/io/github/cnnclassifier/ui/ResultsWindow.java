
package io.github.cnnclassifier.ui;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.GridLayout;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.KeyStroke;
import javax.swing.WindowConstants;

import ij.WindowManager;
import io.github.cnnclassifier.evaluation.ImageChoice;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.report.MappedPicture;
import io.github.cnnclassifier.report.SmallPicture;
import io.github.cnnclassifier.storage.DiskTrouble;
import io.github.cnnclassifier.workflow.CorrectionSession;
import io.github.cnnclassifier.workflow.EvaluatedImages;

/**
 * The images behind the numbers of an evaluation: who chooses a cell, a row or
 * a column of the confusion matrix, or a bar of the confidences, sees just
 * those images, can open them, and can correct their classes.
 */
public final class ResultsWindow {

	/** Opens the original of an image. */
	@FunctionalInterface
	public interface Opening {

		/**
		 * @param position of a prediction
		 * @throws IOException with a reason for the user
		 * @throws UserFailure with a reason for the user
		 */
		void open(int position) throws IOException;
	}

	/** Something that takes a moment. */
	@FunctionalInterface
	private interface Deed {

		/** @return what to tell */
		String run() throws IOException;
	}

	private static final int WIDTH = 1240;
	private static final int HEIGHT = 690;
	private static final int GAP = 6;
	private static final int MOST_DIGITS = 9;

	private final EvaluatedImages images;
	private final CorrectionSession session;
	private final Optional<MappedPicture> map;
	private final Opening opening;
	private final JFrame frame;
	private final MatrixPanel matrix;
	private final ConfidencePanel confidences;
	private final GalleryList gallery;
	private final JLabel heading = new JLabel();
	private final JLabel status = new JLabel(" ");
	private final JComboBox<String> classes;
	private final JButton undo = new JButton("Undo (Ctrl+Z)");
	private final JButton redo = new JButton("Redo (Ctrl+Y)");
	private final ExecutorService deeds = Executors.newSingleThreadExecutor(
		work -> {
			final Thread thread = new Thread(work,
				"CNN Classifier, corrects classes");
			// what was decided is written, even if ImageJ ends
			thread.setDaemon(false);
			return thread;
		});
	private volatile boolean mapped;

	private ResultsWindow(final EvaluatedImages images,
		final CorrectionSession session, final Optional<MappedPicture> map,
		final Opening opening)
	{
		this.images = images;
		this.session = session;
		this.map = map;
		this.opening = opening;
		frame = new JFrame("Images behind the numbers: " + images.title());
		matrix = new MatrixPanel(images.result(), this::choose);
		confidences = new ConfidencePanel(images.histogram(), this::choose);
		gallery = new GalleryList(images, session, this::picture);
		classes = new JComboBox<>(images.result().labels().names().toArray(
			String[]::new));
	}

	/**
	 * Opens the window and returns at once.
	 *
	 * @param images that were evaluated
	 * @param choice those that are shown first
	 * @param session corrects classes
	 * @param map draws what the network looked at; empty if nothing can
	 * @param opening shows the original of an image
	 */
	public static void open(final EvaluatedImages images,
		final ImageChoice choice, final CorrectionSession session,
		final Optional<MappedPicture> map, final Opening opening)
	{
		EventQueue.invokeLater(() -> new ResultsWindow(images, session, map,
			opening).show(choice));
	}

	private void show(final ImageChoice choice) {
		frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent event) {
				WindowManager.removeWindow(frame);
				gallery.close();
				// behind what is being drawn, and not on this thread
				map.ifPresent(drawn -> deeds.execute(drawn::close));
				deeds.shutdown();
			}
		});
		frame.setContentPane(content());
		bindKeys();
		choose(choice);
		matrix.show(choice);
		tellSession();
		frame.pack();
		final Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment()
			.getMaximumWindowBounds();
		frame.setSize(Math.min(WIDTH, screen.width), Math.min(HEIGHT,
			screen.height));
		frame.setLocationRelativeTo(null);
		WindowManager.addWindow(frame);
		frame.setVisible(true);
		matrix.cells().requestFocusInWindow();
	}

	private JComponent content() {
		final JPanel numbers = new JPanel(new BorderLayout(GAP, GAP));
		numbers.add(matrix);
		numbers.add(confidences, BorderLayout.SOUTH);
		final JPanel pictures = new JPanel(new BorderLayout(GAP, GAP));
		heading.setFont(heading.getFont().deriveFont(Font.BOLD));
		heading.putClientProperty("html.disable", Boolean.TRUE);
		heading.setLabelFor(gallery);
		pictures.add(heading, BorderLayout.NORTH);
		final JScrollPane scroll = new JScrollPane(gallery,
			JScrollPane.VERTICAL_SCROLLBAR_ALWAYS,
			JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
		scroll.getVerticalScrollBar().setUnitIncrement(40);
		pictures.add(scroll);
		pictures.add(decisions(), BorderLayout.SOUTH);
		final JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT,
			numbers, pictures);
		// more room is for more pictures
		split.setResizeWeight(0);
		numbers.setMinimumSize(new Dimension(200, 100));
		final JPanel content = new JPanel(new BorderLayout());
		content.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
		content.add(split);
		status.putClientProperty("html.disable", Boolean.TRUE);
		status.getAccessibleContext().setAccessibleDescription(
			"what was done last");
		content.add(status, BorderLayout.SOUTH);
		return content;
	}

	private JPanel decisions() {
		final JPanel first = new JPanel(new FlowLayout(FlowLayout.LEFT, GAP, 2));
		final JPanel second = new JPanel(new FlowLayout(FlowLayout.LEFT, GAP, 2));
		classes.setRenderer(new DefaultListCellRenderer() {

			private static final long serialVersionUID = 1L;

			{
				putClientProperty("html.disable", Boolean.TRUE);
			}
		});
		final JLabel label = new JLabel("Class:");
		label.setLabelFor(classes);
		classes.getAccessibleContext().setAccessibleName(
			"Class for the selected images");
		final Dimension size = classes.getPreferredSize();
		classes.setPreferredSize(new Dimension(Math.min(size.width, 180),
			size.height));
		first.add(label);
		first.add(classes);
		first.add(button("Assign (C)", "is the class of the selected images",
			this::assign));
		first.add(button("Exclude (X)",
			"leaves the selected images out, as damaged or none of the classes",
			this::exclude));
		first.add(button("Ambiguous (A)",
			"leaves the selected images out, as nobody can tell their class",
			this::setAmbiguous));
		undo.addActionListener(event -> undo());
		redo.addActionListener(event -> redo());
		second.add(undo);
		second.add(redo);
		second.add(button("Open (Enter)", "opens the originals in ImageJ",
			this::openOriginals));
		if (map.isPresent()) second.add(button("Heat map (H)",
			"shows what the network looked at", this::toggleMap));
		final JPanel rows = new JPanel(new GridLayout(2, 1));
		rows.add(first);
		rows.add(second);
		return rows;
	}

	private static JButton button(final String text, final String help,
		final Runnable deed)
	{
		final JButton button = new JButton(text);
		button.setToolTipText(help);
		button.getAccessibleContext().setAccessibleDescription(help);
		button.addActionListener(event -> deed.run());
		return button;
	}

	private void bindKeys() {
		bind(gallery, "C", this::assign);
		bind(gallery, "X", this::exclude);
		bind(gallery, "A", this::setAmbiguous);
		bind(gallery, "ENTER", this::openOriginals);
		if (map.isPresent()) bind(gallery, "H", this::toggleMap);
		for (int i = 0; i < Math.min(MOST_DIGITS, classes.getItemCount()); i++) {
			final int index = i;
			bind(gallery, String.valueOf(i + 1), () -> {
				classes.setSelectedIndex(index);
				assign();
			});
		}
		bind(matrix.cells(), "ENTER", gallery::requestFocusInWindow);
		bind(confidences.bars(), "ENTER", gallery::requestFocusInWindow);
		gallery.addMouseListener(new MouseAdapter() {

			@Override
			public void mouseClicked(final MouseEvent event) {
				if (event.getClickCount() == 2) openOriginals();
			}
		});
		final JComponent all = frame.getRootPane();
		bindAll(all, "ctrl Z", this::undo);
		bindAll(all, "ctrl Y", this::redo);
		bindAll(all, "ctrl shift Z", this::redo);
		bindAll(all, "ctrl W", frame::dispose);
	}

	private static void bind(final JComponent component, final String key,
		final Runnable deed)
	{
		component.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(
			key), key);
		component.getActionMap().put(key, action(deed));
	}

	private static void bindAll(final JComponent component, final String key,
		final Runnable deed)
	{
		component.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(
			KeyStroke.getKeyStroke(key), key);
		component.getActionMap().put(key, action(deed));
	}

	private static AbstractAction action(final Runnable deed) {
		return new AbstractAction() {

			private static final long serialVersionUID = 1L;

			@Override
			public void actionPerformed(final ActionEvent event) {
				deed.run();
			}
		};
	}

	private void choose(final ImageChoice choice) {
		final int[] chosen = images.chosen(choice);
		gallery.show(chosen);
		heading.setText(chosen.length + (chosen.length == 1 ? " image: "
			: " images: ") + images.words(choice) + "; the surest first");
		if (choice.bar() == ImageChoice.ANY) confidences.show(choice);
		else matrix.show(choice);
	}

	/** On a thread in the background. */
	private BufferedImage picture(final int position) throws IOException {
		return mapped && map.isPresent() ? map.get().over(images.read(position),
			images.prediction(position).predicted(), GalleryList.SIDE) : SmallPicture
				.of(images.read(position), GalleryList.SIDE);
	}

	private void toggleMap() {
		mapped = !mapped;
		gallery.renew();
		status.setText(mapped
			? "Heat maps: what spoke for the class that the network chose." : " ");
	}

	private void assign() {
		final String label = (String) classes.getSelectedItem();
		decide(selected -> session.assign(selected, label), "'" + label + "'");
	}

	private void exclude() {
		decide(session::exclude, "excluded");
	}

	private void setAmbiguous() {
		decide(session::setAmbiguous, "ambiguous");
	}

	/** A decision about some images. */
	@FunctionalInterface
	private interface Decision {

		CorrectionSession.Decided make(int[] positions) throws IOException;
	}

	private void decide(final Decision decision, final String what) {
		final int[] selected = gallery.selected();
		if (selected.length == 0) {
			status.setText("Select images first: click them, or use the arrow keys " +
				"and the space bar.");
			return;
		}
		perform(() -> {
			final CorrectionSession.Decided decided = decision.make(selected);
			return counted(decided.images()) + " now: " + what + "." + (decided
				.problems().isEmpty() ? "" : " " + decided.problems().size() +
					" not: " + decided.problems().get(0));
		});
	}

	private void undo() {
		perform(() -> {
			final int count = session.undo();
			return count == 0 ? "There is nothing to take back." : counted(count) +
				" as before.";
		});
	}

	private void redo() {
		perform(() -> {
			final int count = session.redo();
			return count == 0 ? "There is nothing to make again." : counted(count) +
				" decided again.";
		});
	}

	private void openOriginals() {
		final int[] selected = gallery.selected();
		perform(() -> {
			for (final int position : selected)
				opening.open(position);
			return selected.length == 0 ? "Select images first." : counted(
				selected.length) + " opened.";
		});
	}

	private static String counted(final int images) {
		return images + (images == 1 ? " image" : " images");
	}

	/** One after the other, while the window stays awake. */
	private void perform(final Deed deed) {
		if (!deeds.isShutdown()) deeds.execute(() -> {
			final String told = told(deed);
			EventQueue.invokeLater(() -> {
				status.setText(told);
				tellSession();
				gallery.repaint();
			});
		});
	}

	private String told(final Deed deed) {
		try {
			return deed.run();
		}
		catch (final IOException e) {
			return refused("It was not done: " + DiskTrouble.reason(e) + ".");
		}
		catch (final UserFailure e) {
			return refused(e.getMessage());
		}
	}

	private String refused(final String reason) {
		EventQueue.invokeLater(() -> JOptionPane.showMessageDialog(frame, Plain
			.text(reason.replace(". ", ".\n")), "Not done",
			JOptionPane.WARNING_MESSAGE));
		return reason;
	}

	private void tellSession() {
		undo.setEnabled(session.canUndo());
		redo.setEnabled(session.canRedo());
		final int size = session.size();
		frame.setTitle("Images behind the numbers: " + images.title() + (size == 0
			? "" : " (" + size + " corrected)"));
	}
}


package io.github.cnnclassifier.ui;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.GridLayout;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.WindowConstants;

import io.github.cnnclassifier.evaluation.ImageChoice;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.report.MappedPicture;
import io.github.cnnclassifier.report.SmallPicture;
import io.github.cnnclassifier.workflow.CorrectionSession;
import io.github.cnnclassifier.workflow.EvaluatedImages;
import io.github.cnnclassifier.workflow.Spending;

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

	private static final int WIDTH = 1240;
	private static final int HEIGHT = 690;
	private static final int GAP = CorrectionBar.GAP;

	private final EvaluatedImages images;
	private final CorrectionSession session;
	private final Optional<MappedPicture> map;
	private final Opening opening;
	private final JFrame frame;
	private final MatrixPanel matrix;
	private final ConfidencePanel confidences;
	private final GalleryList gallery;
	private final JLabel heading = new TextLine();
	private final JLabel status = new TextLine();
	private final Spending spending;
	private final Deeds deeds;
	private final CorrectionBar corrections;
	private volatile boolean mapped;

	private ResultsWindow(final EvaluatedImages images, final Spending spending,
		final CorrectionSession session, final Optional<MappedPicture> map,
		final Opening opening)
	{
		this.images = images;
		this.spending = spending;
		this.session = session;
		this.map = map;
		this.opening = opening;
		frame = new JFrame("Images behind the numbers: " + images.title());
		matrix = new MatrixPanel(images.result(), this::choose);
		confidences = new ConfidencePanel(images.histogram(), this::choose);
		gallery = new GalleryList(images, session::of, this::picture);
		deeds = new Deeds("CNN Classifier, corrects classes", frame, this::tell);
		corrections = new CorrectionBar(session, images.result().labels().names(),
			gallery::selected, deeds);
	}

	/**
	 * Opens the window and returns at once.
	 *
	 * @param images that were evaluated
	 * @param choice those that are shown first; if there are none, others are,
	 *          and the window says so
	 * @param spending what it costs to correct them, which the window tells
	 * @param session corrects classes
	 * @param map draws what the network looked at; empty if nothing can
	 * @param opening shows the original of an image
	 */
	public static void open(final EvaluatedImages images,
		final ImageChoice choice, final Spending spending,
		final CorrectionSession session, final Optional<MappedPicture> map,
		final Opening opening)
	{
		EventQueue.invokeLater(() -> new ResultsWindow(images, spending, session,
			map, opening).show(choice));
	}

	private void show(final ImageChoice choice) {
		frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		frame.setContentPane(content());
		bindKeys();
		final ImageChoice some = images.orOthers(choice);
		choose(some);
		matrix.show(some);
		if (!some.equals(choice)) status.setText("None of these images is: " +
			images.words(choice) + ". Shown are " + (some.equals(ImageChoice.WRONG)
				? "those with a wrong answer." : "all; each answer is right."));
		tellSession();
		frame.pack();
		ListedWindow.fit(frame, WIDTH, HEIGHT);
		frame.setLocationRelativeTo(null);
		ListedWindow.show(frame, this::end);
		matrix.cells().requestFocusInWindow();
	}

	private void end() {
		gallery.close();
		// behind what is being drawn, and not on this thread
		deeds.end(() -> map.ifPresent(MappedPicture::close));
	}

	private JComponent content() {
		final JPanel numbers = new JPanel(new BorderLayout(GAP, GAP));
		numbers.add(matrix);
		numbers.add(confidences, BorderLayout.SOUTH);
		final JPanel pictures = new JPanel(new BorderLayout(GAP, GAP));
		heading.setFont(heading.getFont().deriveFont(Font.BOLD));
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
		status.getAccessibleContext().setAccessibleDescription(
			"what was done last");
		final JPanel told = new JPanel(new BorderLayout());
		if (!spending.line().isEmpty()) told.add(spent(), BorderLayout.NORTH);
		told.add(status);
		content.add(told, BorderLayout.SOUTH);
		return content;
	}

	private JLabel spent() {
		final JLabel line = new TextLine();
		line.setText(spending.line());
		line.setFont(line.getFont().deriveFont(Font.ITALIC));
		line.getAccessibleContext().setAccessibleDescription(spending.words());
		return line;
	}

	private JPanel decisions() {
		final JPanel more = corrections.history();
		more.add(Buttons.button("Open (Enter)", "opens the originals in ImageJ",
			this::openOriginals));
		if (map.isPresent()) more.add(Buttons.button("Heat map (H)",
			"shows what the network looked at", this::toggleMap));
		final JPanel rows = new JPanel(new GridLayout(2, 1));
		rows.add(corrections.decisions());
		rows.add(more);
		return rows;
	}

	private void bindKeys() {
		corrections.bindKeys(gallery, frame.getRootPane());
		Keys.bind(gallery, "ENTER", this::openOriginals);
		if (map.isPresent()) Keys.bind(gallery, "H", this::toggleMap);
		Keys.bind(matrix.cells(), "ENTER", gallery::requestFocusInWindow);
		Keys.bind(confidences.bars(), "ENTER", gallery::requestFocusInWindow);
		gallery.addListSelectionListener(event -> offerPredicted());
		gallery.addMouseListener(new MouseAdapter() {

			@Override
			public void mouseClicked(final MouseEvent event) {
				if (event.getClickCount() == 2) openOriginals();
			}
		});
		Keys.bindAll(frame.getRootPane(), "ctrl W", frame::dispose);
		// each decision is on the disk already
		Keys.bindWindow(frame.getRootPane(), "ESCAPE", frame::dispose);
	}

	private void choose(final ImageChoice choice) {
		final int[] chosen = images.chosen(choice);
		gallery.show(chosen);
		heading.setText(Counted.images(chosen.length) + ": " + images.words(
			choice) + "; the surest first");
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

	private void offerPredicted() {
		final int[] predicted = Arrays.stream(gallery.selected()).map(
			position -> images.prediction(position).predicted()).distinct().toArray();
		if (predicted.length == 1) corrections.offer(predicted[0]);
	}

	private void openOriginals() {
		final int[] selected = gallery.selected();
		deeds.perform(() -> {
			for (final int position : selected)
				opening.open(position);
			return selected.length == 0 ? "Select images first." : Counted.images(
				selected.length) + " opened.";
		});
	}

	private void tell(final String done) {
		status.setText(done);
		tellSession();
		gallery.repaint();
	}

	private void tellSession() {
		corrections.update();
		final int size = session.size();
		frame.setTitle("Images behind the numbers: " + images.title() + (size == 0
			? "" : " (" + size + " corrected)"));
	}
}

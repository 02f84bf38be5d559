
package io.github.cnnclassifier.ui;

import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;

import javax.swing.JPanel;
import javax.swing.JScrollPane;

import io.github.cnnclassifier.evaluation.ImageChoice;
import io.github.cnnclassifier.report.SmallPicture;
import io.github.cnnclassifier.workflow.EvaluatedImages;

/**
 * The images that a cell of a confusion matrix counts, beside it: to be looked
 * at, and to go on with in the window of the images. Used on the event thread.
 */
public final class CellImages extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final String HINT = "Click a cell: its images are shown here.";
	private static final int GAP = 4;
	private static final int SCROLL_STEP = 40;

	private final TextLine heading = new TextLine();
	private final transient Runnable opened;
	/** Both null while there are no images. */
	private transient EvaluatedImages shown;
	private GalleryList gallery;

	/** @param opened done on a double click or Enter */
	public CellImages(final Runnable opened) {
		super(new BorderLayout(GAP, GAP));
		this.opened = opened;
		heading.setFont(heading.getFont().deriveFont(Font.BOLD));
		add(heading, BorderLayout.NORTH);
		heading.setText(HINT);
	}

	/** @param words in the place of images, such as why there are none */
	public void tell(final String words) {
		clear();
		heading.setText(words);
		revalidate();
		repaint();
	}

	/**
	 * Reads pictures of those in sight, in the background.
	 *
	 * @param images that were evaluated
	 * @param choice which of them
	 */
	public void show(final EvaluatedImages images, final ImageChoice choice) {
		if (images != shown) fill(images);
		final int[] chosen = images.chosen(choice);
		gallery.show(chosen);
		heading.setText(Counted.images(chosen.length) + ": " + images.words(
			choice));
	}

	private void fill(final EvaluatedImages images) {
		clear();
		shown = images;
		gallery = new GalleryList(images, position -> Optional.empty(),
			position -> SmallPicture.of(images.read(position), GalleryList.SIDE));
		heading.setLabelFor(gallery);
		gallery.getAccessibleContext().setAccessibleDescription(
			"Enter opens the window in which their classes are corrected");
		Keys.bind(gallery, "ENTER", opened);
		gallery.addMouseListener(new MouseAdapter() {

			@Override
			public void mouseClicked(final MouseEvent event) {
				if (event.getClickCount() == 2) opened.run();
			}
		});
		final JScrollPane scroll = new JScrollPane(gallery,
			JScrollPane.VERTICAL_SCROLLBAR_ALWAYS,
			JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
		scroll.getVerticalScrollBar().setUnitIncrement(SCROLL_STEP);
		add(scroll);
		revalidate();
		repaint();
	}

	/** Goes to the images with the keyboard. */
	public void takeFocus() {
		if (gallery != null) gallery.requestFocusInWindow();
	}

	/** Nobody looks any more: what makes the pictures ends. */
	@Override
	public void removeNotify() {
		super.removeNotify();
		reset();
	}

	/** Waits for a choice, as at first. */
	public void reset() {
		clear();
		heading.setText(HINT);
	}

	private void clear() {
		if (gallery == null) return;
		gallery.close();
		gallery = null;
		shown = null;
		removeAll();
		add(heading, BorderLayout.NORTH);
	}
}

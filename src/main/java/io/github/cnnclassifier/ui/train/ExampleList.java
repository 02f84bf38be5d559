
package io.github.cnnclassifier.ui.train;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;

import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JList;

import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.ui.PictureCache;
import io.github.cnnclassifier.ui.Plain;
import io.github.cnnclassifier.workflow.train.LearningExamples;

/**
 * A row of small pictures of images that the network is right or wrong about.
 */
final class ExampleList extends JList<Integer> {

	private static final long serialVersionUID = 1L;

	/** Longest side of a picture in pixels. */
	static final int SIDE = 52;
	private static final int FRAME = 3;

	private final DefaultListModel<Integer> positions = new DefaultListModel<>();
	private final transient PictureCache<Integer> pictures;
	private final boolean right;
	private transient LearningExamples examples;

	/**
	 * @param right whether the network is right about them
	 * @param pictures by position
	 */
	ExampleList(final boolean right, final PictureCache<Integer> pictures) {
		this.right = right;
		this.pictures = pictures;
		setModel(positions);
		setLayoutOrientation(HORIZONTAL_WRAP);
		setVisibleRowCount(1);
		setFixedCellWidth(SIDE + 2 * FRAME + 2);
		setFixedCellHeight(SIDE + 2 * FRAME + 2);
		setCellRenderer(new Cell());
		getAccessibleContext().setAccessibleName(right ? "Images that are right now"
			: "Images that are wrong now");
	}

	void show(final LearningExamples now) {
		examples = now;
		final List<Integer> shown = right ? now.right() : now.wrong();
		// those that stay need not be drawn again
		if (shown.equals(Collections.list(positions.elements()))) return;
		positions.clear();
		positions.addAll(shown);
	}

	/** Draws the picture of one image, if it is among them. */
	void drawAgain(final int position) {
		final int index = positions.indexOf(position);
		final Rectangle cell = index < 0 ? null : getCellBounds(index, index);
		if (cell != null) repaint(cell);
	}

	void clear() {
		positions.clear();
		examples = null;
	}

	private final class Cell extends DefaultListCellRenderer {

		private static final long serialVersionUID = 1L;

		private transient ItemOutcome<BufferedImage> picture;
		private boolean marked;

		@Override
		public Component getListCellRendererComponent(final JList<?> list,
			final Object value, final int index, final boolean isSelected,
			final boolean hasFocus)
		{
			final int position = (Integer) value;
			picture = pictures.of(position);
			marked = isSelected;
			setBackground(list.getBackground());
			setForeground(list.getForeground());
			final String words = examples.words(position);
			getAccessibleContext().setAccessibleName(words);
			setToolTipText(Plain.text(words));
			return this;
		}

		@Override
		protected void paintComponent(final Graphics graphics) {
			final Graphics2D g = (Graphics2D) graphics.create();
			final Inks inks = Inks.now();
			g.setColor(getBackground());
			g.fillRect(0, 0, getWidth(), getHeight());
			g.setColor(right ? inks.first() : inks.second());
			g.fillRect(1, 1, SIDE + 2 * FRAME, SIDE + 2 * FRAME);
			if (picture == null || picture.isFailed()) {
				g.setColor(getBackground());
				g.fillRect(1 + FRAME, 1 + FRAME, SIDE, SIDE);
			}
			else draw(g, picture.result());
			if (marked) {
				g.setColor(getForeground());
				g.drawRect(0, 0, getWidth() - 1, getHeight() - 1);
			}
			g.dispose();
		}

		private void draw(final Graphics2D g, final BufferedImage image) {
			final int longest = Math.max(image.getWidth(), image.getHeight());
			final int width = Math.max(1, SIDE * image.getWidth() / longest);
			final int height = Math.max(1, SIDE * image.getHeight() / longest);
			g.drawImage(image, 1 + FRAME + (SIDE - width) / 2, 1 + FRAME + (SIDE -
				height) / 2, width, height, null);
		}
	}
}


package io.github.cnnclassifier.ui;

import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;

import javax.swing.AbstractListModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JList;
import javax.swing.ListSelectionModel;
import javax.swing.text.Position;

import io.github.cnnclassifier.dataset.source.Correction;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.report.MatrixShade;
import io.github.cnnclassifier.workflow.EvaluatedImages;

/**
 * Pictures of some images beside one another, of which only those in sight are
 * read, however many there are.
 */
final class GalleryList extends JList<Integer> {

	private static final long serialVersionUID = 1L;

	/** Longest side of a picture in pixels. */
	static final int SIDE = 104;
	private static final int CELL_WIDTH = 126;
	private static final int CELL_HEIGHT = SIDE + 62;

	private final transient EvaluatedImages images;
	private final transient IntFunction<Optional<Correction>> decided;
	private final transient PictureCache<Integer> pictures;
	private int[] positions = new int[0];

	/**
	 * @param images that were evaluated
	 * @param decided what is decided of each, by its position
	 * @param source makes the pictures, on a thread in the background
	 */
	GalleryList(final EvaluatedImages images,
		final IntFunction<Optional<Correction>> decided,
		final PictureCache.Source<Integer> source)
	{
		this.images = images;
		this.decided = decided;
		pictures = new PictureCache<>(source, position -> repaint());
		setLayoutOrientation(HORIZONTAL_WRAP);
		setVisibleRowCount(-1);
		setFixedCellWidth(CELL_WIDTH);
		setFixedCellHeight(CELL_HEIGHT);
		setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
		setCellRenderer(new Cell());
		getAccessibleContext().setAccessibleName("Images");
	}

	/** @param chosen positions of predictions in the order of the pictures */
	void show(final int[] chosen) {
		positions = chosen;
		clearSelection();
		setModel(new AbstractListModel<Integer>() {

			private static final long serialVersionUID = 1L;

			@Override
			public int getSize() {
				return chosen.length;
			}

			@Override
			public Integer getElementAt(final int index) {
				return chosen[index];
			}
		});
		if (chosen.length > 0) {
			getSelectionModel().setAnchorSelectionIndex(0);
			getSelectionModel().setLeadSelectionIndex(0);
			clearSelection();
			ensureIndexIsVisible(0);
		}
	}

	/** @return the positions that are selected */
	int[] selected() {
		final int[] indices = getSelectedIndices();
		final int[] selected = new int[indices.length];
		for (int i = 0; i < indices.length; i++)
			selected[i] = positions[indices[i]];
		return selected;
	}

	/** Makes all pictures anew, those in sight first. */
	void renew() {
		pictures.forget();
		repaint();
	}

	/** Ends the work in the background. */
	void close() {
		pictures.close();
	}

	/** Letters are commands here, not begins of names. */
	@Override
	public int getNextMatch(final String prefix, final int startIndex,
		final Position.Bias bias)
	{
		return -1;
	}

	/** The picture, and below it the name, the truth and the prediction. */
	private final class Cell extends DefaultListCellRenderer {

		private static final long serialVersionUID = 1L;

		private static final int MARGIN = 6;

		private transient LabeledPrediction prediction;
		private transient ItemOutcome<BufferedImage> picture;
		private String decision = "";
		private boolean marked;

		@Override
		public Component getListCellRendererComponent(final JList<?> list,
			final Object value, final int index, final boolean isSelected,
			final boolean hasFocus)
		{
			final int position = (Integer) value;
			prediction = images.prediction(position);
			picture = pictures.of(position);
			decision = words(decided.apply(position));
			marked = hasFocus;
			setBackground(isSelected ? list.getSelectionBackground() : list
				.getBackground());
			setForeground(isSelected ? list.getSelectionForeground() : list
				.getForeground());
			final String words = prediction.name() + ", actual " + actual() +
				", taken for " + predicted() + (decision.isEmpty() ? "" : ", " +
					decision);
			getAccessibleContext().setAccessibleName(words);
			setToolTipText(Plain.text(picture != null && picture.isFailed() ? words +
				". " + picture.reason() : words));
			return this;
		}

		private ClassLabels labels() {
			return images.result().labels();
		}

		private String actual() {
			return labels().name(prediction.actual());
		}

		private String predicted() {
			return labels().name(prediction.predicted()) + String.format(Locale.ROOT,
				" %.3f", prediction.prediction().confidence());
		}

		private static String words(final Optional<Correction> correction) {
			return correction.map(c -> switch (c.decision()) {
				case CLASS -> "\u2192 " + c.to();
				case EXCLUDED -> "left out";
				case AMBIGUOUS -> "ambiguous";
			}).orElse("");
		}

		@Override
		protected void paintComponent(final Graphics graphics) {
			final Graphics2D g = ClearedCell.of(this, graphics);
			picture(g);
			final Font font = getFont().deriveFont(Font.PLAIN, 11f);
			g.setColor(getForeground());
			final int below = MARGIN + SIDE;
			line(g, prediction.name().substring(prediction.name().lastIndexOf('/') +
				1), font, below + 14);
			line(g, "is " + actual(), font, below + 28);
			g.setColor(prediction.correct() ? MatrixShade.RIGHT : MatrixShade.WRONG);
			g.fillRect(MARGIN, below + 34, 8, 8);
			g.setColor(getForeground());
			line(g, "    " + predicted(), font, below + 42);
			if (!decision.isEmpty()) badge(g, font.deriveFont(Font.BOLD));
			if (marked) g.drawRect(1, 1, getWidth() - 3, getHeight() - 3);
			g.dispose();
		}

		private void picture(final Graphics2D g) {
			final int x = (getWidth() - SIDE) / 2;
			if (picture == null || picture.isFailed()) {
				g.setColor(getForeground());
				g.drawRect(x, MARGIN, SIDE - 1, SIDE - 1);
				final String words = picture == null ? "\u2026" : "no picture";
				g.setFont(getFont());
				g.drawString(words, (getWidth() - g.getFontMetrics().stringWidth(
					words)) / 2, MARGIN + SIDE / 2);
				return;
			}
			Pictured.draw(g, picture.result(), x, MARGIN, SIDE);
		}

		/** Read on any picture. */
		private void badge(final Graphics2D g, final Font font) {
			g.setFont(font);
			final String text = Pictured.fitting(g.getFontMetrics(), decision, SIDE -
				10);
			final int width = g.getFontMetrics().stringWidth(text) + 8;
			final int x = (getWidth() - SIDE) / 2 + 1;
			g.setColor(Color.WHITE);
			g.fillRect(x, MARGIN + 1, width, 17);
			g.setColor(Color.BLACK);
			g.drawRect(x, MARGIN + 1, width, 17);
			g.drawString(text, x + 4, MARGIN + 14);
		}

		private void line(final Graphics2D g, final String text, final Font font,
			final int baseline)
		{
			g.setFont(font);
			g.drawString(Pictured.fitting(g.getFontMetrics(), text, getWidth() - 2 *
				MARGIN), MARGIN, baseline);
		}
	}
}

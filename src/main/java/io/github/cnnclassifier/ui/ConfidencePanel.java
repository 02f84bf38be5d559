
package io.github.cnnclassifier.ui;

import java.awt.BasicStroke;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.Locale;
import java.util.function.Consumer;

import javax.swing.AbstractListModel;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;

import io.github.cnnclassifier.evaluation.ConfidenceHistogram;
import io.github.cnnclassifier.evaluation.ImageChoice;
import io.github.cnnclassifier.report.MatrixShade;

/** How many predictions are how sure; a bar can be chosen. */
final class ConfidencePanel extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final int BAR_WIDTH = 24;
	private static final int BAR_HEIGHT = 84;
	private static final int GAP = 3;

	private final JList<Integer> bars;
	private boolean quiet;

	/**
	 * @param histogram to show
	 * @param chosen told of each choice
	 */
	ConfidencePanel(final ConfidenceHistogram histogram,
		final Consumer<ImageChoice> chosen)
	{
		super(new BorderLayout());
		bars = new JList<>(new AbstractListModel<Integer>() {

			private static final long serialVersionUID = 1L;

			@Override
			public int getSize() {
				return ConfidenceHistogram.BARS;
			}

			@Override
			public Integer getElementAt(final int index) {
				return index;
			}
		});
		bars.setLayoutOrientation(JList.HORIZONTAL_WRAP);
		bars.setVisibleRowCount(1);
		bars.setFixedCellWidth(BAR_WIDTH);
		bars.setFixedCellHeight(BAR_HEIGHT);
		bars.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		bars.setCellRenderer(new Bar(histogram));
		bars.addListSelectionListener(event -> {
			if (!quiet && !event.getValueIsAdjusting() && bars
				.getSelectedIndex() >= 0) chosen.accept(ImageChoice.bar(bars
					.getSelectedIndex()));
		});
		bars.getAccessibleContext().setAccessibleName(
			"Histogram of confidences, from 0 to 1 in " + ConfidenceHistogram.BARS +
				" bars");
		final JPanel scale = new JPanel(new BorderLayout());
		scale.add(new JLabel("0"), BorderLayout.WEST);
		scale.add(new JLabel("0.5", SwingConstants.CENTER));
		scale.add(new JLabel("1"), BorderLayout.EAST);
		final JPanel inner = new JPanel(new BorderLayout());
		inner.add(bars);
		inner.add(scale, BorderLayout.SOUTH);
		add(inner, BorderLayout.WEST);
		setBorder(BorderFactory.createTitledBorder(
			"Confidence (blue: right, orange: wrong)"));
	}

	/** @return the bars, for tests */
	JList<Integer> bars() {
		return bars;
	}

	/**
	 * Shows a choice that was made elsewhere, without telling it.
	 *
	 * @param choice of a bar; any other one clears
	 */
	void show(final ImageChoice choice) {
		quiet = true;
		if (choice.bar() == ImageChoice.ANY) bars.clearSelection();
		else bars.setSelectedIndex(choice.bar());
		quiet = false;
	}

	private static final class Bar extends DefaultListCellRenderer {

		private static final long serialVersionUID = 1L;

		private final transient ConfidenceHistogram histogram;
		private int bar;
		private boolean marked;

		Bar(final ConfidenceHistogram histogram) {
			this.histogram = histogram;
		}

		@Override
		public Component getListCellRendererComponent(final JList<?> list,
			final Object value, final int index, final boolean isSelected,
			final boolean hasFocus)
		{
			bar = index;
			marked = isSelected;
			setBackground(list.getBackground());
			setForeground(list.getForeground());
			final String words = String.format(Locale.ROOT,
				"confidence %.2f to %.2f: %d right, %d wrong", ConfidenceHistogram
					.lowerEnd(bar), ConfidenceHistogram.lowerEnd(bar + 1), histogram
						.right(bar), histogram.wrong(bar));
			setToolTipText(words);
			getAccessibleContext().setAccessibleName(words);
			return this;
		}

		@Override
		protected void paintComponent(final Graphics graphics) {
			final Graphics2D g = (Graphics2D) graphics.create();
			g.setColor(getBackground());
			g.fillRect(0, 0, getWidth(), getHeight());
			final int room = getHeight() - 2 * GAP;
			final int right = height(histogram.right(bar), room);
			final int wrong = height(histogram.wrong(bar), room);
			final int base = getHeight() - GAP;
			g.setColor(MatrixShade.RIGHT);
			g.fillRect(GAP, base - right, getWidth() - 2 * GAP, right);
			g.setColor(MatrixShade.WRONG);
			g.fillRect(GAP, base - right - wrong, getWidth() - 2 * GAP, wrong);
			g.setColor(getForeground());
			g.drawLine(0, base, getWidth(), base);
			if (marked) {
				g.setStroke(new BasicStroke(2));
				g.drawRect(1, 1, getWidth() - 2, getHeight() - 2);
			}
			g.dispose();
		}

		/** The smallest count is still seen. */
		private int height(final int count, final int room) {
			return count == 0 ? 0 : Math.max(1, (int) ((long) count * (room - 1) /
				histogram.most()));
		}
	}
}

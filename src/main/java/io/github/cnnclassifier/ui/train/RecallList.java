
package io.github.cnnclassifier.ui.train;

import java.awt.Component;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;

import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JList;

import io.github.cnnclassifier.evaluation.ClassFigures;
import io.github.cnnclassifier.ui.ClearedCell;
import io.github.cnnclassifier.ui.Plain;

/** Of each class how many of its images are found, as a bar and in numbers. */
final class RecallList extends JList<ClassFigures> {

	private static final long serialVersionUID = 1L;

	private static final int ROW = 34;

	private final DefaultListModel<ClassFigures> classes =
		new DefaultListModel<>();

	RecallList() {
		setModel(classes);
		setFixedCellHeight(ROW);
		setCellRenderer(new Row());
		setVisibleRowCount(5);
		getAccessibleContext().setAccessibleName(
			"Images that are found, class by class");
	}

	void show(final List<ClassFigures> now) {
		for (int i = 0; i < now.size(); i++) {
			if (i >= classes.size()) classes.addElement(now.get(i));
			else if (!classes.get(i).equals(now.get(i))) classes.set(i, now.get(i));
		}
	}

	private static final class Row extends DefaultListCellRenderer {

		private static final long serialVersionUID = 1L;

		private static final int MARGIN = 6;
		private static final int BAR = 8;

		private transient ClassFigures figures;
		private String found = "";

		@Override
		public Component getListCellRendererComponent(final JList<?> list,
			final Object value, final int index, final boolean isSelected,
			final boolean hasFocus)
		{
			figures = (ClassFigures) value;
			final long right = Math.round(figures.recall() * figures.support());
			found = figures.recallDefined() ? right + " of " + figures.support()
				: "no image";
			putClientProperty("html.disable", Boolean.TRUE);
			setBackground(isSelected ? list.getSelectionBackground() : list
				.getBackground());
			setForeground(isSelected ? list.getSelectionForeground() : list
				.getForeground());
			final String words = figures.label() + ": " + (figures.recallDefined()
				? found + " found" : "no image that is not learned from") + (figures
					.predicted() == 0 ? ", never the answer" : "");
			getAccessibleContext().setAccessibleName(words);
			setToolTipText(Plain.text(words));
			return this;
		}

		@Override
		protected void paintComponent(final Graphics graphics) {
			final Graphics2D g = ClearedCell.of(this, graphics);
			final Inks inks = Inks.now();
			final FontMetrics metrics = g.getFontMetrics(getFont());
			g.setFont(getFont());
			g.setColor(getForeground());
			final int width = metrics.stringWidth(found);
			g.drawString(found, getWidth() - MARGIN - width, 15);
			final Graphics name = g.create(0, 0, Math.max(0, getWidth() - 2 * MARGIN -
				width), getHeight());
			name.drawString(figures.label(), MARGIN, 15);
			name.dispose();
			final int room = getWidth() - 2 * MARGIN;
			g.setColor(inks.faint());
			g.drawRect(MARGIN, 20, room - 1, BAR);
			if (figures.recallDefined()) {
				g.setColor(inks.first());
				g.fillRect(MARGIN, 20, (int) Math.round(room * figures.recall()), BAR +
					1);
			}
			g.dispose();
		}
	}
}

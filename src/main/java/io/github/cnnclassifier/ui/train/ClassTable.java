
package io.github.cnnclassifier.ui.train;

import java.awt.AWTKeyStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Cursor;
import java.awt.Graphics;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableCellRenderer;

import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.ui.Counted;
import io.github.cnnclassifier.ui.HeadingTips;
import io.github.cnnclassifier.ui.Keys;
import io.github.cnnclassifier.ui.Pictured;
import io.github.cnnclassifier.ui.Plain;
import io.github.cnnclassifier.ui.PlainTableCell;
import io.github.cnnclassifier.workflow.train.ClassRow;
import io.github.cnnclassifier.workflow.train.TrainingPreview;

/**
 * A row for each class: whether it is used, how many images it has, some of
 * them, and what is worth a look. Only pictures in sight are made. A picture is
 * dragged to the row of another class. Used on the event thread.
 */
final class ClassTable extends JTable {

	private static final long serialVersionUID = 1L;

	/** Longest side of a picture in pixels. */
	private static final int SIDE = 44;
	private static final int STEP = SIDE + 4;
	private static final int ROW_HEIGHT = SIDE + 8;
	private static final int[] WIDTHS = { 36, 130, 80, 300, 320 };
	private static final int BAR_HEIGHT = 5;
	private static final int DRAG_PIXELS = 5;

	private final ClassTableModel classes = new ClassTableModel();
	private final transient BiConsumer<String, String> mover;
	private transient TrainingPreview preview;
	private final transient PreviewPictures pictures = new PreviewPictures(SIDE,
		this::repaint);

	/**
	 * @param mover told of the name of an image and the class it was dragged to
	 * @param opener told of a class that somebody wants to look at
	 */
	ClassTable(final BiConsumer<String, String> mover,
		final Consumer<String> opener)
	{
		this.mover = mover;
		setModel(classes);
		setRowHeight(ROW_HEIGHT);
		setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		setFillsViewportHeight(true);
		setShowVerticalLines(false);
		HeadingTips.of(this, Map.of(ClassTableModel.EXAMPLES,
			"Drag an image to the row of another class to move it there"));
		getTableHeader().setReorderingAllowed(false);
		for (int i = 0; i < WIDTHS.length; i++)
			getColumnModel().getColumn(i).setPreferredWidth(WIDTHS[i]);
		getColumnModel().getColumn(ClassTableModel.TICK).setMaxWidth(
			WIDTHS[ClassTableModel.TICK] + 10);
		column(ClassTableModel.NAME, new NameCell());
		column(ClassTableModel.COUNT, new CountCell());
		column(ClassTableModel.EXAMPLES, new ExamplesCell());
		column(ClassTableModel.REMARKS, new RemarksCell());
		getAccessibleContext().setAccessibleName("Classes");
		getAccessibleContext().setAccessibleDescription(
			"Space ticks a class, Enter shows its images");
		bindKeys(opener);
		addFocusListener(new FocusAdapter() {

			@Override
			public void focusGained(final FocusEvent event) {
				beginWithARow(event.getCause());
			}
		});
		final Dragging dragging = new Dragging(opener);
		addMouseListener(dragging);
		addMouseMotionListener(dragging);
	}

	/** Whoever comes by the tabulator sees where, and can tick at once. */
	private void beginWithARow(final FocusEvent.Cause cause) {
		final boolean byKey = cause == FocusEvent.Cause.TRAVERSAL_FORWARD ||
			cause == FocusEvent.Cause.TRAVERSAL_BACKWARD;
		if (byKey && getSelectedRow() < 0 && getRowCount() > 0) changeSelection(0,
			ClassTableModel.NAME, false, false);
	}

	private void column(final int column, final TableCellRenderer renderer) {
		getColumnModel().getColumn(column).setCellRenderer(renderer);
	}

	private void bindKeys(final Consumer<String> opener) {
		Keys.bindAll(this, "SPACE", () -> {
			final int row = getSelectedRow();
			if (row >= 0) classes.tick(row, !classes.isTicked(row));
		});
		Keys.bindAll(this, "ENTER", () -> {
			if (getSelectedRow() >= 0) opener.accept(classes.row(getSelectedRow())
				.label());
		});
		// the arrows go through the table, Tab leaves it
		setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, Set.of(
			AWTKeyStroke.getAWTKeyStroke("TAB"), AWTKeyStroke.getAWTKeyStroke(
				"ctrl TAB")));
		setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, Set.of(
			AWTKeyStroke.getAWTKeyStroke("shift TAB"), AWTKeyStroke.getAWTKeyStroke(
				"ctrl shift TAB")));
	}

	/** @param next null for none */
	void show(final TrainingPreview next) {
		final int selected = getSelectedRow();
		if (isEditing()) getCellEditor().cancelCellEditing();
		preview = next;
		pictures.show(next);
		classes.show(next);
		if (selected >= 0 && selected < getRowCount()) setRowSelectionInterval(
			selected, selected);
	}

	ClassTableModel classes() {
		return classes;
	}

	/** Ends the work in the background. */
	void close() {
		pictures.close();
	}

	/** @return in that row the positions of the pictures that have room */
	private int[] shown(final int row) {
		final int room = (getColumnModel().getColumn(ClassTableModel.EXAMPLES)
			.getWidth() - 4) / STEP;
		return preview.examples(classes.row(row).label(), Math.max(1, room));
	}

	/** @return the name of the image at a point; null if there is none */
	private String nameAt(final Point at) {
		final int row = rowAtPoint(at);
		if (row < 0 || columnAtPoint(at) != ClassTableModel.EXAMPLES) return null;
		final Rectangle cell = getCellRect(row, ClassTableModel.EXAMPLES, false);
		final int index = (at.x - cell.x - 2) / STEP;
		final int[] shown = shown(row);
		return index < shown.length && at.x >= cell.x + 2 ? preview.name(
			shown[index]) : null;
	}

	@Override
	public String getToolTipText(final MouseEvent event) {
		final String name = nameAt(event.getPoint());
		if (name != null) return Plain.text(name);
		final int row = rowAtPoint(event.getPoint());
		if (row < 0) return null;
		final String words = words(classes.row(row));
		return words.isEmpty() ? null : Plain.text(words);
	}

	private static String words(final ClassRow row) {
		return row.label() + ", " + Counted.images(row.images()) + (row.words()
			.isEmpty() ? "" : ", " + row.words());
	}

	/** Moves images, and opens classes. */
	private final class Dragging extends MouseAdapter {

		private final Consumer<String> opener;
		private Point pressed;
		private String name;
		private int from;
		private boolean dragging;

		Dragging(final Consumer<String> opener) {
			this.opener = opener;
		}

		@Override
		public void mousePressed(final MouseEvent event) {
			dragging = false;
			pressed = event.getPoint();
			from = rowAtPoint(pressed);
			name = SwingUtilities.isLeftMouseButton(event) ? nameAt(pressed) : null;
		}

		@Override
		public void mouseDragged(final MouseEvent event) {
			if (name == null || !dragging && pressed.distance(event
				.getPoint()) < DRAG_PIXELS) return;
			// the table itself selects the row below
			dragging = true;
			setCursor(Cursor.getPredefinedCursor(Cursor.MOVE_CURSOR));
		}

		@Override
		public void mouseReleased(final MouseEvent event) {
			setCursor(null);
			final String moved = dragging ? name : null;
			dragging = false;
			name = null;
			if (moved == null) return;
			final int to = rowAtPoint(event.getPoint());
			if (to >= 0 && to != from && to < classes.getRowCount()) mover.accept(
				moved, classes.row(to).label());
		}

		@Override
		public void mouseClicked(final MouseEvent event) {
			final int row = rowAtPoint(event.getPoint());
			if (event.getClickCount() == 2 && row >= 0 && columnAtPoint(event
				.getPoint()) != ClassTableModel.TICK) opener.accept(classes.row(row)
					.label());
		}
	}

	/** The name; what is left out is struck from the counts. */
	private final class NameCell extends PlainTableCell {

		private static final long serialVersionUID = 1L;

		@Override
		public Component getTableCellRendererComponent(final JTable table,
			final Object value, final boolean isSelected, final boolean hasFocus,
			final int row, final int column)
		{
			super.getTableCellRendererComponent(table, value, isSelected, hasFocus,
				row, column);
			setEnabled(classes.isTicked(row));
			getAccessibleContext().setAccessibleName(words(classes.row(row)));
			return this;
		}
	}

	/** A number, and below it a bar to compare by. */
	private final class CountCell extends DefaultTableCellRenderer {

		private static final long serialVersionUID = 1L;

		private int count;

		@Override
		public Component getTableCellRendererComponent(final JTable table,
			final Object value, final boolean isSelected, final boolean hasFocus,
			final int row, final int column)
		{
			super.getTableCellRendererComponent(table, value, isSelected, hasFocus,
				row, column);
			setEnabled(classes.isTicked(row));
			count = classes.row(row).images();
			return this;
		}

		@Override
		protected void paintComponent(final Graphics graphics) {
			super.paintComponent(graphics);
			final int room = getWidth() - 8;
			graphics.setColor(getForeground());
			graphics.fillRect(4, getHeight() - BAR_HEIGHT - 5, Math.max(1, room *
				count / Math.max(1, classes.most())), BAR_HEIGHT);
		}
	}

	/** Some pictures beside one another. */
	private final class ExamplesCell extends DefaultTableCellRenderer {

		private static final long serialVersionUID = 1L;

		private int row;

		@Override
		public Component getTableCellRendererComponent(final JTable table,
			final Object value, final boolean isSelected, final boolean hasFocus,
			final int at, final int column)
		{
			super.getTableCellRendererComponent(table, "", isSelected, hasFocus, at,
				column);
			row = at;
			getAccessibleContext().setAccessibleName("Examples");
			return this;
		}

		@Override
		protected void paintComponent(final Graphics graphics) {
			super.paintComponent(graphics);
			if (preview == null || row >= classes.getRowCount()) return;
			final int[] shown = shown(row);
			for (int i = 0; i < shown.length; i++)
				picture(graphics, pictures.of(shown[i]), 2 + i * STEP);
		}

		private void picture(final Graphics graphics,
			final ItemOutcome<BufferedImage> picture, final int x)
		{
			final int y = (getHeight() - SIDE) / 2;
			if (picture == null || picture.isFailed()) {
				graphics.setColor(getForeground());
				graphics.drawRect(x, y, SIDE - 1, SIDE - 1);
				return;
			}
			Pictured.draw(graphics, picture.result(), x, y, SIDE);
		}
	}

	/** Several lines where one is too short. */
	private final class RemarksCell extends JTextArea implements
		TableCellRenderer
	{

		private static final long serialVersionUID = 1L;

		RemarksCell() {
			setLineWrap(true);
			setWrapStyleWord(true);
			setBorder(BorderFactory.createEmptyBorder(3, 4, 3, 4));
		}

		@Override
		public Component getTableCellRendererComponent(final JTable table,
			final Object value, final boolean isSelected, final boolean hasFocus,
			final int row, final int column)
		{
			setText(String.valueOf(value));
			setFont(table.getFont());
			// a text area takes back colors that are those of the look and feel
			setBackground(own(isSelected ? table.getSelectionBackground() : table
				.getBackground()));
			setForeground(own(isSelected ? table.getSelectionForeground() : table
				.getForeground()));
			getAccessibleContext().setAccessibleName(String.valueOf(value));
			return this;
		}

		private static Color own(final Color color) {
			return new Color(color.getRGB());
		}
	}
}

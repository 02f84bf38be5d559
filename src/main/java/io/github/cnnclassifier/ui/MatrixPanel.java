
package io.github.cnnclassifier.ui;

import java.awt.BasicStroke;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.border.TitledBorder;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableCellRenderer;

import io.github.cnnclassifier.evaluation.ConfusionMatrix;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.ImageChoice;
import io.github.cnnclassifier.report.MatrixShade;

/**
 * A confusion matrix of which one cell, row or column is chosen, with the mouse
 * or the arrow keys. The last row and column are sums: they stand for a whole
 * column or row.
 */
public final class MatrixPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final int CELL_WIDTH = 50;
	/** For names that are longer, as long as classes are few. */
	private static final int WIDEST_CELL = 100;
	private static final int FEW_CLASSES = 5;
	private static final int NAME_MARGIN = 14;
	private static final int SUM_WIDTH = 60;
	private static final int CELL_HEIGHT = 38;
	private static final int NAME_WIDTH = 92;
	private static final int WIDEST_NAME = 150;
	private static final String SUM = "images";
	/** A title stands in from the edge, which its border does not count. */
	private static final int TITLE_MARGIN = 10;

	private final transient EvaluationResult result;
	private final transient ConfusionMatrix matrix;
	private final transient Consumer<ImageChoice> chosen;
	private final JTable table;
	private transient ImageChoice last;
	private boolean quiet;

	/**
	 * @param result of an evaluation
	 * @param chosen told of each choice
	 */
	public MatrixPanel(final EvaluationResult result,
		final Consumer<ImageChoice> chosen)
	{
		super(new BorderLayout());
		this.result = result;
		this.matrix = result.matrix();
		this.chosen = chosen;
		table = table();
		final JScrollPane scroll = new JScrollPane(table);
		scroll.setRowHeaderView(rowNames());
		final JLabel corner = new JLabel("actual \u2193", SwingConstants.CENTER);
		corner.setFont(corner.getFont().deriveFont(Font.PLAIN, 11f));
		scroll.setCorner(JScrollPane.UPPER_LEFT_CORNER, corner);
		add(scroll);
		setBorder(BorderFactory.createTitledBorder(
			"Confusion matrix: actual classes in rows, taken for in columns"));
	}

	/** Wide enough for the title above. */
	@Override
	public Dimension getPreferredSize() {
		final Dimension size = super.getPreferredSize();
		final int title = getBorder() instanceof final TitledBorder border ? border
			.getMinimumSize(this).width + TITLE_MARGIN : 0;
		return new Dimension(Math.max(size.width, title), size.height);
	}

	/** @return the table, for tests and for the first focus */
	public JTable cells() {
		return table;
	}

	private int classes() {
		return matrix.classes();
	}

	private String name(final int index) {
		return index == classes() ? SUM : result.labels().name(index);
	}

	private JTable table() {
		final JTable cells = new JTable(new Counts());
		cells.setRowHeight(CELL_HEIGHT);
		cells.setAutoResizeMode(JTable.AUTO_RESIZE_OFF);
		cells.setCellSelectionEnabled(true);
		cells.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		cells.getColumnModel().getSelectionModel().setSelectionMode(
			ListSelectionModel.SINGLE_SELECTION);
		final int width = Math.min(classes() <= FEW_CLASSES ? WIDEST_CELL
			: CELL_WIDTH, Math.max(CELL_WIDTH, longestName(cells.getTableHeader())));
		for (int i = 0; i <= classes(); i++)
			cells.getColumnModel().getColumn(i).setPreferredWidth(i == classes()
				? SUM_WIDTH : width);
		cells.setDefaultRenderer(Object.class, new Cell());
		cells.getTableHeader().setReorderingAllowed(false);
		cells.getTableHeader().setDefaultRenderer(names(cells.getTableHeader()
			.getDefaultRenderer()));
		cells.getTableHeader().addMouseListener(new MouseAdapter() {

			@Override
			public void mousePressed(final MouseEvent event) {
				final int column = cells.columnAtPoint(event.getPoint());
				if (column >= 0) select(classes(), column);
			}
		});
		cells.getSelectionModel().addListSelectionListener(event -> tell());
		cells.getColumnModel().getSelectionModel().addListSelectionListener(
			event -> tell());
		leaveWithTab(cells);
		cells.setPreferredScrollableViewportSize(new Dimension(SUM_WIDTH + width *
			Math.min(10, classes()), CELL_HEIGHT * Math.min(8, classes() + 1)));
		cells.getAccessibleContext().setAccessibleName(
			"Confusion matrix, actual classes in rows");
		return cells;
	}

	private int longestName(final JComponent where) {
		final FontMetrics metrics = where.getFontMetrics(where.getFont());
		return NAME_MARGIN + IntStream.rangeClosed(0, classes()).map(i -> metrics
			.stringWidth(name(i))).max().orElse(0);
	}

	/** Arrow keys go from cell to cell; the tabulator goes on to the images. */
	private static void leaveWithTab(final JComponent component) {
		component.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS,
			Set.of(KeyStroke.getKeyStroke(KeyEvent.VK_TAB, 0)));
		component.setFocusTraversalKeys(
			KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, Set.of(KeyStroke
				.getKeyStroke("shift TAB")));
		component.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(
			KeyStroke.getKeyStroke("ENTER"), "none");
	}

	/** Names of classes are text, whatever they look like. */
	private TableCellRenderer names(final TableCellRenderer usual) {
		return (cells, value, selected, focused, row, column) -> {
			final Component label = usual.getTableCellRendererComponent(cells, Plain
				.text(name(column)), selected, focused, row, column);
			if (label instanceof final JLabel text) {
				text.putClientProperty("html.disable", Boolean.TRUE);
				text.setText(name(column));
				text.setToolTipText(column == classes() ? "all images of a row" : Plain
					.text("all images taken for " + name(column)));
			}
			return label;
		};
	}

	private JList<String> rowNames() {
		final List<String> names = new ArrayList<>();
		for (int i = 0; i <= classes(); i++)
			names.add(name(i));
		final JList<String> list = new JList<>(names.toArray(String[]::new));
		list.setFixedCellHeight(CELL_HEIGHT);
		list.setFixedCellWidth(Math.min(WIDEST_NAME, Math.max(NAME_WIDTH,
			longestName(list))));
		list.setFocusable(false);
		list.setCellRenderer(new DefaultListCellRenderer() {

			private static final long serialVersionUID = 1L;

			@Override
			public Component getListCellRendererComponent(final JList<?> all,
				final Object value, final int index, final boolean isSelected,
				final boolean hasFocus)
			{
				putClientProperty("html.disable", Boolean.TRUE);
				super.getListCellRendererComponent(all, value, index, false, false);
				setToolTipText(Plain.text(String.valueOf(value)));
				setBorder(BorderFactory.createEmptyBorder(0, 6, 0, 6));
				return this;
			}
		});
		list.addMouseListener(new MouseAdapter() {

			@Override
			public void mousePressed(final MouseEvent event) {
				final int row = list.locationToIndex(event.getPoint());
				if (row >= 0) select(row, classes());
			}
		});
		list.setBackground(table.getTableHeader().getBackground());
		list.setForeground(table.getForeground());
		list.getAccessibleContext().setAccessibleName("Actual classes");
		return list;
	}

	private void select(final int row, final int column) {
		table.requestFocusInWindow();
		table.changeSelection(row, column, false, false);
	}

	private void tell() {
		final int row = table.getSelectedRow();
		final int column = table.getSelectedColumn();
		if (quiet || row < 0 || column < 0) return;
		final ImageChoice choice = ImageChoice.cell(row == classes()
			? ImageChoice.ANY : row, column == classes() ? ImageChoice.ANY : column);
		if (choice.equals(last)) return;
		last = choice;
		chosen.accept(choice);
	}

	/**
	 * Shows a choice that was made elsewhere, without telling it.
	 *
	 * @param choice of a cell, row, column or all; any other one clears
	 */
	void show(final ImageChoice choice) {
		quiet = true;
		last = choice;
		if (choice.bar() != ImageChoice.ANY || choice
			.predicted() == ImageChoice.OTHER) table.clearSelection();
		else {
			// in contrast to what a person does, it scrolls nothing away
			final int row = choice.actual() < 0 ? classes() : choice.actual();
			final int column = choice.predicted() < 0 ? classes() : choice
				.predicted();
			table.setRowSelectionInterval(row, row);
			table.setColumnSelectionInterval(column, column);
		}
		quiet = false;
	}

	private long count(final int row, final int column) {
		if (row == classes()) return column == classes() ? matrix.total() : matrix
			.columnSum(column);
		return column == classes() ? matrix.rowSum(row) : matrix.count(row, column);
	}

	private final class Counts extends AbstractTableModel {

		private static final long serialVersionUID = 1L;

		@Override
		public int getRowCount() {
			return classes() + 1;
		}

		@Override
		public int getColumnCount() {
			return classes() + 1;
		}

		@Override
		public String getColumnName(final int column) {
			return Plain.text(name(column));
		}

		@Override
		public Object getValueAt(final int row, final int column) {
			return count(row, column);
		}
	}

	/** A number, its share of the row, and the color of both. */
	private final class Cell extends DefaultTableCellRenderer {

		private static final long serialVersionUID = 1L;

		private String number = "";
		private String share = "";
		private Color ink = Color.BLACK;
		private boolean marked;

		@Override
		public Component getTableCellRendererComponent(final JTable cells,
			final Object value, final boolean isSelected, final boolean hasFocus,
			final int row, final int column)
		{
			final boolean sum = row == classes() || column == classes();
			final Color paper = sum ? cells.getTableHeader().getBackground() : cells
				.getBackground();
			final Color color = sum ? paper : MatrixShade.of(matrix, row, column).on(
				paper);
			setBackground(color);
			ink = MatrixShade.ink(color);
			number = String.valueOf(value);
			share = sum || matrix.count(row, column) == 0 ? "" : String.format(
				Locale.ROOT, "%.1f %%", 100.0 * matrix.count(row, column) / matrix
					.rowSum(row));
			marked = isSelected;
			getAccessibleContext().setAccessibleName(words(row, column));
			setToolTipText(Plain.text(words(row, column)));
			return this;
		}

		private String words(final int row, final int column) {
			return (row == classes() ? "all classes" : "actual " + name(row)) +
				(column == classes() ? "" : ", taken for " + name(column)) + ": " +
				number + (number.equals("1") ? " image" : " images") + (share.isEmpty()
					? "" : ", " + share + " of the row");
		}

		@Override
		protected void paintComponent(final Graphics graphics) {
			final Graphics2D g = ClearedCell.of(this, graphics);
			g.setColor(ink);
			final Font font = getFont();
			final int middle = getHeight() / 2;
			line(g, number, font.deriveFont(share.isEmpty() ? Font.PLAIN : Font.BOLD),
				share.isEmpty() ? middle + 5 : middle - 2);
			line(g, share, font.deriveFont(Font.PLAIN, font.getSize2D() - 2), middle +
				13);
			if (marked) {
				g.setStroke(new BasicStroke(3));
				g.drawRect(1, 1, getWidth() - 3, getHeight() - 3);
			}
			g.dispose();
		}

		private void line(final Graphics2D g, final String text, final Font font,
			final int baseline)
		{
			g.setFont(font);
			final FontMetrics metrics = g.getFontMetrics();
			g.drawString(text, (getWidth() - metrics.stringWidth(text)) / 2,
				baseline);
		}
	}
}


package io.github.cnnclassifier.ui.label;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableColumn;

import io.github.cnnclassifier.report.MatrixShade;
import io.github.cnnclassifier.ui.HeadedRows;
import io.github.cnnclassifier.ui.Keys;
import io.github.cnnclassifier.ui.PlainTableCell;
import io.github.cnnclassifier.ui.TextUndo;
import io.github.cnnclassifier.workflow.label.LabelClass;
import io.github.cnnclassifier.workflow.label.LabelCounts;

/**
 * The classes with their keys, colors and numbers. Names are changed where they
 * stand, new ones are typed below.
 */
final class ClassPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final int GAP = 6;
	private static final int KEY = 0;
	private static final int NAME = 1;
	private static final int CONFIRMED = 2;
	private static final String[] HEADINGS = { "Key", "Class", "Confirmed",
		"Predicted" };
	private static final int[] WIDTHS = { 36, 108, 68, 64 };
	private static final int ROW_HEIGHT = 24;

	/** What can be done with classes. */
	interface Deeds {

		/** Gives the class to the selected crops. */
		void give(String label);

		void add(String label);

		void rename(String from, String to);

		void remove(String label);
	}

	private final transient Deeds deeds;
	private final Rows rows = new Rows();
	private final JTable table = new JTable(rows);
	private final JTextField newClass = new JTextField(12);
	private transient ClassLooks looks = new ClassLooks(List.of());
	private transient LabelCounts counts;

	/** @param deeds are called on the event thread */
	ClassPanel(final Deeds deeds) {
		super(new BorderLayout(GAP, GAP));
		this.deeds = deeds;
		setUpTable();
		Keys.bindAll(table, "ENTER", this::giveSelected);
		Keys.bindAll(table, "DELETE", this::removeSelected);
		add(new JScrollPane(table));
		add(below(), BorderLayout.SOUTH);
		setBorder(BorderFactory.createTitledBorder("Classes"));
	}

	private void setUpTable() {
		table.setRowHeight(ROW_HEIGHT);
		table.setFillsViewportHeight(true);
		table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		table.getTableHeader().setReorderingAllowed(false);
		// keys are classes here; F2 or a double click begins to rename
		table.putClientProperty("JTable.autoStartsEdit", Boolean.FALSE);
		table.putClientProperty("terminateEditOnFocusLost", Boolean.TRUE);
		table.setSurrendersFocusOnKeystroke(true);
		final DefaultTableCellRenderer text = new PlainTableCell();
		final DefaultTableCellRenderer number = new DefaultTableCellRenderer();
		number.setHorizontalAlignment(SwingConstants.RIGHT);
		int all = 0;
		for (int i = 0; i < WIDTHS.length; i++) {
			final TableColumn column = table.getColumnModel().getColumn(i);
			final int width = Math.max(WIDTHS[i], headingWidth(i));
			column.setPreferredWidth(width);
			if (i != NAME) column.setMinWidth(width);
			column.setCellRenderer(i == KEY ? new KeyCell() : i == NAME ? text
				: number);
			all += width;
		}
		table.setPreferredScrollableViewportSize(new Dimension(all, 9 *
			ROW_HEIGHT));
		table.getAccessibleContext().setAccessibleName("Classes");
		table.getAccessibleContext().setAccessibleDescription(
			"Enter gives the class to the selected crops, F2 renames it, Delete " +
				"takes away one that no crop has");
		table.addMouseListener(new MouseAdapter() {

			@Override
			public void mouseClicked(final MouseEvent event) {
				final int row = table.rowAtPoint(event.getPoint());
				if (row >= 0 && table.columnAtPoint(event.getPoint()) == KEY) give(row);
			}
		});
	}

	/** Looks differ in how much room they leave around words. */
	private int headingWidth(final int column) {
		return 2 + table.getTableHeader().getDefaultRenderer()
			.getTableCellRendererComponent(table, HEADINGS[column], false, false, -1,
				column).getPreferredSize().width;
	}

	private JPanel below() {
		final JLabel label = new JLabel("New:");
		label.setLabelFor(newClass);
		newClass.getAccessibleContext().setAccessibleName("Name of a new class");
		newClass.setToolTipText("The name of a new class; Enter adds it");
		newClass.addActionListener(event -> addTyped());
		TextUndo.in(newClass);
		final JButton add = new JButton("Add");
		add.getAccessibleContext().setAccessibleDescription(
			"Adds the class whose name is typed");
		add.addActionListener(event -> addTyped());
		final JPanel below = new JPanel(new BorderLayout(GAP, GAP));
		below.add(label, BorderLayout.WEST);
		below.add(newClass);
		below.add(add, BorderLayout.EAST);
		final JPanel all = new JPanel(new BorderLayout(GAP, GAP));
		all.add(new JLabel("Solid frame: confirmed. Dashed: predicted."));
		all.add(below, BorderLayout.SOUTH);
		return all;
	}

	private void giveSelected() {
		if (table.isEditing()) table.getCellEditor().stopCellEditing();
		else if (table.getSelectedRow() >= 0) give(table.getSelectedRow());
	}

	private void removeSelected() {
		final int row = table.getSelectedRow();
		if (row >= 0 && !table.isEditing()) deeds.remove(looks.classes().get(row)
			.label());
	}

	private void give(final int row) {
		deeds.give(looks.classes().get(row).label());
	}

	private void addTyped() {
		final String name = newClass.getText().strip();
		if (name.isEmpty()) return;
		deeds.add(name);
	}

	/** Empties the field of the new class, as it is one now. */
	void added() {
		newClass.setText("");
	}

	/** The field where the name of a new class is typed. */
	JTextField field() {
		return newClass;
	}

	/**
	 * Shows classes and numbers as they are now; a name that is being changed is
	 * left alone.
	 */
	void show(final ClassLooks now, final LabelCounts numbers) {
		final boolean same = looks.classes().size() == now.classes().size();
		looks = now;
		counts = numbers;
		if (!same) rows.fireTableDataChanged();
		else if (!now.classes().isEmpty()) rows.fireTableRowsUpdated(0, now
			.classes().size() - 1);
	}

	private final class Rows extends HeadedRows {

		private static final long serialVersionUID = 1L;

		Rows() {
			super(HEADINGS);
		}

		@Override
		public int getRowCount() {
			return looks == null ? 0 : looks.classes().size();
		}

		@Override
		public boolean isCellEditable(final int row, final int column) {
			return column == NAME;
		}

		@Override
		public Object getValueAt(final int row, final int column) {
			final LabelClass one = looks.classes().get(row);
			return switch (column) {
				case KEY -> ClassLooks.key(one);
				case NAME -> one.label();
				case CONFIRMED -> counts.confirmed().getOrDefault(one.label(), 0);
				default -> counts.predicted().getOrDefault(one.label(), 0);
			};
		}

		@Override
		public void setValueAt(final Object value, final int row,
			final int column)
		{
			final String before = looks.classes().get(row).label();
			final String name = value.toString().strip();
			if (!name.equals(before)) deeds.rename(before, name);
		}
	}

	/** A button in the color of the class. */
	private final class KeyCell extends DefaultTableCellRenderer {

		private static final long serialVersionUID = 1L;

		@Override
		public Component getTableCellRendererComponent(final JTable cells,
			final Object value, final boolean isSelected, final boolean hasFocus,
			final int row, final int column)
		{
			super.getTableCellRendererComponent(cells, value, isSelected, hasFocus,
				row, column);
			final String label = looks.classes().get(row).label();
			setHorizontalAlignment(SwingConstants.CENTER);
			setBackground(looks.color(label));
			setForeground(MatrixShade.ink(getBackground()));
			setBorder(BorderFactory.createRaisedBevelBorder());
			final String words = "Gives the class " + label +
				" to the selected crops";
			setToolTipText(words);
			getAccessibleContext().setAccessibleName(words + (value.toString()
				.isEmpty() ? "" : ", key " + value));
			return this;
		}
	}
}

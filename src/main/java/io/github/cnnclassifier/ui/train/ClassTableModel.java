
package io.github.cnnclassifier.ui.train;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.cnnclassifier.ui.HeadedRows;
import io.github.cnnclassifier.workflow.train.ClassRow;
import io.github.cnnclassifier.workflow.train.TrainingPreview;

/** The classes of a preview, and which of them are ticked. */
final class ClassTableModel extends HeadedRows {

	private static final long serialVersionUID = 1L;

	static final int TICK = 0;
	static final int NAME = 1;
	static final int COUNT = 2;
	static final int EXAMPLES = 3;
	static final int REMARKS = 4;

	private static final String[] HEADINGS = { "Use", "Class", "Images",
		"Examples (drag to move)", "Worth a look" };

	private transient List<ClassRow> rows = List.of();
	/** By a person; classes that cannot be trained are not among them. */
	private final Set<String> unticked = new HashSet<>();

	ClassTableModel() {
		super(HEADINGS);
	}

	/** @param preview null for none; who was unticked stays so */
	void show(final TrainingPreview preview) {
		rows = preview == null ? List.of() : preview.rows();
		fireTableDataChanged();
	}

	/** Ticks all classes that can be trained. */
	void tickAll() {
		unticked.clear();
		fireTableDataChanged();
	}

	/** @return how many classes a person has unticked */
	int unticked() {
		return unticked.size();
	}

	ClassRow row(final int row) {
		return rows.get(row);
	}

	boolean isTicked(final int row) {
		return rows.get(row).isUsable() && !unticked.contains(rows.get(row)
			.label());
	}

	void tick(final int row, final boolean ticked) {
		if (!rows.get(row).isUsable()) return;
		if (ticked) unticked.remove(rows.get(row).label());
		else unticked.add(rows.get(row).label());
		fireTableRowsUpdated(row, row);
	}

	/** Unticks a class of that name, if there is one. */
	void untick(final String label) {
		unticked.add(label);
		fireTableDataChanged();
	}

	/** @return the classes that are left out, in their order */
	List<String> left() {
		final List<String> left = new ArrayList<>();
		for (int i = 0; i < rows.size(); i++)
			if (!isTicked(i)) left.add(rows.get(i).label());
		return left;
	}

	/** @return of the class with most images */
	int most() {
		return rows.stream().mapToInt(ClassRow::images).max().orElse(0);
	}

	@Override
	public int getRowCount() {
		return rows == null ? 0 : rows.size();
	}

	@Override
	public Class<?> getColumnClass(final int column) {
		return column == TICK ? Boolean.class : Object.class;
	}

	@Override
	public boolean isCellEditable(final int row, final int column) {
		return column == TICK && rows.get(row).isUsable();
	}

	@Override
	public Object getValueAt(final int row, final int column) {
		final ClassRow shown = rows.get(row);
		return switch (column) {
			case TICK -> isTicked(row);
			case NAME -> shown.label().isEmpty() ? "(no class)" : shown.label();
			case COUNT -> shown.images();
			case EXAMPLES -> "";
			default -> shown.words();
		};
	}

	@Override
	public void setValueAt(final Object value, final int row, final int column) {
		if (column == TICK) tick(row, Boolean.TRUE.equals(value));
	}
}

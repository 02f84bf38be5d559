
package io.github.cnnclassifier.ui;

import javax.swing.table.AbstractTableModel;

/** The rows of a table whose columns stay the same. */
public abstract class HeadedRows extends AbstractTableModel {

	private static final long serialVersionUID = 1L;

	private final String[] headings;

	/** @param headings of the columns, from the left; may be empty texts */
	protected HeadedRows(final String... headings) {
		this.headings = headings.clone();
	}

	@Override
	public final int getColumnCount() {
		return headings.length;
	}

	@Override
	public final String getColumnName(final int column) {
		return headings[column];
	}
}

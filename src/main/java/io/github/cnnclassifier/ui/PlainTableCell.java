
package io.github.cnnclassifier.ui;

import javax.swing.table.DefaultTableCellRenderer;

/** Shows text in a table as it is, even if it looks like HTML. */
public class PlainTableCell extends DefaultTableCellRenderer {

	private static final long serialVersionUID = 1L;

	/** Makes one that shows every value by its text. */
	public PlainTableCell() {
		putClientProperty("html.disable", Boolean.TRUE);
	}
}

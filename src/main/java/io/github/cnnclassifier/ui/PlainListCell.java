
package io.github.cnnclassifier.ui;

import javax.swing.DefaultListCellRenderer;

/** Shows text in a list as it is, even if it looks like HTML. */
public class PlainListCell extends DefaultListCellRenderer {

	private static final long serialVersionUID = 1L;

	/** Makes one that shows every item by its text. */
	public PlainListCell() {
		putClientProperty("html.disable", Boolean.TRUE);
	}
}


package io.github.cnnclassifier.launch;

import ij.gui.GenericDialog;

/** A dialog of ImageJ with rows that are folded. */
final class PagedDialog extends GenericDialog {

	private static final long serialVersionUID = 1L;

	private transient FoldedRows rows;

	PagedDialog(final String title) {
		super(title);
	}

	/** @param folded keeps the dialog within a small screen when it is shown */
	void fit(final FoldedRows folded) {
		rows = folded;
	}

	/** Called when all is in its place, before the dialog is shown. */
	@Override
	protected void setup() {
		rows.fit();
	}
}

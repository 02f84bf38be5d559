
package io.github.cnnclassifier.launch;

import java.awt.Button;
import java.awt.Component;
import java.awt.FlowLayout;
import java.awt.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ij.gui.GUI;
import ij.gui.GenericDialog;

/**
 * The rows of a dialog, of which some are folded until a button unfolds them. A
 * folded field is there all the same: it has its value, and is read. A dialog
 * that would become too high for a small screen shows either the first rows or
 * the others.
 * <p>
 * What is added to the dialog between two calls is one row.
 */
final class FoldedRows {

	/** Of the content of a dialog; fits a screen of 768 with a task bar. */
	static final int MOST_HEIGHT = 660;

	/** What stands above rows has no place of its own. */
	private enum Kind {
			FIRST, FURTHER, HEADING
	}

	private record Row(Kind kind, List<Component> parts) {

		void show(final boolean shown) {
			parts.forEach(part -> part.setVisible(shown));
		}
	}

	private final GenericDialog dialog;
	private final List<Row> rows = new ArrayList<>();
	private final Button button = new Button();
	private int added;
	private boolean open;

	/** @param dialog what it has already is always shown */
	FoldedRows(final GenericDialog dialog) {
		this.dialog = dialog;
		added = dialog.getComponentCount();
	}

	/** What was added is text above the rows that follow. */
	void heading() {
		rows.add(new Row(Kind.HEADING, parts()));
	}

	/**
	 * What was added is a row.
	 *
	 * @param first whether it is shown from the beginning
	 */
	void row(final boolean first) {
		rows.add(new Row(first ? Kind.FIRST : Kind.FURTHER, parts()));
	}

	/**
	 * What was added is in the row before.
	 *
	 * @param first whether that is shown from the beginning, whatever the rest of
	 *          it says
	 */
	void sameRow(final boolean first) {
		final Row before = rows.remove(rows.size() - 1);
		final List<Component> all = new ArrayList<>(before.parts());
		all.addAll(parts());
		rows.add(new Row(first ? Kind.FIRST : before.kind(), all));
	}

	private List<Component> parts() {
		final List<Component> parts = List.copyOf(Arrays.asList(dialog
			.getComponents()).subList(added, dialog.getComponentCount()));
		added = dialog.getComponentCount();
		return parts;
	}

	/** Folds, and adds the button, unless all rows are first ones. */
	void fold() {
		if (rows.stream().noneMatch(row -> row.kind() == Kind.FURTHER)) return;
		final Panel panel = new Panel(new FlowLayout(FlowLayout.LEFT, 0, 0));
		button.addActionListener(event -> turn());
		button.addKeyListener(new ButtonKeys(dialog, this::turn));
		panel.add(button);
		dialog.addPanel(panel);
		show();
	}

	private void turn() {
		open = !open;
		show();
		dialog.pack();
		fit();
		GUI.centerOnImageJScreen(dialog);
	}

	/** Once the dialog has its size. */
	void fit() {
		if (!isTooHigh()) return;
		// a page of its own for either kind
		showRows(!open, open);
		dialog.pack();
	}

	private boolean isTooHigh() {
		return dialog.getHeight() - dialog.getInsets().top - dialog
			.getInsets().bottom > MOST_HEIGHT;
	}

	private void show() {
		showRows(true, open);
		button.setLabel(open ? "Fewer settings" : "More settings...");
	}

	private void showRows(final boolean first, final boolean further) {
		Row heading = null;
		boolean used = false;
		for (final Row row : rows) {
			if (row.kind() == Kind.HEADING) {
				if (heading != null) heading.show(used);
				heading = row;
				used = false;
				continue;
			}
			final boolean shown = row.kind() == Kind.FIRST ? first : further;
			row.show(shown);
			used |= shown;
		}
		if (heading != null) heading.show(used);
	}
}


package io.github.cnnclassifier.launch;

import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.TextField;
import java.awt.event.ActionEvent;

import ij.gui.GenericDialog;

/**
 * What ImageJ leaves out of a row of its dialogs: names for screen readers,
 * which do not see the label before a field, and keys of the buttons.
 */
final class ReachableRow {

	private final GenericDialog dialog;
	private final String label;
	private final String beside;

	/**
	 * @param dialog with the row
	 * @param label of the row
	 * @param beside what a text field beside a list is called in addition; null
	 *          for none
	 */
	ReachableRow(final GenericDialog dialog, final String label,
		final String beside)
	{
		this.dialog = dialog;
		this.label = label;
		this.beside = beside;
	}

	/** @param from index of the first part of the row, which was added last */
	void complete(final int from) {
		for (int i = from; i < dialog.getComponentCount(); i++)
			complete(dialog.getComponent(i));
	}

	private void complete(final Component part) {
		if (part instanceof TextField) name(part, beside == null ? label : label +
			", " + beside);
		else if (part instanceof Choice || part instanceof Checkbox) name(part,
			label);
		else if (part instanceof final Button button) complete(button);
		else if (part instanceof final Container panel)
			for (final Component inner : panel.getComponents())
			complete(inner);
	}

	/** A list of known models has one. */
	private static void name(final Component part, final String name) {
		if (part.getAccessibleContext().getAccessibleName() == null) part
			.getAccessibleContext().setAccessibleName(name);
	}

	private void complete(final Button button) {
		button.getAccessibleContext().setAccessibleName(button.getLabel() + ": " +
			label);
		button.addKeyListener(new ButtonKeys(dialog, () -> button.dispatchEvent(
			new ActionEvent(button, ActionEvent.ACTION_PERFORMED, button
				.getActionCommand()))));
	}
}

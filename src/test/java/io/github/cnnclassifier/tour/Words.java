
package io.github.cnnclassifier.tour;

import java.awt.Component;
import java.awt.Dialog;
import java.awt.Frame;
import java.awt.Label;

import javax.accessibility.AccessibleContext;
import javax.swing.AbstractButton;
import javax.swing.JLabel;

/** What a person calls something on the screen. */
final class Words {

	private Words() {}

	/** @return for instance "the button 'Train'" */
	static String of(final Component on) {
		if (on instanceof final Frame frame) return "the window '" + frame
			.getTitle() + "'";
		if (on instanceof final Dialog dialog) return "the dialog '" + dialog
			.getTitle() + "'";
		final String kind = on.getClass().getSimpleName();
		return (kind.isEmpty() ? on.getClass().getSuperclass().getSimpleName()
			: kind) + " '" + text(on) + "'";
	}

	private static String text(final Component on) {
		if (on instanceof final AbstractButton button && button.getText() != null &&
			!button.getText().isEmpty()) return button.getText();
		if (on instanceof final JLabel label) return label.getText();
		if (on instanceof final Label label) return label.getText();
		if (on instanceof final java.awt.Button button) return button.getLabel();
		final AccessibleContext context = on.getAccessibleContext();
		return context == null || context.getAccessibleName() == null ? "" : context
			.getAccessibleName();
	}
}

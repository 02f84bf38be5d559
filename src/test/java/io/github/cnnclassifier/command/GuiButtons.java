
package io.github.cnnclassifier.command;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;

import javax.swing.AbstractButton;

/** Buttons of Swing windows, as a person finds them. */
final class GuiButtons {

	private GuiButtons() {}

	/** On the event thread. */
	static void press(final Container window, final String text) {
		of(window).stream().filter(b -> text.equals(b.getText())).findFirst()
			.orElseThrow(() -> new AssertionError("No button " + text)).doClick();
	}

	static List<AbstractButton> of(final Container container) {
		final List<AbstractButton> buttons = new ArrayList<>();
		for (final Component part : container.getComponents()) {
			if (part instanceof final AbstractButton button) buttons.add(button);
			else if (part instanceof final Container inner) buttons.addAll(of(inner));
		}
		return buttons;
	}
}

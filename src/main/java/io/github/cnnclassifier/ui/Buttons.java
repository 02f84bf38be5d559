
package io.github.cnnclassifier.ui;

import javax.swing.JButton;

/** Buttons that say what they do. */
public final class Buttons {

	private Buttons() {}

	/**
	 * @param text on it
	 * @param help as a tool tip, and for a screen reader
	 * @param deed what it does, on the event thread
	 * @return the button
	 */
	public static JButton button(final String text, final String help,
		final Runnable deed)
	{
		final JButton button = new JButton(text);
		button.setToolTipText(help);
		button.getAccessibleContext().setAccessibleDescription(help);
		button.addActionListener(event -> deed.run());
		return button;
	}

	/**
	 * Makes a button gray, or not. As long as it is gray, its tool tip tells why.
	 *
	 * @param button whose accessible description tells what it does
	 * @param reason why it cannot be pressed; empty if it can
	 */
	public static void allow(final JButton button, final String reason) {
		button.setEnabled(reason.isEmpty());
		button.setToolTipText(reason.isEmpty() ? button.getAccessibleContext()
			.getAccessibleDescription() : reason);
	}
}

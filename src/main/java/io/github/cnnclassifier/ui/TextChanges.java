
package io.github.cnnclassifier.ui;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;

/** Tells of a text that was changed, whatever was done to it. */
public final class TextChanges implements DocumentListener {

	private final Runnable changed;

	private TextChanges(final Runnable changed) {
		this.changed = changed;
	}

	/**
	 * @param field with a text
	 * @param changed run after each change, on the event thread; the field itself
	 *          may not be changed then
	 */
	public static void follow(final JTextComponent field,
		final Runnable changed)
	{
		field.getDocument().addDocumentListener(new TextChanges(changed));
	}

	@Override
	public void insertUpdate(final DocumentEvent event) {
		changed.run();
	}

	@Override
	public void removeUpdate(final DocumentEvent event) {
		changed.run();
	}

	@Override
	public void changedUpdate(final DocumentEvent event) {
		changed.run();
	}
}


package io.github.cnnclassifier.ui;

import javax.swing.text.JTextComponent;
import javax.swing.undo.UndoManager;

/**
 * Ctrl+Z in a field takes back what was typed there, and not what else the
 * window would take back.
 */
public final class TextUndo {

	private TextUndo() {}

	/** @param field in which somebody types; used on the event thread */
	public static void in(final JTextComponent field) {
		final UndoManager typed = new UndoManager();
		field.getDocument().addUndoableEditListener(typed);
		Keys.bind(field, "ctrl Z", () -> {
			if (typed.canUndo()) typed.undo();
		});
		for (final String key : new String[] { "ctrl Y", "ctrl shift Z" })
			Keys.bind(field, key, () -> {
				if (typed.canRedo()) typed.redo();
			});
	}
}

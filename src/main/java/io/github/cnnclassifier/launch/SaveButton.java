
package io.github.cnnclassifier.launch;

import java.awt.Button;
import java.awt.Component;
import java.awt.TextField;
import java.io.File;
import java.util.Arrays;
import java.util.function.Consumer;

import ij.gui.GenericDialog;
import ij.io.SaveDialog;

/**
 * The Browse button beside the name of a file that does not exist yet. ImageJ's
 * own asks for an existing one.
 */
final class SaveButton {

	private SaveButton() {}

	/** Changes the button of the file field that was added last. */
	static void browseToSave(final GenericDialog dialog, final String title) {
		replace(dialog, field -> ask(title, field));
	}

	/**
	 * Lets the button of the file field that was added last ask for something
	 * else.
	 *
	 * @param asks asks, and fills the field
	 */
	static void replace(final GenericDialog dialog,
		final Consumer<TextField> asks)
	{
		final TextField field = (TextField) dialog.getStringFields().lastElement();
		for (final Component beside : field.getParent().getComponents()) {
			if (!(beside instanceof Button button)) continue;
			Arrays.stream(button.getActionListeners()).forEach(
				button::removeActionListener);
			button.addActionListener(event -> asks.accept(field));
		}
	}

	private static void ask(final String title, final TextField field) {
		final File before = new File(field.getText());
		final SaveDialog chooser = new SaveDialog(title, before.getParent(), before
			.getName(), null);
		final String name = chooser.getFileName();
		if (name != null) field.setText(new File(chooser.getDirectory(), name)
			.getPath());
	}
}

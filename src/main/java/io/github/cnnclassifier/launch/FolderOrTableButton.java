
package io.github.cnnclassifier.launch;

import java.awt.TextField;
import java.io.File;

import javax.swing.JFileChooser;

import ij.gui.GenericDialog;

/**
 * The Browse button beside images that are a folder, or a table of images.
 * ImageJ's own ask either for the one or for the other.
 */
final class FolderOrTableButton {

	private FolderOrTableButton() {}

	/** Changes the button of the file field that was added last. */
	static void browseBoth(final GenericDialog dialog, final String title) {
		SaveButton.replace(dialog, field -> ask(dialog, title, field));
	}

	private static void ask(final GenericDialog dialog, final String title,
		final TextField field)
	{
		final JFileChooser chooser = chooser(title, field.getText());
		if (chooser.showDialog(dialog, "Choose") == JFileChooser.APPROVE_OPTION)
			field.setText(chooser.getSelectedFile().getPath());
	}

	/** Beside what is typed already. */
	static JFileChooser chooser(final String title, final String typed) {
		final JFileChooser chooser = new JFileChooser(typed.isBlank() ? null
			: new File(typed.strip()).getAbsoluteFile().getParentFile());
		chooser.setDialogTitle(title);
		chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
		return chooser;
	}
}


package io.github.cnnclassifier.ui.train;

import java.io.File;

import javax.swing.JFileChooser;
import javax.swing.plaf.basic.BasicFileChooserUI;

/**
 * Chooses a folder of images or a list. Who opens a folder and selects nothing
 * in it means that folder: else Java would take a folder of the same name in
 * it, which there is not. Used on the event thread.
 */
final class ImagesChooser extends JFileChooser {

	private static final long serialVersionUID = 1L;

	/**
	 * @param now path of what is shown at the moment, which is selected; empty
	 *          for the home folder
	 */
	ImagesChooser(final String now) {
		setDialogTitle("Labeled images: a folder, or a list");
		setFileSelectionMode(FILES_AND_DIRECTORIES);
		addPropertyChangeListener(DIRECTORY_CHANGED_PROPERTY,
			event -> nameOpenFolder());
		final File shown = new File(now.strip());
		if (shown.isAbsolute() && shown.exists()) setSelectedFile(shown);
	}

	private void nameOpenFolder() {
		if (getUI() instanceof final BasicFileChooserUI look) look.setFileName(
			getCurrentDirectory().getPath());
	}
}

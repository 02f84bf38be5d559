
package io.github.cnnclassifier.ui.models;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;

import io.github.cnnclassifier.workflow.models.DeleteModel;

/** The bin of the desktop, where there is one. */
public final class SystemBin implements DeleteModel.Bin {

	@Override
	public boolean takes(final Path file) {
		if (GraphicsEnvironment.isHeadless() || !Desktop.isDesktopSupported())
			return false;
		final Desktop desktop = Desktop.getDesktop();
		return desktop.isSupported(Desktop.Action.MOVE_TO_TRASH) && desktop
			.moveToTrash(file.toFile());
	}
}


package io.github.cnnclassifier.ui.train;

import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import javax.swing.JComponent;
import javax.swing.TransferHandler;

/** Takes a folder or file that is dropped; text goes the way it went before. */
final class FileDrop extends TransferHandler {

	private static final long serialVersionUID = 1L;

	private final transient Consumer<Path> dropped;
	private final TransferHandler before;

	private FileDrop(final Consumer<Path> dropped, final TransferHandler before) {
		this.dropped = dropped;
		this.before = before;
	}

	/**
	 * @param target takes files from now on, too
	 * @param dropped told of the first of them
	 */
	static void on(final JComponent target, final Consumer<Path> dropped) {
		target.setTransferHandler(new FileDrop(dropped, target
			.getTransferHandler()));
	}

	@Override
	public boolean canImport(final TransferSupport support) {
		return support.isDataFlavorSupported(DataFlavor.javaFileListFlavor) ||
			before != null && before.canImport(support);
	}

	@Override
	public boolean importData(final TransferSupport support) {
		if (!support.isDataFlavorSupported(DataFlavor.javaFileListFlavor))
			return before != null && before.importData(support);
		try {
			final List<?> files = (List<?>) support.getTransferable().getTransferData(
				DataFlavor.javaFileListFlavor);
			if (files.isEmpty()) return false;
			dropped.accept(((File) files.get(0)).toPath());
			return true;
		}
		catch (final UnsupportedFlavorException | IOException e) {
			// whoever dragged it has taken it away again
			return false;
		}
	}

	@Override
	public void exportToClipboard(final JComponent from, final Clipboard board,
		final int action)
	{
		if (before != null) before.exportToClipboard(from, board, action);
	}
}

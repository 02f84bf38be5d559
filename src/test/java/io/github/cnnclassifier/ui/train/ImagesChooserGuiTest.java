
package io.github.cnnclassifier.ui.train;

import static io.github.cnnclassifier.launch.ShownWindows.onEventThread;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.EventQueue;
import java.awt.event.ActionEvent;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.swing.JFileChooser;
import javax.swing.plaf.basic.BasicFileChooserUI;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is chosen when a button is pressed. Needs a display. */
@Tag("gui")
class ImagesChooserGuiTest {

	@TempDir
	private Path folder;

	private Path cells;

	@BeforeEach
	void makeFolders() throws Exception {
		cells = Files.createDirectories(folder.resolve("cells"));
		Files.createDirectories(cells.resolve("round"));
	}

	private static JFileChooser chooser(final String now) throws Exception {
		return onEventThread(() -> new ImagesChooser(now));
	}

	/** A double click selects a folder, then opens it. */
	private static void open(final JFileChooser chooser, final Path opened)
		throws Exception
	{
		EventQueue.invokeAndWait(() -> {
			chooser.setSelectedFile(opened.toFile());
			chooser.setCurrentDirectory(opened.toFile());
		});
	}

	private static Path pressed(final JFileChooser chooser) throws Exception {
		EventQueue.invokeAndWait(() -> ((BasicFileChooserUI) chooser.getUI())
			.getApproveSelectionAction().actionPerformed(new ActionEvent(chooser, 0,
				"")));
		return onEventThread(() -> chooser.getSelectedFile().toPath());
	}

	@Test
	void aFolderThatWasOpenedIsTaken() throws Exception {
		final JFileChooser chooser = chooser("");
		open(chooser, folder);
		open(chooser, cells);
		assertEquals(cells, pressed(chooser));
	}

	@Test
	void aFolderThatWasSelectedIsTaken() throws Exception {
		final JFileChooser chooser = chooser("");
		open(chooser, folder);
		EventQueue.invokeAndWait(() -> chooser.setSelectedFile(cells.toFile()));
		assertEquals(cells, pressed(chooser));
	}

	@Test
	void whatIsShownIsSelectedAmongItsNeighbors() throws Exception {
		final JFileChooser chooser = chooser(cells.toString());
		assertEquals(folder, onEventThread(() -> chooser.getCurrentDirectory()
			.toPath()));
		assertEquals(cells, pressed(chooser));
	}
}


package io.github.cnnclassifier.launch;

import static io.github.cnnclassifier.launch.ShownWindows.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Button;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Label;
import java.awt.TextField;
import java.awt.event.ActionEvent;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.prefs.BackingStoreException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImageJ;
import ij.gui.GenericDialog;
import ij.gui.MessageDialog;
import ij.plugin.frame.Recorder;

/** Plain ImageJ with menu, dialog and recorder; needs a display. */
@Tag("gui")
class DialogTest {

	private static final String LABEL = "Probe of CNN";

	@TempDir
	private static Path folder;

	private static ImageJ imageJ;
	private static Recorder recorder;

	@BeforeAll
	static void startImageJ() throws IOException {
		ProbeMenu.in(folder);
		imageJ = new ImageJ();
		recorder = new Recorder();
	}

	@AfterAll
	static void quitImageJ() {
		recorder.close();
		imageJ.dispose();
	}

	@BeforeEach
	void forget() throws BackingStoreException {
		ProbePreferences.forget();
		ProbeCommand.last = null;
	}

	@Test
	void dialogAsksRecordsAndReplays() throws Exception {
		IJ.doCommand(LABEL);
		final GenericDialog dialog = await(() -> ShownWindows.find(
			GenericDialog.class));
		assertEquals("digits", text(dialog, 0).getText());
		type(dialog, 0, "/m x/m.zip");
		type(dialog, 1, "abc");
		press(dialog, 0);
		final GenericDialog again = await(() -> ShownWindows.find(
			GenericDialog.class));
		assertNull(ProbeCommand.last);
		assertEquals("Expected 'Tile size (pixels)' to be a whole number from 16 " +
			"to 4096, got 'abc'.", ((Label) again.getComponent(0)).getText());
		assertEquals("abc", text(again, 1).getText());
		assertEquals("/m x/m.zip", text(again, 0).getText());
		type(again, 1, "256");
		press(again, 0);
		await(() -> recorder.getText().contains("Probe") ? Boolean.TRUE : null);
		assertEquals("/m x/m.zip|256|0.25|1|Whole image|null|false",
			ProbeCommand.last.values());
		assertTrue(ProbePreferences.exist());
		final String line = recorder.getText().trim();
		assertTrue(line.endsWith("run(\"Probe of CNN\", \"model=[/m x/m.zip] " +
			"tilesize=256 rate=0.25 seed=1 mode=[Whole image] overlay=false\");"),
			line);

		ProbeCommand.last = null;
		IJ.runMacro(line.substring(line.lastIndexOf("run(")));
		assertEquals("/m x/m.zip|256|0.25|1|Whole image|null|false",
			ProbeCommand.last.values());
	}

	@Test
	void canceledDialogRunsAndRecordsNothing() throws Exception {
		final String before = recorder.getText();
		IJ.doCommand(LABEL);
		final GenericDialog dialog = await(() -> ShownWindows.find(
			GenericDialog.class));
		press(dialog, 1);
		await(() -> ShownWindows.find(GenericDialog.class) == null ? Boolean.TRUE
			: null);
		TimeUnit.MILLISECONDS.sleep(300);
		assertNull(ProbeCommand.last);
		assertEquals(before, recorder.getText());
	}

	@Test
	void failingMacroShowsItsReasonAndStops() throws Exception {
		final Thread macro = new Thread(() -> IJ.runMacro(
			"run('Probe of CNN', 'model=m tilesize=7'); print('WENT ON');"));
		macro.start();
		final MessageDialog reason = await(() -> ShownWindows.find(
			MessageDialog.class));
		EventQueue.invokeAndWait(reason::dispose);
		macro.join(TimeUnit.SECONDS.toMillis(10));
		assertFalse(macro.isAlive());
		assertTrue(IJ.getLog().contains("got '7'"), IJ.getLog());
		assertFalse(IJ.getLog().contains("WENT ON"));
		assertNull(ShownWindows.find(Dialog.class), "a second dialog");
	}

	private static TextField text(final GenericDialog dialog, final int index) {
		return (TextField) dialog.getStringFields().get(index);
	}

	private static void type(final GenericDialog dialog, final int index,
		final String text) throws InterruptedException, InvocationTargetException
	{
		EventQueue.invokeAndWait(() -> text(dialog, index).setText(text));
	}

	private static void press(final GenericDialog dialog, final int index)
		throws InterruptedException, InvocationTargetException
	{
		final Button button = dialog.getButtons()[index];
		EventQueue.invokeAndWait(() -> dialog.actionPerformed(new ActionEvent(
			button, ActionEvent.ACTION_PERFORMED, button.getLabel())));
	}
}

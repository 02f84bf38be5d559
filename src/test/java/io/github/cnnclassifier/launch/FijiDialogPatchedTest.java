
package io.github.cnnclassifier.launch;

import static io.github.cnnclassifier.launch.ShownWindows.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Button;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.TextField;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.prefs.BackingStoreException;

import javax.swing.JPanel;

import net.imagej.patcher.LegacyInjector;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.plugin.SciJavaPlugin;
import org.scijava.ui.AbstractInputHarvesterPlugin;
import org.scijava.widget.AbstractInputPanel;
import org.scijava.widget.InputHarvester;
import org.scijava.widget.InputPanel;

/**
 * Dialogs in an ImageJ whose commands run as Fiji runs them: in its context, on
 * its threads, with all preprocessors of SciJava, a dialog of SciJava's behind
 * ours, and a recorder like Fiji's. Needs a display. Nothing of ImageJ may be
 * loaded before it is patched, so all of that is in the nested class.
 */
@Tag("gui")
class FijiDialogPatchedTest {

	private static final String PROBE = "Probe of CNN";
	private static final String INFO = "CNN Classifier Info...";
	private static final String CLASSIFY = "Classify Image with CNN...";
	private static final String OK = "  OK  ";

	@TempDir
	private static Path folder;

	@BeforeAll
	static void patchImageJ() throws Exception {
		ProbeMenu.in(folder);
		LegacyInjector.preinit();
		Fiji.start();
	}

	@AfterAll
	static void quit() {
		Fiji.quit();
	}

	@BeforeEach
	void forget() throws BackingStoreException {
		ProbePreferences.forget();
		ProbeCommand.last = null;
		Fiji.ASKED.clear();
	}

	@AfterEach
	void closeDialogs() throws Exception {
		final Dialog left = ShownWindows.find(Dialog.class);
		if (left != null) press(left, "Cancel");
		Fiji.closeImages();
	}

	private static Dialog open(final String label) throws InterruptedException {
		Fiji.choose(label);
		return await(() -> ShownWindows.find(Dialog.class));
	}

	private static Dialog after(final Dialog dialog) throws InterruptedException {
		return await(() -> {
			final Dialog next = ShownWindows.find(Dialog.class);
			return next == dialog ? null : next;
		});
	}

	private static TextField field(final Dialog dialog, final int index) {
		return ShownWindows.all(dialog).stream().filter(TextField.class::isInstance)
			.map(TextField.class::cast).skip(index).findFirst().orElseThrow();
	}

	private static void type(final Dialog dialog, final int index,
		final String text) throws Exception
	{
		EventQueue.invokeAndWait(() -> field(dialog, index).setText(text));
	}

	private static void press(final Dialog dialog, final String label)
		throws Exception
	{
		final Button button = ShownWindows.all(dialog).stream().filter(
			Button.class::isInstance).map(Button.class::cast).filter(b -> label
				.equals(b.getLabel())).findFirst().orElseThrow(() -> new AssertionError(
					"No button " + label));
		EventQueue.invokeAndWait(() -> {
			for (final ActionListener listener : button.getActionListeners())
				listener.actionPerformed(new ActionEvent(button,
					ActionEvent.ACTION_PERFORMED, label));
		});
	}

	private static void awaitRecorded(final String line)
		throws InterruptedException
	{
		await(() -> Fiji.recorded().contains(line) ? true : null);
	}

	@Test
	void theDialogAsksForAllOfItAndFijiRecordsTheLine() throws Exception {
		final Dialog dialog = open(PROBE);
		assertEquals("digits", field(dialog, 0).getText());
		type(dialog, 0, "/m x/m.zip");
		type(dialog, 1, "abc");
		press(dialog, OK);
		final Dialog again = after(dialog);
		assertNull(ProbeCommand.last);
		assertEquals("/m x/m.zip", field(again, 0).getText());
		type(again, 1, "256");
		press(again, OK);
		awaitRecorded("run(\"Probe of CNN\", \"model=[/m x/m.zip] tilesize=256 " +
			"rate=0.25 seed=1 mode=[Whole image] overlay=false\");");
		assertEquals("/m x/m.zip|256|0.25|1|Whole image|null|false",
			ProbeCommand.last.values());
		assertEquals(List.of(), Fiji.ASKED);
		assertTrue(ProbePreferences.exist());
		final Dialog next = open(PROBE);
		assertEquals("256", field(next, 1).getText());
		press(next, "Cancel");
	}

	@Test
	void aCanceledDialogRunsAndRecordsNothing() throws Exception {
		final String before = Fiji.recorded();
		final Dialog dialog = open(PROBE);
		press(dialog, "Cancel");
		await(() -> ShownWindows.find(Dialog.class) == null ? true : null);
		TimeUnit.MILLISECONDS.sleep(300);
		assertNull(ProbeCommand.last);
		assertEquals(before, Fiji.recorded());
		assertEquals(List.of(), Fiji.ASKED);
	}

	@Test
	void aCommandOfOneFileHasTheSameDialogAndItComesBackAfterAFailure()
		throws Exception
	{
		final Dialog dialog = open(INFO);
		type(dialog, 0, "no such.zip");
		press(dialog, OK);
		final Dialog again = after(dialog);
		assertEquals("no such.zip", field(again, 0).getText());
		type(again, 0, "digits");
		press(again, OK);
		awaitRecorded("run(\"CNN Classifier Info...\", \"model=digits\");");
		assertFalse(Fiji.recorded().contains("no such"), Fiji.recorded());
		assertEquals(List.of(), Fiji.ASKED);
	}

	@Test
	void fieldsBeyondTheFirstOnesAreFoldedAndAMendIsAButton() throws Exception {
		Fiji.showColorImage();
		final Dialog dialog = open(CLASSIFY);
		final Component range = field(dialog, 2);
		assertFalse(range.isVisible());
		press(dialog, "More settings...");
		assertTrue(range.isVisible());
		type(dialog, 0, "digits");
		press(dialog, "Fewer settings");
		press(dialog, OK);
		final Dialog again = after(dialog);
		press(again, "Convert it to gray");
		awaitRecorded("channels=gray");
		assertEquals(List.of(), Fiji.ASKED);
	}

	@Test
	void aMacroWithOptionsSeesNoDialog() throws Exception {
		Fiji.macro("run('Probe of CNN', 'model=m tilesize=32');").join(
			TimeUnit.SECONDS.toMillis(20));
		assertEquals("m|32|0.25|1|Whole image|null|false", ProbeCommand.last
			.values());
		assertNull(ShownWindows.find(Dialog.class));
		assertEquals(List.of(), Fiji.ASKED);
	}

	@Test
	void aMacroWithoutOptionsAsksAndStopsIfNothingIsAnswered() throws Exception {
		final Thread macro = Fiji.macro(
			"run('Probe of CNN'); run('Probe of CNN', 'model=went_on');");
		press(await(() -> ShownWindows.find(Dialog.class)), "Cancel");
		macro.join(TimeUnit.SECONDS.toMillis(20));
		assertFalse(macro.isAlive());
		assertNull(ProbeCommand.last);
	}

	/** ImageJ as Fiji has it. */
	private static final class Fiji {

		/** What the dialog behind ours was left to ask for. */
		static final List<String> ASKED = Collections.synchronizedList(
			new ArrayList<>());

		private static Context context;
		private static ij.ImageJ imageJ;
		private static ij.plugin.frame.Recorder recorder;

		static void start() {
			context = new Context();
			add(OtherDialog.class, PreprocessorPlugin.class, InputHarvester.PRIORITY);
			add(RecorderBegins.class, PreprocessorPlugin.class, Priority.VERY_HIGH +
				1);
			add(RecorderEnds.class, PostprocessorPlugin.class, Priority.VERY_LOW);
			FijiHooks.install(context);
			imageJ = new ij.ImageJ();
			recorder = new ij.plugin.frame.Recorder();
		}

		private static <P extends SciJavaPlugin> void add(
			final Class<? extends P> plugin, final Class<P> type,
			final double priority)
		{
			final PluginInfo<P> info = new PluginInfo<>(plugin.getName(), type);
			info.setPriority(priority);
			context.service(PluginService.class).addPlugin(info);
		}

		static void quit() {
			recorder.close();
			imageJ.dispose();
			context.close();
		}

		static void choose(final String label) {
			ij.IJ.doCommand(label);
		}

		static Thread macro(final String code) {
			return new ij.macro.MacroRunner(code).getThread();
		}

		static String recorded() {
			return recorder.getText();
		}

		static void showColorImage() {
			final ij.process.ColorProcessor color = new ij.process.ColorProcessor(28,
				28);
			color.setColor(java.awt.Color.RED);
			color.fillRect(10, 4, 6, 20);
			new ij.ImagePlus("color", color).show();
		}

		static void closeImages() {
			final int[] ids = ij.WindowManager.getIDList();
			for (final int id : ids == null ? new int[0] : ids) {
				final ij.ImagePlus image = ij.WindowManager.getImage(id);
				image.changes = false;
				image.close();
			}
		}

		/** At the place of SciJava's Swing dialog, and by its rules. */
		public static final class OtherDialog extends
			AbstractInputHarvesterPlugin<JPanel, JPanel>
		{

			@Override
			public void process(final Module module) {
				for (final ModuleItem<?> item : module.getInfo().inputs())
					if (!module.isInputResolved(item.getName())) ASKED.add(item
						.getName());
				try {
					harvest(module);
				}
				catch (final ModuleException e) {
					ASKED.add(e.getMessage());
				}
			}

			@Override
			public InputPanel<JPanel, JPanel> createInputPanel() {
				return new AbstractInputPanel<>() {

					@Override
					public Class<JPanel> getWidgetComponentType() {
						return JPanel.class;
					}

					@Override
					public JPanel getComponent() {
						return new JPanel();
					}

					@Override
					public Class<JPanel> getComponentType() {
						return JPanel.class;
					}
				};
			}

			@Override
			public boolean harvestInputs(final InputPanel<JPanel, JPanel> panel,
				final Module module)
			{
				ASKED.add("dialog");
				return true;
			}

			@Override
			protected String getUI() {
				return "none";
			}
		}

		private static final Set<String> GIVEN = Collections.synchronizedSet(
			new HashSet<>());

		/** Takes note of what is given before anything is asked for. */
		public static final class RecorderBegins extends
			AbstractPreprocessorPlugin
		{

			@Override
			public void process(final Module module) {
				if (ij.IJ.isMacro()) return;
				ij.plugin.frame.Recorder.setCommand(module.getInfo().getTitle());
				GIVEN.clear();
				for (final ModuleItem<?> item : module.getInfo().inputs())
					if (module.isInputResolved(item.getName())) GIVEN.add(item.getName());
			}
		}

		/** Records all else, in the order of declaration. */
		public static final class RecorderEnds extends AbstractPostprocessorPlugin {

			@Override
			public void process(final Module module) {
				if (ij.IJ.isMacro()) return;
				for (final ModuleItem<?> item : module.getInfo().inputs()) {
					final Object value = item.getValue(module);
					if (value == null || GIVEN.contains(item.getName()) || item
						.getVisibility() == ItemVisibility.INVISIBLE || item
							.getVisibility() == ItemVisibility.MESSAGE) continue;
					ij.plugin.frame.Recorder.recordOption(item.getName().toLowerCase(
						Locale.ROOT), value.toString());
				}
			}
		}
	}
}

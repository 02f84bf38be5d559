
package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;
import org.scijava.prefs.PrefService;

import ij.ImagePlus;
import ij.WindowManager;
import ij.process.ByteProcessor;

/**
 * Programs and scripts that run a command where there is a display, as in Fiji,
 * and clicks in its menu. A stand-in for the dialog notes what it would ask.
 */
@Tag("gui")
class ProgramCallTest {

	private static Context context;

	private final List<String> asked = new ArrayList<>();

	@BeforeAll
	static void startSciJava() {
		context = new Context();
	}

	@AfterAll
	static void endSciJava() {
		context.close();
	}

	@BeforeEach
	void rememberAnEarlierDialog() {
		ProbeCommand.last = null;
		ProbeImageCommand.lastTitle = null;
		context.service(PrefService.class).put(ProbeCommand.class, "tileSize", 512);
	}

	@AfterEach
	void forget() throws Exception {
		ProbePreferences.forget();
		WindowManager.setTempCurrentImage(null);
	}

	@Test
	void aCallThatGivesSomethingIsNotAskedForTheRest() throws Exception {
		run(ProbeCommand.class, Map.of("model", new File("m")));
		assertEquals(List.of(), asked);
		assertEquals("m|64|0.25|1|Whole image|null|false", ProbeCommand.last
			.values());
	}

	@Test
	void aClickGivesNothingAndIsAskedForEverything() throws Exception {
		run(ProbeCommand.class, Map.of());
		assertEquals(List.of("model", "tileSize", "rate", "seed", "mode", "output",
			"overlay"), asked);
		assertEquals("digits|512|0.25|1|Whole image|null|false", ProbeCommand.last
			.values());
	}

	@Test
	void theActiveImageIsNotAskedForEither() throws Exception {
		final Thread caller = Thread.currentThread();
		WindowManager.setTempCurrentImage(caller, new ImagePlus("active",
			new ByteProcessor(2, 2)));
		run(ProbeImageCommand.class, Map.of());
		assertEquals("active", ProbeImageCommand.lastTitle);
		assertEquals(List.of(), asked);
	}

	private void run(final Class<? extends Command> command,
		final Map<String, Object> inputs) throws InterruptedException,
		ExecutionException
	{
		final List<PreprocessorPlugin> chain = new ArrayList<>();
		for (final PreprocessorPlugin plugin : context.service(PluginService.class)
			.createInstancesOfType(PreprocessorPlugin.class))
		{
			chain.add(plugin instanceof GenericDialogHarvester ? new Dialog()
				: plugin);
		}
		context.service(ModuleService.class).run(context.service(
			CommandService.class).getCommand(command), chain, List.of(), inputs)
			.get();
	}

	/** At the place of ours; answers OK. */
	private final class Dialog extends AbstractPreprocessorPlugin {

		@Override
		public void process(final Module module) {
			for (final ModuleItem<?> item : UserInputs.unresolved(module)) {
				asked.add(item.getName());
				module.resolveInput(item.getName());
			}
		}
	}
}

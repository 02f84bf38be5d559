
package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleService;
import org.scijava.service.SciJavaService;

/** Modules that Fiji makes of lines in plugins.config, made by hand. */
class SingleEntriesTest {

	private static final String OTHER = "legacy:ij.plugin.Commands(\"new\")";

	/** As Fiji's own, whose identifier has no argument for most plugins. */
	private static ModuleInfo legacy(final String identifier,
		final String title)
	{
		final ModuleInfo info = new CommandInfo(ProbeCommand.class.getName()) {

			@Override
			public String getIdentifier() {
				return identifier;
			}
		};
		info.setLabel(title);
		return info;
	}

	private static List<String> titles(final Context context) {
		return context.service(ModuleService.class).getModules().stream().filter(
			info -> info.getIdentifier().startsWith("legacy:")).map(
				ModuleInfo::getTitle).toList();
	}

	@Test
	void laterEntriesOfOursAreTakenOffAndOthersStay() {
		try (Context context = new Context(SciJavaService.class)) {
			final int before = context.service(ModuleService.class).getModules()
				.size();
			context.service(ModuleService.class).addModules(List.of(legacy(
				SingleEntries.OF_PLUGINS_CONFIG, "Train"), legacy(OTHER, "New"), legacy(
					SingleEntries.OF_PLUGINS_CONFIG, "Evaluate")));
			assertEquals(List.of("New"), titles(context));
			assertEquals(before + 1, context.service(ModuleService.class).getModules()
				.size());
			assertNotNull(context.service(CommandService.class).getCommand(
				Commands.TRAIN.className()));
		}
	}

	@Test
	void entriesFromBeforeTheStartAreTakenOff() {
		try (Context context = new Context(ModuleService.class,
			CommandService.class))
		{
			context.service(ModuleService.class).addModules(List.of(legacy(
				SingleEntries.OF_PLUGINS_CONFIG, "Train"), legacy(OTHER, "New")));
			assertEquals(2, titles(context).size());
			final SingleEntries service = new SingleEntries();
			context.inject(service);
			service.initialize();
			assertEquals(List.of("New"), titles(context));
		}
	}

	@Test
	void theNameIsThatOfTheLauncher() {
		assertEquals("legacy:" + CommandLauncher.class.getName(),
			SingleEntries.OF_PLUGINS_CONFIG);
	}
}

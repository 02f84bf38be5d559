
package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;

import io.github.cnnclassifier.workflow.models.RecentModels;

class UsedModelsTest {

	@TempDir
	Path folder;

	private static void remember(final Commands command, final String key,
		final Path model) throws ModuleException
	{
		try (Context context = new Context(CommandService.class)) {
			final Module module = context.service(CommandService.class).getCommand(
				command.className()).createModule();
			module.setInput(key, new File(model.toString()));
			UsedModels.remember(module);
		}
	}

	private static Path last() {
		return RecentModels.ofUser().all().get(0);
	}

	@Test
	void whoGoesOnWithATrainingHasUsedItsModel() throws ModuleException {
		remember(Commands.RESUME, "model", folder.resolve("cells.resume"));
		assertEquals(folder.resolve("cells.zip"), last());
	}

	@Test
	void whatATrainingBeginsWithDoesNotComeBeforeWhatItHasTrained()
		throws ModuleException
	{
		RecentModels.ofUser().trained(folder.resolve("new.zip"), folder);
		remember(Commands.TRAIN, "splitFrom", folder.resolve("old.zip"));
		assertEquals(folder.resolve("new.zip"), last());
	}
}

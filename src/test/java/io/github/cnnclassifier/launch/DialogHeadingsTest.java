
package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;

import io.github.cnnclassifier.command.TrainCommand;

/** SciJava's dialog shows whatever has no value yet. */
class DialogHeadingsTest {

	@Test
	void headingsAloneOpenNoDialog() throws ModuleException {
		try (Context context = new Context()) {
			final Module module = context.service(CommandService.class).getCommand(
				TrainCommand.class).createModule();
			assertFalse(headings(module).isEmpty());
			UserInputs.of(module).forEach(item -> module.resolveInput(item
				.getName()));
			new MacroDefaultsPreprocessor().process(module);
			assertEquals(List.of(), headings(module).stream().filter(item -> !module
				.isInputResolved(item.getName())).toList());
		}
	}

	private static List<ModuleItem<?>> headings(final Module module) {
		final List<ModuleItem<?>> headings = new ArrayList<>();
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			if (item.getVisibility() == ItemVisibility.MESSAGE) headings.add(item);
		}
		return headings;
	}
}

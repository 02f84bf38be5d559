
package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;

/** Which fields a dialog shows before anything is unfolded. */
class FirstFieldsTest {

	private static Context context;

	@BeforeAll
	static void startSciJava() {
		context = new Context(CommandService.class);
	}

	@AfterAll
	static void endSciJava() {
		context.close();
	}

	private static Module module(final Commands command) throws ModuleException {
		return context.service(CommandService.class).getCommand(command.className())
			.createModule();
	}

	private static ModuleItem<?> item(final Module module, final String name) {
		return module.getInfo().getInput(name);
	}

	@ParameterizedTest
	@EnumSource
	void theyAreInputsThatTheDialogHasAndAtMostSix(final Commands command)
		throws ModuleException
	{
		final List<String> first = FirstFields.of(command);
		assertTrue(first.size() <= FirstFields.MOST);
		final Set<String> asked = new HashSet<>();
		UserInputs.unresolved(module(command)).forEach(item -> asked.add(item
			.getName()));
		assertTrue(asked.containsAll(first), first + " of " + asked);
	}

	@Test
	void aShortDialogShowsAll() throws ModuleException {
		final Module module = module(Commands.FETCH);
		final List<ModuleItem<?>> asked = UserInputs.unresolved(module);
		final ShownFields shown = new ShownFields(module, asked);
		asked.forEach(item -> assertTrue(shown.has(item, "anything")));
	}

	@Test
	void whatIsNotAsDeclaredIsSeen() throws ModuleException {
		final Module module = module(Commands.CLASSIFY_ROIS);
		final ShownFields shown = new ShownFields(module, UserInputs.unresolved(
			module));
		assertTrue(shown.has(item(module, "model"), "digits"));
		assertFalse(shown.has(item(module, "masked"), "false"));
		// of an earlier dialog
		assertTrue(shown.has(item(module, "masked"), "true"));
		assertFalse(shown.has(item(module, "range"), "auto"));
		assertTrue(shown.has(item(module, "range"), "0..1"));
		assertFalse(shown.has(item(module, "features"), ""));
	}

	@Test
	void theBoxThatADialogTicksItselfIsNoSurprise() throws ModuleException {
		final Module module = module(Commands.MAP_CLASSES);
		final ModuleItem<?> overlay = item(module, "overlay");
		assertEquals("true", overlay.get(MacroDefaultsPreprocessor.DIALOG_DEFAULT));
		final ShownFields shown = new ShownFields(module, UserInputs.unresolved(
			module));
		assertTrue(shown.has(overlay, "true"));
		assertFalse(shown.has(item(module, "opacity"), "40"));
	}
}

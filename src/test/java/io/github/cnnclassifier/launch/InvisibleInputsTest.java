
package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;

import ij.plugin.frame.Recorder;

/** Inputs that are rarely needed: given by name, and in no dialog. */
class InvisibleInputsTest {

	private static final String HIDDEN = "kernelSize";

	private Context context;
	private Module module;

	@BeforeEach
	void makeACommandWithSuchAnInput() throws ModuleException {
		context = new Context(CommandService.class);
		module = context.service(CommandService.class).getCommand(Commands.TRAIN
			.className()).createModule();
	}

	@AfterEach
	void forget() {
		context.close();
		Recorder.resetCommandOptions();
	}

	private static List<String> names(final List<ModuleItem<?>> items) {
		return items.stream().map(item -> item.getName()).toList();
	}

	@Test
	void ourDialogDoesNotAskForThem() {
		assertTrue(names(UserInputs.of(module)).contains(HIDDEN));
		assertFalse(names(UserInputs.unresolved(module)).contains(HIDDEN));
	}

	@Test
	void theDialogOfFijiDoesNotShowThem() {
		new MacroDefaultsPreprocessor().process(module);
		assertTrue(module.isInputResolved(HIDDEN));
		assertFalse(module.isInputResolved("epochs"));
	}

	@Test
	void macrosGiveThem() {
		MacroInputs.apply(MacroOptions.parse("epochs=3 kernelsize=5 "), module);
		assertEquals(5, module.getInput(HIDDEN));
		assertTrue(UserInputs.isAnyResolved(module));
	}

	@Test
	void theCommandLineGivesThem() {
		CommandLine.prepare(context, Commands.TRAIN, Map.of("images", "x", "model",
			"m.zip", HIDDEN, "5"), line -> {});
	}

	@Test
	void fijiRecordsThemOnlyWhereItWroteThem() {
		Recorder.recordOption("epochs", "3");
		module.setInput("epochs", 3);
		new FijiRecorder().process(module);
		assertEquals("epochs=3", Recorder.getCommandOptions());
	}
}


package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;

import io.github.cnnclassifier.command.TrainCommand;
import io.github.cnnclassifier.ui.train.KeyField;

/** The keys of training as the window has them. */
class HostedTrainingTest {

	private static Context context;
	private static CommandInfo command;

	@BeforeAll
	static void findTheCommand() {
		context = new Context(CommandService.class);
		command = context.service(CommandService.class).getCommand(
			TrainCommand.class);
	}

	@AfterAll
	static void close() {
		context.dispose();
	}

	private static HostedTraining host() {
		return new HostedTraining(command, Optional.empty());
	}

	private static KeyField field(final String name) {
		return host().fields().stream().filter(field -> field.name().equals(name))
			.findFirst().orElseThrow();
	}

	@Test
	void everyKeyIsThereInItsOrder() {
		final List<String> names = host().fields().stream().map(KeyField::name)
			.toList();
		assertEquals("images", names.get(0));
		assertEquals(UserInputs.of(module()).stream().map(ModuleItem::getName)
			.toList(), names);
		assertTrue(names.containsAll(List.of("optimizer", "report", "groups")));
	}

	private static Module module() {
		try {
			return command.createModule();
		}
		catch (final ModuleException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void keysAreChosenAndOnlyPlacesOnTheDiskAreTyped() {
		assertEquals(List.of(), host().fields().stream().filter(field -> field
			.kind() == KeyField.Kind.TEXT && field.file() == KeyField.Place.NONE).map(
				KeyField::name).filter(name -> !name.equals("exclude")).toList());
		assertEquals(KeyField.Kind.SUGGESTION, field("network").kind());
		assertEquals(KeyField.Place.FILE, field("network").file());
		assertEquals(KeyField.Kind.CHOICE, field("optimizer").kind());
		assertEquals(KeyField.Kind.WHOLE, field("epochs").kind());
		assertEquals(KeyField.Kind.DECIMAL, field("learningRate").kind());
		assertEquals("0.002", field("learningRate").initial());
		assertEquals(KeyField.Place.FOLDER, field("cacheFolder").file());
		assertEquals(KeyField.Place.FILE, field("splitFrom").file());
	}

	@Test
	void whatIsImpossibleIsToldInWordsOfTheWindow() {
		final Map<String, String> fine = Map.of("images", "cells", "model",
			"cells.zip");
		assertEquals(Optional.empty(), host().objection(fine));
		assertTrue(told("epochs", "many").contains("'Epochs (0 = automatic)'"));
		assertTrue(told("range", "dark").contains("range"), told("range", "dark"));
		assertTrue(told("network", "residual").isEmpty());
		assertTrue(told("groups", "(").startsWith("Expected 'Groups (auto,"), told(
			"groups", "("));
	}

	private static String told(final String key, final String value) {
		return host().objection(Map.of("images", "cells", "model", "cells.zip", key,
			value)).orElse("");
	}

	@Test
	void nobodyWithoutADisplaySeesTheWindow() {
		final Module module = module();
		new MacroDefaultsPreprocessor().process(module);
		final TrainWindowOpener opener = new TrainWindowOpener();
		opener.process(module);
		assertFalse(opener.isCanceled());
	}

	@Test
	void aMacroNamesWhatDoesNotHaveItsDefaultAlsoIfNoDialogShowsIt() {
		final Module module = module();
		module.setInput("images", new File("cells"));
		module.setInput("epochs", 3);
		module.setInput("optimizer", "sgd");
		module.setInput("seed", 1L);
		assertEquals(List.of("images", "optimizer", "epochs"), sorted(ChangedInputs
			.of(module)));
		final List<ModuleItem<?>> asked = UserInputs.unresolved(module);
		assertEquals(asked.size() + 1, ChangedInputs.and(module, asked).size());
		assertEquals(List.of(), ChangedInputs.and(module, List.of()));
	}

	private static List<String> sorted(final List<ModuleItem<?>> items) {
		final List<String> wanted = List.of("images", "optimizer", "epochs");
		assertEquals(3, items.size());
		return wanted.stream().filter(name -> items.stream().anyMatch(item -> name
			.equals(item.getName()))).toList();
	}
}

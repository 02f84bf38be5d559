
package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;

import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.ui.FailureDialog;

/** Fiji's dialog after a failure; a stand-in fills it. */
class FijiDialogAgainTest {

	@TempDir
	private Path folder;

	private Context context;
	private final List<String> told = new ArrayList<>();
	private final List<String> asked = new ArrayList<>();
	private FailureDialog.Answer answer = FailureDialog.Answer.BACK;

	@BeforeEach
	void startSciJava() {
		context = new Context(CommandService.class);
	}

	@AfterEach
	void endSciJava() {
		context.close();
	}

	private Module module(final Commands command) throws ModuleException {
		final Module module = context.service(CommandService.class).getCommand(
			command.className()).createModule();
		context.inject(module);
		return module;
	}

	private void run(final Module module, final Consumer<Module> filling) {
		FijiDialogAgain.prepare(module, () -> List.of(new Dialog(filling)), (title,
			words, mends) -> {
			told.add(words);
			answer = mends.isEmpty() ? answer : answer.isCanceled() ? answer
				: new FailureDialog.Answer(Optional.of(last(mends)), false);
			return answer;
		});
		module.run();
	}

	private static Mend last(final List<Mend> mends) {
		return mends.get(mends.size() - 1);
	}

	@Test
	void itComesBackWithWhatWasTypedAndTheRunBeginsAgain()
		throws ModuleException
	{
		final Module module = module(Commands.INFO);
		module.setInput("model", new File("no such.zip"));
		run(module, shown -> {
			assertEquals(new File("no such.zip"), shown.getInput("model"));
			shown.setInput("model", new File("digits"));
		});
		assertTrue(told.get(0).contains("no such.zip"), told.toString());
		assertEquals(List.of("model"), asked);
		assertTrue(String.valueOf(module.getOutput("info")).contains(
			"classes: 0, 1"));
		assertTrue(module.isInputResolved("model"));
	}

	@Test
	void aMendNeedsNoDialog() throws ModuleException, IOException {
		final Path table = Files.writeString(folder.resolve("predictions.csv"),
			"file,actual,p_a,p_b,side\n1,a,0.9,0.1,test side\n2,b,0.2,0.8,test side\n");
		final Path report = Files.createDirectory(folder.resolve("report"));
		Files.createFile(report.resolve("report.html"));
		final Module module = module(Commands.EVALUATE);
		module.setInput("predictions", table.toFile());
		module.setInput("output", report.toFile());
		run(module, shown -> {});
		assertEquals(1, told.size(), told.toString());
		assertEquals(List.of(), asked);
		assertEquals(true, module.getInput("overwrite"));
		assertTrue(Files.size(report.resolve("report.html")) > 0);
	}

	@Test
	void whoCancelsIsNotAskedAgain() throws ModuleException {
		answer = FailureDialog.Answer.CANCEL;
		final Module module = module(Commands.INFO);
		module.setInput("model", new File("no such.zip"));
		run(module, shown -> {});
		assertEquals(List.of(), asked);
		assertTrue(((Cancelable) module.getDelegateObject()).isCanceled());
	}

	@Test
	void plainImageJIsLeftAlone() throws ModuleException {
		final Module module = module(Commands.INFO);
		module.setInput("model", new File("digits"));
		new FijiDialogAgain().process(module);
		assertFalse(module.isInputResolved("model"));
	}

	/** At the place of Fiji's; answers OK. */
	private final class Dialog extends AbstractPreprocessorPlugin {

		private final Consumer<Module> filling;

		Dialog(final Consumer<Module> filling) {
			this.filling = filling;
		}

		@Override
		public void process(final Module module) {
			for (final ModuleItem<?> item : UserInputs.unresolved(module)) {
				asked.add(item.getName());
				module.resolveInput(item.getName());
			}
			filling.accept(module);
		}
	}
}


package io.github.cnnclassifier.launch;

import java.util.List;
import java.util.function.Supplier;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginService;
import org.scijava.widget.InputHarvester;

import io.github.cnnclassifier.command.ClassifierCommand;
import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.imagej.Hosts;
import io.github.cnnclassifier.imagej.MessageLines;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.ui.FailureDialog;

/**
 * Lets Fiji's dialog of one of our commands come back after a failure, with all
 * that was typed; in plain ImageJ the {@link GenericDialogHarvester} does. It
 * looks just before the dialog is shown at what that will ask for.
 */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY +
	0.125)
public final class FijiDialogAgain extends AbstractPreprocessorPlugin {

	@Parameter(required = false)
	private PluginService plugins;

	@Override
	public void process(final Module module) {
		if (Hosts.fijiContext().isEmpty() || !Hosts.hasWindow() || MacroInputs
			.isMacro() || !UserInputs.isOurs(module)) return;
		prepare(module, this::harvesters, new FailureDialog()::ask);
	}

	/** Asks a person about a failure. */
	@FunctionalInterface
	interface Question {

		/** As {@link FailureDialog#ask}. */
		FailureDialog.Answer ask(String title, String words, List<Mend> mends);
	}

	/**
	 * @param module before its dialog
	 * @param harvesters show the dialog; the one of the user interface at hand
	 *          does
	 * @param question asked first
	 */
	static void prepare(final Module module,
		final Supplier<List<PreprocessorPlugin>> harvesters,
		final Question question)
	{
		final List<ModuleItem<?>> asked = UserInputs.unresolved(module);
		if (!asked.isEmpty() && module
			.getDelegateObject() instanceof final ClassifierCommand command) command
				.setMender(failure -> mend(module, asked, failure, harvesters,
					question));
	}

	private static boolean mend(final Module module,
		final List<ModuleItem<?>> asked, final UserFailure failure,
		final Supplier<List<PreprocessorPlugin>> harvesters,
		final Question question)
	{
		final Mending mending = new Mending(module, asked);
		final FailureDialog.Answer answer = question.ask(module.getInfo()
			.getTitle(), MessageLines.of(mending.words(failure)), mending.mends(
				failure));
		if (answer.isCanceled()) throw new CanceledException();
		if (answer.mend().isPresent()) {
			mending.apply(answer.mend().get());
			return true;
		}
		final List<PreprocessorPlugin> dialogs = harvesters.get();
		if (dialogs.isEmpty()) return false;
		asked.forEach(item -> module.unresolveInput(item.getName()));
		MacroDefaultsPreprocessor.keepHeadings(module);
		for (final PreprocessorPlugin dialog : dialogs) {
			dialog.process(module);
			if (dialog.isCanceled()) throw new CanceledException();
		}
		asked.forEach(item -> module.resolveInput(item.getName()));
		return true;
	}

	private List<PreprocessorPlugin> harvesters() {
		return plugins == null ? List.of() : plugins.createInstancesOfType(
			PreprocessorPlugin.class).stream().filter(
				InputHarvester.class::isInstance).toList();
	}
}


package io.github.cnnclassifier.launch;

import java.util.ArrayList;
import java.util.List;

import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleRunner;
import org.scijava.module.process.ModulePostprocessor;
import org.scijava.module.process.ModulePreprocessor;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.module.process.SaveInputsPreprocessor;
import org.scijava.plugin.PluginService;
import org.scijava.ui.FileListPreprocessor;
import org.scijava.ui.FilePreprocessor;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.imagej.Hosts;

/**
 * Runs a command in plain ImageJ, on the calling thread, so that macro options,
 * the current image, the recorder and Escape work as for any plugin.
 */
public final class PlainRunner {

	private PlainRunner() {}

	/**
	 * @param context with the command service, never null
	 * @param className of the command
	 * @return the module, with inputs and outputs; it may have been canceled
	 * @throws UserFailure if the command failed and neither macro nor display is
	 *           there to be told
	 * @throws IllegalStateException if there is no such command
	 */
	public static Module run(final Context context, final String className) {
		final Module module = module(context, className);
		final List<ModulePostprocessor> after = new ArrayList<>();
		final List<ModulePreprocessor> before = preprocessors(context, after);
		final OutputDisplay outputs = new OutputDisplay();
		context.inject(outputs);
		after.add(outputs);
		new ModuleRunner(context, module, before, after).run();
		if (module instanceof Cancelable canceled && canceled.isCanceled()) {
			final String reason = canceled.getCancelReason();
			if (reason != null && !reason.isEmpty()) Hosts.fail(module.getInfo()
				.getTitle(), new UserFailure(reason));
		}
		return module;
	}

	private static Module module(final Context context, final String className) {
		final CommandInfo info = context.service(CommandService.class).getCommand(
			className);
		if (info == null) throw new IllegalStateException(
			"There is no command class " + className);
		final Module module = NewModule.of(info);
		context.inject(module);
		return module;
	}

	/** @param after receives what also has something to do after the run */
	private static List<ModulePreprocessor> preprocessors(final Context context,
		final List<ModulePostprocessor> after)
	{
		final boolean person = !MacroInputs.isMacro() && Hosts.hasWindow();
		final List<ModulePreprocessor> chain = new ArrayList<>();
		for (final PreprocessorPlugin plugin : context.service(PluginService.class)
			.createInstancesOfType(PreprocessorPlugin.class))
		{
			// they would ask a user interface that plain ImageJ does not have
			if (plugin instanceof FilePreprocessor ||
				plugin instanceof FileListPreprocessor) continue;
			// only what a person chose is worth remembering
			if (plugin instanceof SaveInputsPreprocessor && !person) continue;
			chain.add(plugin);
			if (plugin instanceof final GenericDialogHarvester dialog) {
				final PlainRecorder recorder = new PlainRecorder(dialog);
				chain.add(recorder);
				after.add(recorder);
			}
		}
		return chain;
	}
}

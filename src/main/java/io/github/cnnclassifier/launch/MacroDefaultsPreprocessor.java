
package io.github.cnnclassifier.launch;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;
import org.scijava.widget.InputHarvester;

import io.github.cnnclassifier.command.ClassifierCommand;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.imagej.Hosts;

/**
 * Without a person at a dialog, inputs that were not given have their declared
 * defaults, never the values that somebody used last; a required one without
 * default is an error. With a person, an input may have a default that holds in
 * the dialog alone: the attribute {@value #DIALOG_DEFAULT}.
 */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY + 2)
public final class MacroDefaultsPreprocessor extends
	AbstractPreprocessorPlugin
{

	/** Name of the attribute of an input: its first value in the dialog. */
	public static final String DIALOG_DEFAULT = ClassifierCommand.DIALOG_DEFAULT;

	@Override
	public void process(final Module module) {
		if (!UserInputs.isOurs(module)) return;
		if (GraphicsEnvironment.isHeadless() || MacroInputs.isMacro()) {
			useDeclaredDefaults(module);
		}
		else if (UserInputs.unresolved(module).isEmpty()) {
			// else Fiji would show a dialog of nothing but headings
			resolveAll(module);
		}
		else {
			setDialogDefaults(module);
			tellOfDialog(module);
		}
	}

	private void useDeclaredDefaults(final Module module) {
		try {
			requireInputs(module);
		}
		catch (final UserFailure failure) {
			cancel(null);
			Hosts.fail(module.getInfo().getTitle(), failure);
			return;
		}
		resolveAll(module);
	}

	private static void resolveAll(final Module module) {
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			module.resolveInput(item.getName());
		}
	}

	private static void requireInputs(final Module module) {
		final List<String> missing = new ArrayList<>();
		for (final ModuleItem<?> item : UserInputs.of(module)) {
			final Object value = item.getValue(module);
			if (value == null && item.isRequired()) missing.add("'" + item.getName() +
				"'");
			InputValue.check(item, value);
		}
		if (!missing.isEmpty()) throw new WrongUsage("Expected a value for " +
			String.join(" and ", missing) + ", got none. Give it as " + missing.get(0)
				.replace("'", "") + "=...");
	}

	private static void tellOfDialog(final Module module) {
		final boolean whole = UserInputs.unresolved(module).size() == UserInputs.of(
			module).size();
		if (whole && module
			.getDelegateObject() instanceof final ClassifierCommand command) command
				.setFromDialog();
	}

	private static void setDialogDefaults(final Module module) {
		for (final ModuleItem<?> item : UserInputs.unresolved(module)) {
			final String text = item.get(DIALOG_DEFAULT);
			if (text != null && item.getValue(module) == null) module.setInput(item
				.getName(), InputValue.of(item, text));
		}
	}
}

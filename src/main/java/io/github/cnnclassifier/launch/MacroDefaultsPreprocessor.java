
package io.github.cnnclassifier.launch;

import java.io.File;

import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;
import org.scijava.widget.InputHarvester;

import io.github.cnnclassifier.command.ClassifierCommand;

/**
 * The last step before a dialog. An input may have a default that holds in the
 * dialog alone: the attribute {@value #DIALOG_DEFAULT}. Without a person at a
 * dialog, {@link MacroInputs} has given every input its value.
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
		CommandRecorder.recordGestures(module);
		if (UserInputs.unresolved(module).isEmpty()) {
			// else SciJava would show a dialog of nothing but headings
			UserInputs.resolveAll(module);
		}
		else {
			setDialogDefaults(module);
			tellOfDialog(module);
			hideInvisible(module);
		}
	}

	/**
	 * Where there is no window of ImageJ, the dialog is SciJava's, which shows
	 * whatever has no value yet.
	 */
	private static void hideInvisible(final Module module) {
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			if (item.getVisibility() == ItemVisibility.INVISIBLE) module.resolveInput(
				item.getName());
		}
	}

	private static void tellOfDialog(final Module module) {
		// the image is the active one, which nobody has to name
		final boolean whole = UserInputs.of(module).stream().filter(
			item -> !ActiveImage.fills(item)).noneMatch(item -> module
				.isInputResolved(item.getName()));
		if (whole && module
			.getDelegateObject() instanceof final ClassifierCommand command)
		{
			command.setFromDialog();
			command.setWhenDone(() -> UsedModels.remember(module));
		}
	}

	private static void setDialogDefaults(final Module module) {
		for (final ModuleItem<?> item : UserInputs.unresolved(module)) {
			final String text = item.get(DIALOG_DEFAULT);
			final Object value = item.getValue(module);
			// a checkbox is never without a value, and an empty name is none
			final boolean free = value == null || item.getType() == boolean.class ||
				value instanceof final File file && file.getPath().isBlank();
			if (text != null && free) module.setInput(item.getName(), InputValue.of(
				item, text));
		}
	}
}

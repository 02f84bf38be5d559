
package io.github.cnnclassifier.launch;

import java.io.File;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;
import org.scijava.widget.InputHarvester;

/**
 * SciJava remembers the name of a shipped model from one dialog to the next as
 * a file in the folder of that day. This makes it the name again, just before
 * the dialog is shown; and so it does where the last dialog left the field
 * empty.
 */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY +
	0.6875)
public final class RememberedNamePreprocessor extends
	AbstractPreprocessorPlugin
{

	@Override
	public void process(final Module module) {
		if (!UserInputs.isOurs(module)) return;
		for (final ModuleItem<?> item : UserInputs.unresolved(module)) {
			final String name = item.get(MacroDefaultsPreprocessor.DIALOG_DEFAULT);
			if (name == null || !(item.getValue(module) instanceof File file))
				continue;
			final boolean emptied = file.getPath().isEmpty() || file.equals(new File(
				"").getAbsoluteFile());
			if (emptied || file.getName().equals(name) && !file.exists()) module
				.setInput(item.getName(), new File(name));
		}
	}
}


package io.github.cnnclassifier.launch;

import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;
import org.scijava.widget.InputHarvester;

import io.github.cnnclassifier.command.DialogPresets;

/**
 * Puts into a dialog, behind all that SciJava remembers of the same dialog: the
 * model that was trained or used last, in whatever dialog, and what another
 * window of ours has asked for.
 */
@Plugin(type = PreprocessorPlugin.class,
	priority = LastModelPreprocessor.PRIORITY)
public final class LastModelPreprocessor extends AbstractPreprocessorPlugin {

	static final double PRIORITY = InputHarvester.PRIORITY + 0.75;

	@Override
	public void process(final Module module) {
		if (!UserInputs.isOurs(module) || UserInputs.unresolved(module).isEmpty())
			return;
		UsedModels.offerLast(module);
		DialogPresets.take().forEach((name, value) -> {
			if (!module.isInputResolved(name)) module.setInput(name, value);
		});
	}
}

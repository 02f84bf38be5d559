
package io.github.cnnclassifier.launch;

import java.util.List;
import java.util.Locale;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

import ij.plugin.frame.Recorder;
import io.github.cnnclassifier.command.TrainCommand;

/**
 * Records again what Fiji has recorded of one of our commands: Fiji writes
 * values with brackets or quotes so that they do not replay. In plain ImageJ
 * {@link PlainRecorder} records.
 */
@Plugin(type = PostprocessorPlugin.class, priority = FijiRecorder.AFTER_FIJI)
public final class FijiRecorder extends AbstractPostprocessorPlugin {

	static final double AFTER_FIJI = Priority.VERY_LOW - 1;

	@Override
	public void process(final Module module) {
		final String recorded = Recorder.getCommandOptions();
		if (recorded == null || !UserInputs.isOurs(module)) return;
		if (module.getDelegateObject() instanceof final TrainCommand training &&
			training.isFromWindow())
		{
			// its line was recorded when it began; another command may record now
			if (Recorder.getCommand() == null) Recorder.resetCommandOptions();
			return;
		}
		final String command = Recorder.getCommand();
		// after a long run the recorder may be at another command
		if (command != null && !command.equals(module.getInfo().getTitle())) return;
		final List<ModuleItem<?>> items = UserInputs.of(module).stream().filter(
			item -> (" " + recorded).contains(" " + item.getName().toLowerCase(
				Locale.ROOT) + "=")).toList();
		CommandRecorder.record(module, ChangedInputs.and(module, items));
	}
}

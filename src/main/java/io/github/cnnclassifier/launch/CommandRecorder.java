
package io.github.cnnclassifier.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

import ij.ImagePlus;
import ij.plugin.frame.Recorder;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.imagej.Hosts;

/**
 * Hands the inputs of a command to ImageJ's recorder, so that the recorded line
 * replays; else records nothing and says why.
 */
final class CommandRecorder {

	private CommandRecorder() {}

	/**
	 * Replaces what was recorded of the command so far.
	 *
	 * @return whether it could be recorded
	 */
	static boolean record(final Module module, final List<ModuleItem<?>> items) {
		final Map<String, String> values = new LinkedHashMap<>();
		for (final ModuleItem<?> item : items) {
			final Object value = item.getValue(module);
			if (value != null) values.put(item.getName(),
				value instanceof ImagePlus image ? image.getTitle() : value.toString());
		}
		Recorder.resetCommandOptions();
		try {
			MacroOptions.written(values).forEach(CommandRecorder::record);
			return true;
		}
		catch (final WrongUsage wrong) {
			Recorder.setCommand(null);
			Hosts.tell(module.getInfo().getTitle(), wrong.getMessage());
			return false;
		}
	}

	static void record(final String key, final String written) {
		final boolean bracketsComeBack = written.startsWith("[") && written.indexOf(
			' ') >= 0;
		Recorder.recordOption(key, escaped(bracketsComeBack ? written.substring(1,
			written.length() - 1) : written));
	}

	/** As in a string of the macro language. */
	static String escaped(final String text) {
		return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
			.replace("\t", "\\t").replace("\r", "\\r");
	}
}


package io.github.cnnclassifier.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.frame.Recorder;
import io.github.cnnclassifier.command.ClassifierCommand;
import io.github.cnnclassifier.command.GestureRecorder;
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

	/**
	 * What a person does in the windows of a command becomes lines of its own.
	 */
	static void recordGestures(final Module module) {
		if (!(module
			.getDelegateObject() instanceof final ClassifierCommand command)) return;
		final String label = module.getInfo().getTitle();
		command.setGestureRecorder(new GestureRecorder() {

			@Override
			public void run(final Map<String, String> values) {
				if (!IJ.recording()) return;
				try {
					Recorder.recordString(line(label, MacroOptions.written(values)));
				}
				catch (final WrongUsage wrong) {
					comment(wrong.getMessage());
				}
			}

			@Override
			public void comment(final String text) {
				if (IJ.recording()) Recorder.recordString("// " + text + "\n");
			}
		});
	}

	/** As ImageJ itself writes it, for macros or for its scripts. */
	private static String line(final String label,
		final Map<String, String> written)
	{
		final StringJoiner options = new StringJoiner(" ");
		written.forEach((key, value) -> options.add(key + "=" + escaped(value)));
		return (Recorder.scriptMode() ? "IJ.run(imp, \"" : "run(\"") + label +
			"\", \"" + options + "\");\n";
	}

	/** As in a string of the macro language. */
	static String escaped(final String text) {
		return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
			.replace("\t", "\\t").replace("\r", "\\r");
	}
}


package io.github.cnnclassifier.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.frame.Recorder;
import io.github.cnnclassifier.command.ClassifierCommand;
import io.github.cnnclassifier.command.GestureRecorder;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.imagej.Hosts;
import io.github.cnnclassifier.imagej.RunLine;

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
			RunLine.written(values).forEach(CommandRecorder::record);
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
		Recorder.recordOption(key, RunLine.escaped(bracketsComeBack ? written
			.substring(1, written.length() - 1) : written));
	}

	/**
	 * What a person does in the windows of a command becomes lines of its own.
	 */
	static void recordGestures(final Module module) {
		if (!(module
			.getDelegateObject() instanceof final ClassifierCommand command)) return;
		boolean ofImage = false;
		for (final ModuleItem<?> item : module.getInfo().inputs())
			ofImage |= ActiveImage.fills(item);
		command.setGestureRecorder(new Gestures(module.getInfo().getTitle(),
			ofImage));
	}

	/** Lines and comments at the end of what is recorded. */
	private record Gestures(String label, boolean ofImage)
			implements
				GestureRecorder
	{

		@Override
		public void run(final Map<String, String> values) {
			if (!IJ.recording()) return;
			try {
				Recorder.recordString((Recorder.scriptMode() ? RunLine.ofScript(label,
					values, ofImage) : RunLine.ofMacro(label, values)) + "\n");
			}
			catch (final WrongUsage wrong) {
				comment(wrong.getMessage());
			}
		}

		@Override
		public void comment(final String text) {
			if (IJ.recording()) Recorder.recordString("// " + text.replaceAll("\\R",
				" ") + "\n");
		}

		@Override
		public void forget() {
			if (IJ.recording() && isRecorded(label)) Recorder.setCommand(null);
		}
	}

	/**
	 * @param label of a command
	 * @return whether the recorder still waits for options of this command; a
	 *         person may have begun another one meanwhile
	 */
	static boolean isRecorded(final String label) {
		return label.equals(Recorder.getCommand());
	}
}

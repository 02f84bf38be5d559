
package io.github.cnnclassifier.command;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.imagej.RunLine;

/** How a training is asked for in a macro and on the command line. */
final class TrainingLines {

	private TrainingLines() {}

	/**
	 * @param keys with their values, as typed
	 * @return the line of a macro, or a comment that tells why no macro can hold
	 *         them; and that of the start script
	 */
	static List<String> of(final Map<String, String> keys) {
		return List.of(macro(keys), "./cnn-classifier train " + keys.entrySet()
			.stream().map(e -> e.getKey() + "=" + shell(e.getValue())).collect(
				Collectors.joining(" ")));
	}

	private static String macro(final Map<String, String> keys) {
		try {
			return RunLine.ofMacro(TrainCommand.LABEL, keys);
		}
		catch (final WrongUsage wrong) {
			return "// " + wrong.getMessage().replaceAll("\\R", " ");
		}
	}

	private static String shell(final String value) {
		return value.matches("[\\w./:,+=@%-]*") ? value : "'" + value.replace("'",
			"'\\''") + "'";
	}
}

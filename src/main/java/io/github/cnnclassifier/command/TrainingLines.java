
package io.github.cnnclassifier.command;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a training is asked for in a macro and on the command line. */
final class TrainingLines {

	private TrainingLines() {}

	/**
	 * @param keys with their values, as typed
	 * @return the line of a macro, and that of the start script
	 */
	static List<String> of(final Map<String, String> keys) {
		return List.of("run(\"" + TrainCommand.LABEL + "\", \"" + keys.entrySet()
			.stream().map(e -> e.getKey() + "=" + macro(e.getValue())).collect(
				Collectors.joining(" ")) + "\");", "./cnn-classifier train " + keys
					.entrySet().stream().map(e -> e.getKey() + "=" + shell(e.getValue()))
					.collect(Collectors.joining(" ")));
	}

	private static String macro(final String value) {
		final boolean plain = value.chars().noneMatch(Character::isWhitespace) &&
			!value.startsWith("[") && !value.startsWith("'");
		return (plain ? value : "[" + value + "]").replace("\\", "\\\\").replace(
			"\"", "\\\"");
	}

	private static String shell(final String value) {
		return value.matches("[\\w./:,+=@%-]*") ? value : "'" + value.replace("'",
			"'\\''") + "'";
	}
}

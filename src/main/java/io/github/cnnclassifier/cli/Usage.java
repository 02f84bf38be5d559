
package io.github.cnnclassifier.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.launch.Commands;

/** Which commands there are and how they are called. */
final class Usage {

	private static final Set<String> ASKING = Set.of("help", "-h", "--help");

	private Usage() {}

	static boolean isAskedFor(final String word) {
		return ASKING.contains(word);
	}

	/**
	 * @param key of a command
	 * @return the command
	 * @throws WrongUsage if there is none that the start script runs
	 */
	static Commands command(final String key) {
		return commands().stream().filter(c -> c.key().equals(key)).findFirst()
			.orElseThrow(() -> new WrongUsage("Expected one of the commands " +
				commands().stream().map(Commands::key).collect(Collectors.joining(
					", ")) + ", imagej, demo; found '" + key + "'."));
	}

	static String text() {
		return "Usage: cnn-classifier COMMAND key=value ...\n\n" + commands()
			.stream().map(c -> line(c.key() + " " + c.example(), c.purpose()))
			.collect(Collectors.joining()) + line("imagej",
				"open ImageJ with the plugin") + line("demo",
					"the whole way on sample images") +
			"""

					model=digits is the digit classifier that comes along.
					Exit status: 0 all well, 1 failure, 2 wrong usage, 3 some files failed.""";
	}

	private static String line(final String call, final String purpose) {
		return String.format(Locale.ROOT, "  %-54s  %s", call, purpose)
			.stripTrailing() + "\n";
	}

	private static List<Commands> commands() {
		return Arrays.stream(Commands.values()).filter(
			Commands::isForTheStartScript).toList();
	}
}


package io.github.cnnclassifier.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

import org.scijava.Context;

import io.github.cnnclassifier.command.ClassifierCommand;
import io.github.cnnclassifier.command.Outcome;
import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.launch.CommandLine;
import io.github.cnnclassifier.launch.Commands;

/**
 * What the start script calls: {@code COMMAND key=value ...}. Results go to
 * standard output, everything else to standard error.
 */
public final class Main {

	static final int ALL_WELL = 0;
	static final int FAILURE = 1;
	static final int WRONG_USAGE = 2;
	static final int FAILED_FILES = 3;

	private final PrintStream results;
	private final PrintStream messages;

	/**
	 * @param results receives what scripts read
	 * @param messages receives progress and errors
	 */
	Main(final PrintStream results, final PrintStream messages) {
		this.results = results;
		this.messages = messages;
	}

	/**
	 * Runs one command and ends the process with its exit status.
	 *
	 * @param arguments the command, then key=value for each input
	 */
	public static void main(final String[] arguments) {
		final PrintStream results = System.out;
		// Whatever a library prints must not mix with results.
		System.setOut(System.err);
		final int status = new Main(results, System.err).run(List.of(arguments));
		results.flush();
		System.exit(status);
	}

	/**
	 * @param arguments the command, then key=value for each input
	 * @return 0 if all went well, 1 for a failure, 2 for wrong usage, 3 if some
	 *         files of a batch failed
	 */
	int run(final List<String> arguments) {
		try {
			if (arguments.isEmpty()) throw new WrongUsage(Usage.text());
			if (Usage.isAskedFor(arguments.get(0))) {
				results.println(Usage.text());
				return ALL_WELL;
			}
			return run(Usage.command(arguments.get(0)), arguments.subList(1, arguments
				.size()));
		}
		catch (final WrongUsage e) {
			messages.println(e.getMessage());
			return WRONG_USAGE;
		}
		catch (final UserFailure e) {
			messages.println("Error: " + e.getMessage() + mends(e, arguments));
			return FAILURE;
		}
	}

	/** What would mend it here, unless the message says the same. */
	static String mends(final UserFailure failure, final List<String> arguments) {
		if (failure.mends().isEmpty()) return "";
		final Map<String, String> given = KeyValues.parse(arguments.subList(1,
			arguments.size()));
		final List<String> options = failure.mends().stream().map(mend -> Legible
			.line(mend.option(given.get(mend.key())))).filter(option -> !failure
				.getMessage().contains(option)).toList();
		return options.isEmpty() ? "" : " Here that is " + String.join(" or ",
			options) + ".";
	}

	private int run(final Commands command, final List<String> words) {
		try (Context context = new Context()) {
			final Outcome outcome;
			try (ConsoleProgress progress = new ConsoleProgress(messages)) {
				outcome = ((ClassifierCommand) CommandLine.prepare(context, command,
					KeyValues.parse(words), progress::message)).executeOrFail(progress);
			}
			outcome.lines().forEach(line -> results.println(Legible.lines(line)));
			if (outcome.failed() == 0) return ALL_WELL;
			messages.println(outcome.failures() +
				" failed, as listed above or in the output.");
			return FAILED_FILES;
		}
	}
}

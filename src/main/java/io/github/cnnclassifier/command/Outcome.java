
package io.github.cnnclassifier.command;

import java.util.List;

/**
 * What a script is told of a command.
 *
 * @param lines of standard output, in order; copied
 * @param failedFiles how many files of a batch had no result
 */
public record Outcome(List<String> lines, int failedFiles) {

	/** Copies the lines. */
	public Outcome {
		lines = List.copyOf(lines);
	}

	/**
	 * @param lines of standard output
	 * @return all went well
	 */
	public static Outcome of(final String... lines) {
		return new Outcome(List.of(lines), 0);
	}
}

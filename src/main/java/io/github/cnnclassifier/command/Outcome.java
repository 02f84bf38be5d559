
package io.github.cnnclassifier.command;

import java.util.List;

/**
 * What a script is told of a command.
 *
 * @param lines of standard output, in order; copied
 * @param failed how many items of a batch had no result
 * @param item what one of them is called, for instance "file" or "region"; its
 *          plural has an s
 */
public record Outcome(List<String> lines, int failed, String item) {

	/** Copies the lines. */
	public Outcome {
		lines = List.copyOf(lines);
	}

	/**
	 * @param lines of standard output
	 * @param failed how many files of a batch had no result
	 */
	public Outcome(final List<String> lines, final int failed) {
		this(lines, failed, "file");
	}

	/** @return for instance "1 file" or "10 regions" */
	public String failures() {
		return failed + " " + item + (failed == 1 ? "" : "s");
	}

	/**
	 * @param lines of standard output
	 * @return all went well
	 */
	public static Outcome of(final String... lines) {
		return new Outcome(List.of(lines), 0);
	}
}

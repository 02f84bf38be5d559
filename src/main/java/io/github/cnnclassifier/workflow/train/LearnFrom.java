
package io.github.cnnclassifier.workflow.train;

import java.util.Arrays;
import java.util.List;

import io.github.cnnclassifier.failure.WrongUsage;

/** Which images the final weights of a model are learned from. */
public enum LearnFrom {

		/** The training side alone. */
		TRAINING("training"),

		/**
		 * The training and the validation side together, in a second run, once the
		 * first one has shown how long to train and how good it gets.
		 */
		ALL("all");

	private final String label;

	LearnFrom(final String label) {
		this.label = label;
	}

	/** @return the name in macros and on the command line */
	public String label() {
		return label;
	}

	/** @return the names of all */
	public static List<String> labels() {
		return Arrays.stream(values()).map(LearnFrom::label).toList();
	}

	/**
	 * @param label name of one
	 * @return it
	 * @throws WrongUsage if there is none of that name; the message lists them
	 */
	public static LearnFrom parse(final String label) {
		return Arrays.stream(values()).filter(value -> value.label.equals(label))
			.findFirst().orElseThrow(() -> new WrongUsage(
				"Expected learnFrom to be one of " + String.join(", ", labels()) +
					", found '" + label + "'."));
	}
}

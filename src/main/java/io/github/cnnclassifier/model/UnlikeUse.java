
package io.github.cnnclassifier.model;

import java.util.Arrays;
import java.util.List;

import io.github.cnnclassifier.failure.WrongUsage;

/** What becomes of images that are unlike the training images. */
public enum UnlikeUse {

		/**
		 * Their answer is unknown, where the model has a score for them; where one
		 * of its classes has that name, they are only marked.
		 */
		AUTO("auto"),

		/** They keep their class, and tables say how unlike they are. */
		MARK("mark"),

		/** Nothing is said of it. */
		OFF("off");

	private final String label;

	UnlikeUse(final String label) {
		this.label = label;
	}

	/** @return the name in macros and on the command line */
	public String label() {
		return label;
	}

	/** @return the names of all */
	public static List<String> labels() {
		return Arrays.stream(values()).map(UnlikeUse::label).toList();
	}

	/**
	 * @param label name of one
	 * @return it
	 * @throws WrongUsage if there is none of that name; the message lists them
	 */
	public static UnlikeUse parse(final String label) {
		return Arrays.stream(values()).filter(use -> use.label.equals(label))
			.findFirst().orElseThrow(() -> new WrongUsage(
				"Expected unlike to be one of " + String.join(", ", labels()) +
					", found '" + label + "'."));
	}
}

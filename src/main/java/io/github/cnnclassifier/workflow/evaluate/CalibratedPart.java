
package io.github.cnnclassifier.workflow.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.github.cnnclassifier.failure.WrongUsage;

/** Which part of labeled images a model is calibrated on. */
public enum CalibratedPart {

		/** The validation side of the model's own images; of others all. */
		AUTO("auto"),

		/** The validation side, declared or stored in the model. */
		VALIDATION("validation"),

		/** Every image. */
		ALL("all");

	private final String label;

	CalibratedPart(final String label) {
		this.label = label;
	}

	/** @return the name in macros and on the command line */
	public String label() {
		return label;
	}

	/**
	 * @param label name of a part
	 * @return the part
	 * @throws WrongUsage if there is none of that name; the message lists them
	 */
	public static CalibratedPart parse(final String label) {
		final List<CalibratedPart> parts = List.of(values());
		return parts.stream().filter(part -> part.label.equals(label)).findFirst()
			.orElseThrow(() -> new WrongUsage("Expected split to be one of " + Arrays
				.stream(values()).map(CalibratedPart::label).collect(Collectors.joining(
					", ")) + ", found '" + label + "'."));
	}
}


package io.github.cnnclassifier.workflow.evaluate;

import java.util.Arrays;
import java.util.List;

import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.failure.WrongUsage;

/** Which part of labeled images is evaluated. */
public enum EvaluatedPart {

		/**
		 * The test side that the images declare; else, when they are the model's
		 * own images, the test side stored in the model; else all.
		 */
		AUTO("auto", null),

		/** Every image. */
		ALL("all", null),

		/** The training side, declared or stored. */
		TRAINING("training", Side.TRAINING),

		/** The validation side, declared or stored. */
		VALIDATION("validation", Side.VALIDATION),

		/** The test side, declared or stored. */
		TEST("test", Side.TEST);

	private final String label;
	private final Side side;

	EvaluatedPart(final String label, final Side side) {
		this.label = label;
		this.side = side;
	}

	/** @return the name in macros and on the command line */
	public String label() {
		return label;
	}

	/** @return the one side that is meant; null for auto and all */
	Side side() {
		return side;
	}

	/**
	 * @param side of a split
	 * @return what an evaluation of it is called, such as "test side"
	 */
	static String nameOf(final Side side) {
		return side.label() + " side";
	}

	/** @return whether one side is asked for by its name that is no test side */
	boolean isOtherThanTest() {
		return side == Side.TRAINING || side == Side.VALIDATION;
	}

	/** @return the names of all parts */
	public static List<String> labels() {
		return Arrays.stream(values()).map(EvaluatedPart::label).toList();
	}

	/**
	 * @param label name of a part
	 * @return the part
	 * @throws WrongUsage if there is none of that name; the message lists them
	 */
	public static EvaluatedPart parse(final String label) {
		return Arrays.stream(values()).filter(part -> part.label.equals(label))
			.findFirst().orElseThrow(() -> new WrongUsage(
				"Expected split to be one of " + String.join(", ", labels()) +
					", found '" + label + "'."));
	}
}

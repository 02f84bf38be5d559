
package io.github.cnnclassifier.image;

import java.util.Arrays;

import io.github.cnnclassifier.failure.WrongUsage;

/**
 * How an image is brought to the size of the network's input. Wherever an axis
 * shrinks, areas are averaged; where it grows, interpolation is bilinear.
 */
public enum ResizeRule {

		/** Each axis by itself to the input's length; proportions may change. */
		STRETCH("stretch",
			"The image is stretched to the input's size, each axis by itself"),

		/**
		 * The whole image, proportions kept, as large as fits, centered. What stays
		 * free becomes 0 in the network's input.
		 */
		PAD("pad",
			"The whole image is resized with its proportions kept and centered; " +
				"the input around it is 0"),

		/**
		 * The largest centered part of the input's proportions fills the input.
		 */
		CROP("crop",
			"The largest centered part with the input's proportions is resized to " +
				"the input's size"),

		/**
		 * Pixels stay as large as they are. The center is taken where the image is
		 * larger than the input; what stays free becomes 0 in the network's input.
		 */
		NONE("none",
			"Nothing is resized; the image is centered, cut off where it is larger " +
				"than the input; the input around a smaller one is 0");

	private final String label;
	private final String meaning;

	ResizeRule(final String label, final String meaning) {
		this.label = label;
		this.meaning = meaning;
	}

	/** @return the name in files, macros and on the command line */
	public String label() {
		return label;
	}

	/** @return what it does, a sentence without a period */
	public String meaning() {
		return meaning;
	}

	/** @return whether a part of the input may be left free */
	public boolean pads() {
		return this == PAD || this == NONE;
	}

	/**
	 * @param text a label
	 * @return the rule
	 * @throws WrongUsage if there is none of that name
	 */
	public static ResizeRule parse(final String text) {
		return Arrays.stream(values()).filter(rule -> rule.label.equals(text))
			.findFirst().orElseThrow(() -> new WrongUsage(
				"Expected resize to be one of auto, stretch, pad, crop, none, found '" +
					text + "'."));
	}
}

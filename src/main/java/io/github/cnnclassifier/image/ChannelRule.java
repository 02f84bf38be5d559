
package io.github.cnnclassifier.image;

import io.github.cnnclassifier.failure.WrongUsage;

/** How the channels of an image become the channels of the network's input. */
public enum ChannelRule {

		/**
		 * Every channel is an input plane; another number of channels is an error.
		 */
		AS_IS("as-is"),

		/**
		 * One input plane. A single channel is taken as it is; red, green and blue
		 * are weighed 0.299, 0.587 and 0.114 (ITU-R BT.601); other multi-channel
		 * images are an error.
		 */
		GRAY("gray"),

		/**
		 * Three input planes. A single channel is repeated; three channels are
		 * taken as they are; other numbers are an error.
		 */
		RGB("rgb");

	private final String label;

	ChannelRule(final String label) {
		this.label = label;
	}

	/** @return the name in files, macros and on the command line */
	public String label() {
		return label;
	}

	/**
	 * @param channels of a network's input
	 * @return whether this rule makes that number of input planes
	 */
	public boolean gives(final int channels) {
		switch (this) {
			case GRAY:
				return channels == 1;
			case RGB:
				return channels == 3;
			default:
				return channels >= 1;
		}
	}

	/**
	 * @param text a label
	 * @return the rule
	 * @throws WrongUsage if there is none of that name
	 */
	public static ChannelRule parse(final String text) {
		for (final ChannelRule rule : values()) {
			if (rule.label.equals(text)) return rule;
		}
		throw new WrongUsage("Expected channels=as-is, channels=gray or " +
			"channels=rgb, found '" + text + "'.");
	}
}

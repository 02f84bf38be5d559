
package io.github.cnnclassifier.image;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import io.github.cnnclassifier.failure.WrongUsage;

/**
 * What becomes of the slices (z) and frames (t) of a stack. Channels are no
 * planes: they always stay together. An image of one plane is the same under
 * every policy.
 */
public enum PlanePolicy {

		/** The plane that an open image shows. Files show none. */
		CURRENT("current", true),

		/** Each plane is an image of its own, with an answer of its own. */
		EACH("each", false),

		/**
		 * The middle slice of the middle frame; of an even number the one before
		 * the middle.
		 */
		MIDDLE("middle", true),

		/** The largest value of each pixel and channel, over all z and t. */
		MAXIMUM("maximum", true),

		/** The mean value of each pixel and channel, over all z and t. */
		MEAN("mean", true),

		/**
		 * Each plane is classified as by {@link #EACH}, and the mean of their
		 * probabilities is the one answer for the stack.
		 */
		AVERAGE("average", false);

	private final String label;
	private final boolean single;

	PlanePolicy(final String label, final boolean single) {
		this.label = label;
		this.single = single;
	}

	/** @return the name in files, macros and on the command line */
	public String label() {
		return label;
	}

	/** @return whether a stack becomes one image, however many planes it has */
	public boolean isSingle() {
		return single;
	}

	/**
	 * @param planes of a stack, at least 1
	 * @return how many images the stack becomes
	 */
	public int images(final int planes) {
		return single ? 1 : planes;
	}

	/**
	 * @param planes of one stack
	 * @param index 0-based, below {@link #images}
	 * @return that image
	 * @throws IOException if the planes cannot be read
	 * @throws IllegalArgumentException for {@link #CURRENT} and several planes,
	 *           of which nothing tells the current one
	 */
	public SampleImage image(final ImagePlanes planes, final int index)
		throws IOException
	{
		if (planes.count() == 1) return planes.plane(0);
		return switch (this) {
			case EACH, AVERAGE -> planes.plane(index);
			case MIDDLE -> planes.plane((planes.slices() - 1) / 2, (planes.frames() -
				1) / 2);
			case MAXIMUM -> PlaneProjection.maximum(planes);
			case MEAN -> PlaneProjection.mean(planes);
			case CURRENT -> throw new IllegalArgumentException(
				"Files have no current plane");
		};
	}

	/**
	 * @param text a label
	 * @return the policy
	 * @throws WrongUsage if there is none of that name; the message lists them
	 */
	public static PlanePolicy parse(final String text) {
		return Arrays.stream(values()).filter(policy -> policy.label.equals(text))
			.findFirst().orElseThrow(() -> new WrongUsage(
				"Expected planes to be one of " + String.join(", ", labels()) +
					", found '" + text + "'."));
	}

	private static List<String> labels() {
		return Arrays.stream(values()).map(PlanePolicy::label).toList();
	}
}

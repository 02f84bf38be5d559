
package io.github.cnnclassifier.augment;

import java.util.List;

import io.github.cnnclassifier.failure.WrongUsage;

/**
 * How far training images are changed at random; each change is drawn evenly
 * from its range.
 *
 * @param name permanent, for files, macros and the command line
 * @param shiftFraction largest shift as part of width and height, 0 or more
 * @param rotationDegrees largest rotation in either direction, 0 or more
 * @param scaleFraction largest change of size, 0 to below 1; 0.1 is 0.9 to 1.1
 * @param flipHorizontal whether left and right are swapped in half the cases
 * @param flipVertical whether top and bottom are swapped in half the cases
 */
public record Augmentation(String name, double shiftFraction,
		double rotationDegrees, double scaleFraction, boolean flipHorizontal,
		boolean flipVertical)
{

	/** No change. */
	public static final Augmentation NONE = new Augmentation("none", 0, 0, 0,
		false, false);

	/** The default: small changes without flips, safe for digits and letters. */
	public static final Augmentation LIGHT = new Augmentation("light", 0.08, 10,
		0.1, false, false);

	/** @throws IllegalArgumentException if a number is outside its range */
	public Augmentation {
		if (!(shiftFraction >= 0) || !(rotationDegrees >= 0) ||
			!(scaleFraction >= 0 && scaleFraction < 1))
			throw new IllegalArgumentException("Impossible augmentation: shift " +
				shiftFraction + ", rotation " + rotationDegrees + ", scale " +
				scaleFraction);
	}

	/** @return whether images stay as they are */
	public boolean isNone() {
		return shiftFraction == 0 && rotationDegrees == 0 && scaleFraction == 0 &&
			!flipHorizontal && !flipVertical;
	}

	/** @return the names of the presets */
	public static List<String> names() {
		return List.of(NONE.name, LIGHT.name);
	}

	/**
	 * @param name of a preset
	 * @return the preset
	 * @throws WrongUsage if there is none of that name; the message lists them
	 */
	public static Augmentation named(final String name) {
		if (NONE.name.equals(name)) return NONE;
		if (LIGHT.name.equals(name)) return LIGHT;
		throw new WrongUsage("Expected the augmentation " + String.join(" or ",
			names()) + ", found '" + name + "'.");
	}
}


package io.github.cnnclassifier.augment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.failure.Legible;

/**
 * One kind of random change, with the entry that stands for it in files and
 * models. Its amount says how far it may go at most; how far it goes in an
 * image is drawn evenly for each image. The amount 0 leaves the change out; a
 * switch has the amount 1 when it is on.
 */
public enum Change {

		/** Left and right are swapped in half the cases; a switch. */
		FLIP_HORIZONTAL("flipHorizontal"),

		/** Top and bottom are swapped in half the cases; a switch. */
		FLIP_VERTICAL("flipVertical"),

		/**
		 * Turned by 0, 90, 180 or 270 degrees, each in a quarter of the cases;
		 * where width and height differ, by 0 or 180 degrees, as anything else
		 * would not fit. A switch.
		 */
		QUARTER_TURNS("quarterTurns"),

		/** Largest rotation about the center in either direction, in degrees. */
		ROTATION("rotationDegrees", 0, 180),

		/** Largest shift as part of width and height. */
		SHIFT("shiftFraction", 0, 1),

		/** Largest change of size; 0.1 is 0.9 to 1.1 times as large. */
		SCALE("scaleFraction", 0, 0.9),

		/**
		 * Largest movement of a point by a smooth random distortion, as part of
		 * width and height; most points move by about a quarter of it.
		 */
		ELASTIC("elasticFraction", 0, 0.2),

		/** Largest change of the factor that all values are multiplied with. */
		BRIGHTNESS("brightness", 0, 0.9),

		/** Largest change of the factor that distances from the mean get. */
		CONTRAST("contrast", 0, 0.9),

		/**
		 * Values, as parts of the brightest one, are raised to a power between
		 * 1/(1+amount) and 1+amount.
		 */
		GAMMA("gamma", 0, 3),

		/**
		 * Photons that the brightest value of the image stands for, where photon
		 * noise is strongest: fewer are noisier. 0 for no such noise.
		 */
		PHOTONS("photons", 1, 1_000_000),

		/**
		 * Largest standard deviation of normal noise, as part of the standard
		 * deviation of the image's values.
		 */
		NOISE("noise", 0, 5),

		/**
		 * Largest standard deviation of a Gaussian blur, in pixels of the input.
		 */
		BLUR("blurPixels", 0, 10);

	private final String entry;
	private final double least;
	private final double most;
	private final boolean isSwitch;

	Change(final String entry) {
		this(entry, 0, 1, true);
	}

	Change(final String entry, final double least, final double most) {
		this(entry, least, most, false);
	}

	Change(final String entry, final double least, final double most,
		final boolean isSwitch)
	{
		this.entry = entry;
		this.least = least;
		this.most = most;
		this.isSwitch = isSwitch;
	}

	/** @return its permanent name in files and models */
	public String entry() {
		return entry;
	}

	/** @return whether it is on or off and nothing between */
	public boolean isSwitch() {
		return isSwitch;
	}

	/**
	 * @param amount any
	 * @return whether it is one that this change can have; 0 always is
	 */
	public boolean allows(final double amount) {
		if (isSwitch) return amount == 0 || amount == 1;
		return amount == 0 || amount >= least && amount <= most;
	}

	/** @return what an amount must be, in words */
	public String allowed() {
		if (isSwitch) return "true or false";
		return "a number from " + number(least) + " to " + number(most) + (least > 0
			? ", or 0 for none" : "");
	}

	/**
	 * @param amount an allowed one
	 * @return as in a file: true or false for a switch, else the number
	 */
	public String text(final double amount) {
		return isSwitch ? String.valueOf(amount != 0) : number(amount);
	}

	/**
	 * The other way from {@link #text}.
	 *
	 * @param text as in a file
	 * @return the amount, not checked for its range
	 * @throws IllegalArgumentException if it is none of this change
	 */
	double amount(final String text) {
		try {
			if (!isSwitch) return Double.parseDouble(text);
			if (text.equals("true")) return 1;
			if (text.equals("false")) return 0;
			throw new IllegalArgumentException(text);
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException("Expected " + entry + " to be " +
				allowed() + ", got '" + Legible.quote(text) + "'", e);
		}
	}

	/**
	 * @param entry any text
	 * @return the change that it stands for, if there is one
	 */
	static Optional<Change> ofEntry(final Object entry) {
		return Arrays.stream(values()).filter(change -> change.entry.equals(entry))
			.findFirst();
	}

	/** @return the entries of all changes, in their order */
	public static List<String> entries() {
		return Arrays.stream(values()).map(Change::entry).toList();
	}

	private static String number(final double amount) {
		return amount == Math.rint(amount) ? String.valueOf((long) amount) : String
			.valueOf(amount);
	}
}

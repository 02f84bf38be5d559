
package io.github.cnnclassifier.inference;

import java.util.Locale;

/**
 * Which places of an image speak for a class, as a network sees it.
 * <p>
 * Values are parts of the logarithm of the odds of the class, log(p / (1 - p)),
 * in nats: 0.7 doubles the odds, 2.3 is tenfold. With
 * {@link HeatMethod#OCCLUSION} a value is what the log-odds lose when the
 * surroundings of the pixel are hidden: the mean over the windows that hold it,
 * those counting most whose middle is near; below 0 where the odds rise, so
 * that the place speaks against the class. With {@link HeatMethod#GRAD_CAM} it
 * is what the place of the last spatial layer that lies there adds to the
 * log-odds, to first order; never below 0. Pixels that the network does not see
 * have 0.
 * <p>
 * The array is not copied: treat it as read-only.
 *
 * @param width of the map in pixels
 * @param height of the map in pixels
 * @param values row after row from the top
 * @param labelIndex of the class, 0-based
 * @param probability of the class for the whole image, 0 to 1
 * @param method that was used, never {@link HeatMethod#AUTO}
 * @param evidence nats that the map has to tell of: with occlusion the highest
 *          value, less the lowest if that is above 0, as hiding any place takes
 *          as much; with Grad-CAM the sum over the places of the layer, each
 *          less the lowest. 0 or more
 */
public record HeatMap(int width, int height, float[] values, int labelIndex,
		float probability, HeatMethod method, double evidence)
{

	/**
	 * Nats below which a map is flat: no place changes the odds of the class by a
	 * factor of two.
	 */
	public static final double LEAST_EVIDENCE = Math.log(2);

	/** Of a flat map no more than this part of a scale of colors is seen. */
	private static final int DIMMED = 10;

	/** @throws IllegalArgumentException if size and values do not match */
	public HeatMap {
		if (values.length != (long) width * height)
			throw new IllegalArgumentException(width + " x " + height +
				" does not match " + values.length + " values");
	}

	/**
	 * @return whether there is anything to see; else the map is flat, and what
	 *         differences it has mean nothing
	 */
	public boolean hasEvidence() {
		return evidence >= LEAST_EVIDENCE;
	}

	/**
	 * @return the value that gets the strongest color, 0 getting the weakest: the
	 *         highest of the map; of a flat map ten times as much, so that it is
	 *         seen to be flat. Above 0
	 */
	public float top() {
		float highest = 0;
		for (final float value : values)
			highest = Math.max(highest, value);
		return hasEvidence() && highest > 0 ? highest : DIMMED * Math.max(highest,
			(float) LEAST_EVIDENCE);
	}

	/** @return for scripts, such as "method=occlusion evidence=3.4012" */
	public String line() {
		return String.format(Locale.ROOT, "method=%s evidence=%.4f", method.label(),
			evidence);
	}
}

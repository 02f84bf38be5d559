
package io.github.cnnclassifier.transfer;

import java.util.Arrays;
import java.util.Objects;

import io.github.cnnclassifier.image.RoundingNoise;

/**
 * Gives every feature mean 0 and deviation 1, so that all count alike. A
 * feature that is always the same tells nothing and becomes 0, also where
 * rounding makes it differ in the last digit: else a head would give it
 * enormous weights, and a new image that differs in it a sure and wrong answer.
 * Immutable.
 */
public final class FeatureScaling {

	private final float[] means;
	/** 0 for a feature that is always the same. */
	private final float[] deviations;

	private FeatureScaling(final float[] means, final float[] deviations) {
		this.means = means;
		this.deviations = deviations;
	}

	/**
	 * @param rows of features, all of one length; null for one that does not
	 *          count; at least one counts
	 * @return the scaling of these
	 */
	public static FeatureScaling of(final float[][] rows) {
		final float[][] present = Arrays.stream(rows).filter(Objects::nonNull)
			.toArray(float[][]::new);
		final float[] means = new float[present[0].length];
		final float[] deviations = new float[means.length];
		for (int f = 0; f < means.length; f++) {
			double sum = 0;
			double squares = 0;
			for (final float[] row : present)
				sum += row[f];
			final double mean = sum / present.length;
			for (final float[] row : present)
				squares += (row[f] - mean) * (row[f] - mean);
			final double deviation = Math.sqrt(squares / present.length);
			means[f] = (float) mean;
			deviations[f] = deviation > RoundingNoise.of(mean) ? (float) deviation
				: 0;
		}
		return new FeatureScaling(means, deviations);
	}

	/** @return how many features there are */
	int length() {
		return means.length;
	}

	/**
	 * @param row of features; only read
	 * @return the same, scaled; a new array
	 */
	public float[] scaled(final float[] row) {
		final float[] scaled = new float[means.length];
		for (int f = 0; f < scaled.length; f++)
			scaled[f] = deviations[f] > 0 ? (row[f] - means[f]) / deviations[f] : 0;
		return scaled;
	}

	/**
	 * @param at F,K weights of scaled features, then K biases
	 * @param classes K
	 * @return the same head for features as they are
	 */
	LinearHead unscaled(final double[] at, final int classes) {
		final float[] weight = new float[means.length * classes];
		final double[] bias = Arrays.copyOfRange(at, weight.length, at.length);
		for (int f = 0; f < means.length; f++) {
			for (int k = 0; k < classes; k++) {
				final double scaled = deviations[f] > 0 ? at[f * classes + k] /
					deviations[f] : 0;
				weight[f * classes + k] = (float) scaled;
				bias[k] -= scaled * means[f];
			}
		}
		final float[] rounded = new float[classes];
		for (int k = 0; k < classes; k++)
			rounded[k] = (float) bias[k];
		return new LinearHead(weight, rounded);
	}
}

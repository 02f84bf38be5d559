
package io.github.cnnclassifier.image;

import java.util.Collections;
import java.util.List;

/**
 * Mean and standard deviation of the channels of many images, after the
 * declared range has become 0 to 1.
 *
 * @param means one for each channel, 0 to 1; copied
 * @param deviations one for each channel, {@value #LEAST_DEVIATION} to 1;
 *          copied
 */
public record ChannelStatistics(List<Double> means, List<Double> deviations) {

	/** Images that differ less are as good as constant. */
	public static final double LEAST_DEVIATION = 1e-6;

	/** @throws IllegalArgumentException if numbers or counts are impossible */
	public ChannelStatistics {
		means = List.copyOf(means);
		deviations = List.copyOf(deviations);
		if (means.size() != deviations.size() || !means.stream().allMatch(
			m -> m >= 0 && m <= 1) || !deviations.stream().allMatch(
				d -> d >= LEAST_DEVIATION && d <= 1))
			throw new IllegalArgumentException("Impossible means " + means +
				" and standard deviations " + deviations);
	}

	/**
	 * @param channels at least 1
	 * @return mean 0 and standard deviation 1 for each, which change nothing
	 */
	public static ChannelStatistics neutral(final int channels) {
		return new ChannelStatistics(Collections.nCopies(channels, 0.0), Collections
			.nCopies(channels, 1.0));
	}
}

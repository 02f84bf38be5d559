
package io.github.cnnclassifier.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import io.github.cnnclassifier.model.PictureStatistics;

/**
 * What is known of images in numbers. The lists are as long as each other;
 * treat the arrays as read-only.
 *
 * @param features what the last layer of a network sees of each
 * @param statistics {@link PictureStatistics} of the input of each
 * @param labels 0-based label index of each
 * @param units of each a name that it shares with what belongs together with it
 */
public record ImageNumbers(List<float[]> features, List<float[]> statistics,
		List<Integer> labels, List<String> units)
{

	/**
	 * Copies the lists.
	 *
	 * @throws IllegalArgumentException if their lengths differ
	 */
	public ImageNumbers {
		features = List.copyOf(features);
		statistics = List.copyOf(statistics);
		labels = List.copyOf(labels);
		units = List.copyOf(units);
		if (features.size() != labels.size() || statistics.size() != labels
			.size() || units.size() != labels.size())
			throw new IllegalArgumentException("Numbers of different images");
	}

	/**
	 * Of images that stand alone.
	 *
	 * @param features what the last layer of a network sees of each
	 * @param statistics of the input of each
	 * @param labels 0-based label index of each
	 */
	public ImageNumbers(final List<float[]> features,
		final List<float[]> statistics, final List<Integer> labels)
	{
		this(features, statistics, labels, IntStream.range(0, labels.size())
			.mapToObj(Integer::toString).toList());
	}

	/** @return of how many images */
	public int size() {
		return labels.size();
	}

	/** @return those of the images of these 0-based positions, in order */
	ImageNumbers where(final IntPredicate chosen) {
		final List<float[]> someFeatures = new ArrayList<>();
		final List<float[]> someStatistics = new ArrayList<>();
		final List<Integer> someLabels = new ArrayList<>();
		final List<String> someUnits = new ArrayList<>();
		for (int i = 0; i < size(); i++) {
			if (!chosen.test(i)) continue;
			someFeatures.add(features.get(i));
			someStatistics.add(statistics.get(i));
			someLabels.add(labels.get(i));
			someUnits.add(units.get(i));
		}
		return new ImageNumbers(someFeatures, someStatistics, someLabels,
			someUnits);
	}
}

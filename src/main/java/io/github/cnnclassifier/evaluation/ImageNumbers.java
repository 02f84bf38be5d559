
package io.github.cnnclassifier.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

import io.github.cnnclassifier.model.PictureStatistics;

/**
 * What is known of images in numbers. The lists are as long as each other;
 * treat the arrays as read-only.
 *
 * @param features what the last layer of a network sees of each
 * @param statistics {@link PictureStatistics} of the input of each
 * @param labels 0-based label index of each
 */
public record ImageNumbers(List<float[]> features, List<float[]> statistics,
		List<Integer> labels)
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
		if (features.size() != labels.size() || statistics.size() != labels.size())
			throw new IllegalArgumentException("Numbers of different images");
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
		for (int i = 0; i < size(); i++) {
			if (!chosen.test(i)) continue;
			someFeatures.add(features.get(i));
			someStatistics.add(statistics.get(i));
			someLabels.add(labels.get(i));
		}
		return new ImageNumbers(someFeatures, someStatistics, someLabels);
	}
}


package io.github.cnnclassifier.dataset.inspect;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.dataset.survey.SurveyedSample;

/**
 * Images that belong together, such as copies of one image.
 * <p>
 * Immutable and thread-safe.
 */
public final class ImageGroups {

	private final List<List<Integer>> groups;
	private final int[] numbers;

	/**
	 * @param groups each with at least two 0-based indices of images, no image in
	 *          two of them
	 * @param images how many there are
	 */
	ImageGroups(final List<List<Integer>> groups, final int images) {
		this.groups = groups.stream().map(List::copyOf).toList();
		numbers = new int[images];
		for (int g = 0; g < groups.size(); g++) {
			for (final int image : groups.get(g)) {
				numbers[image] = g + 1;
			}
		}
	}

	/** @return images of equal pixels, numbered as they first occur */
	static ImageGroups ofEqualContent(final List<SurveyedSample> samples) {
		final Map<String, List<Integer>> contents = new LinkedHashMap<>();
		for (int i = 0; i < samples.size(); i++) {
			contents.computeIfAbsent(samples.get(i).contentHash(),
				unused -> new ArrayList<>()).add(i);
		}
		return new ImageGroups(contents.values().stream().filter(group -> group
			.size() > 1).toList(), samples.size());
	}

	/**
	 * @param groups of some of the samples, the very same objects
	 * @return the same groups by the indices of the samples
	 */
	static ImageGroups of(final List<List<SurveyedSample>> groups,
		final List<SurveyedSample> samples)
	{
		final Map<SurveyedSample, Integer> indices = new IdentityHashMap<>();
		for (int i = 0; i < samples.size(); i++) {
			indices.put(samples.get(i), i);
		}
		return new ImageGroups(groups.stream().map(group -> group.stream().map(
			indices::get).sorted().toList()).toList(), samples.size());
	}

	/** @return 0-based indices of the images of each group */
	public List<List<Integer>> groups() {
		return groups;
	}

	/**
	 * @param image 0-based index
	 * @return 1-based number of its group; 0 if it is in none
	 */
	public int numberOf(final int image) {
		return numbers[image];
	}
}

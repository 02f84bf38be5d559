
package io.github.cnnclassifier.model;

import java.util.List;
import java.util.Map;

/**
 * What a classifier was trained on, told without the images.
 *
 * @param fingerprint of all images and labels together, hexadecimal
 * @param description in words; never a path of the machine it came from
 * @param split for each side ("training", "validation", "test") the content
 *          hashes of its images, "v" and 15 hexadecimal digits each; copied,
 *          order kept
 * @param trainingCounts for each class name the number of training images;
 *          copied, order kept
 * @param grouping which images were kept together
 * @param before which images were learned from before this training
 */
public record DatasetRecord(String fingerprint, String description,
		Map<String, List<String>> split, Map<String, Integer> trainingCounts,
		GroupingRecord grouping, LearnedBefore before)
{

	/**
	 * Of a training from random weights.
	 *
	 * @param fingerprint of all images and labels together, hexadecimal
	 * @param description in words
	 * @param split content hashes by side
	 * @param trainingCounts by class name
	 * @param grouping which images were kept together
	 */
	public DatasetRecord(final String fingerprint, final String description,
		final Map<String, List<String>> split,
		final Map<String, Integer> trainingCounts, final GroupingRecord grouping)
	{
		this(fingerprint, description, split, trainingCounts, grouping,
			LearnedBefore.NONE);
	}

	/**
	 * Without a word on groups.
	 *
	 * @param fingerprint of all images and labels together, hexadecimal
	 * @param description in words
	 * @param split content hashes by side
	 * @param trainingCounts by class name
	 */
	public DatasetRecord(final String fingerprint, final String description,
		final Map<String, List<String>> split,
		final Map<String, Integer> trainingCounts)
	{
		this(fingerprint, description, split, trainingCounts, GroupingRecord.NONE);
	}

	/** Copies the maps and lists. */
	public DatasetRecord {
		final Map<String, List<String>> sides = Ordered.copy(split);
		sides.replaceAll((side, hashes) -> List.copyOf(hashes));
		split = Ordered.view(sides);
		trainingCounts = Ordered.view(Ordered.copy(trainingCounts));
	}
}

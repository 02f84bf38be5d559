
package io.github.cnnclassifier.workflow.train;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.split.Grouping;

/**
 * Groups that were guessed from the names of images, as a person is shown them.
 *
 * @param kind what the names seem to tell, such as "animal or patient"
 * @param image name of an image that has a group
 * @param group of that image
 * @param groups how many there are, at least 1
 * @param alone how many images are in none of them
 * @param table how the images would be divided: lines of one width with images
 *          and groups of each class on each side; copied
 */
public record GuessedGroups(String kind, String image, String group, int groups,
		int alone, List<String> table)
{

	/** Copies the table. */
	public GuessedGroups {
		table = List.copyOf(table);
	}

	/**
	 * @param grouping guessed, so that at least one of the samples has a group
	 * @param samples of the data set
	 * @param table as above
	 * @return what is shown; the example is the first image that has a group
	 */
	public static GuessedGroups of(final Grouping grouping,
		final List<Sample> samples, final List<String> table)
	{
		final Set<String> groups = new HashSet<>();
		Sample example = null;
		int alone = 0;
		for (final Sample sample : samples) {
			final String group = grouping.groupOf(sample);
			if (group == null) alone++;
			else groups.add(group);
			if (example == null && group != null) example = sample;
		}
		return new GuessedGroups(grouping.guess().orElseThrow(), example.name(),
			grouping.groupOf(example), groups.size(), alone, table);
	}
}

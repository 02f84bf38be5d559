
package io.github.cnnclassifier.workflow.train;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.failure.WrongUsage;

/**
 * How a person wants looked-at images to be divided.
 *
 * @param exclude classes to leave out; copied
 * @param division groups and what else there is to keep to
 * @param start where the training begins, whose images matter, too
 * @param seed of the training
 * @param model the file to be written, whose split is kept where it exists
 */
public record SidesWish(Set<String> exclude, SplitOptions division,
		StartChoice start, long seed, Path model)
{

	/** Copies the classes. */
	public SidesWish {
		exclude = Set.copyOf(exclude);
	}

	/**
	 * @param keys of a training as texts; what is missing has its default
	 * @param exclude classes to leave out
	 * @param model the file to be written
	 * @return the wish
	 * @throws WrongUsage if a text is impossible
	 */
	public static SidesWish of(final Map<String, String> keys,
		final Set<String> exclude, final Path model)
	{
		return new SidesWish(exclude, new SplitOptions(GroupingRule.parse(keys
			.getOrDefault("groups", GroupingRule.AUTO)), Boolean.parseBoolean(keys
				.getOrDefault("allowLeak", "false")), path(keys.getOrDefault(
					"splitFrom", ""))), StartChoice.parse(keys.getOrDefault("start",
						"auto")), seed(keys.getOrDefault("seed", "1")), model);
	}

	private static Optional<Path> path(final String text) {
		try {
			return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
		}
		catch (final InvalidPathException e) {
			throw new WrongUsage("Expected splitFrom to be a model file, found '" +
				text + "'.");
		}
	}

	private static long seed(final String text) {
		try {
			return Long.parseLong(text.trim());
		}
		catch (final NumberFormatException e) {
			throw new WrongUsage("Expected seed to be a whole number, found '" +
				text + "'.");
		}
	}
}

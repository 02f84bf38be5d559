
package io.github.cnnclassifier.workflow.evaluate;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Classes of which nothing is evaluated. */
final class MissingClasses {

	private MissingClasses() {}

	/**
	 * @param known all classes
	 * @param evaluated those that have images
	 * @return a sentence for people; empty if each has images
	 */
	static Optional<String> warning(final Collection<String> known,
		final Collection<String> evaluated)
	{
		final Set<String> missing = new LinkedHashSet<>(known);
		missing.removeAll(Set.copyOf(evaluated));
		if (missing.isEmpty()) return Optional.empty();
		return Optional.of("No image is evaluated of " + missing.stream().map(
			label -> "'" + label + "'").collect(Collectors.joining(", ")) +
			": the figures say nothing of " + (missing.size() == 1 ? "it."
				: "these classes."));
	}
}


package io.github.cnnclassifier.workflow.tune;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.tuning.SearchSpace;
import io.github.cnnclassifier.tuning.Study;
import io.github.cnnclassifier.workflow.train.StartChoice;

/**
 * A search without what would change nothing where its trainings begin: trials
 * that differ only in that would be the same training.
 */
final class EffectiveSpace {

	private EffectiveSpace() {}

	/**
	 * @param search as it was asked for
	 * @param start of the trainings, where the space does not vary it
	 * @param words for that start, such as {@code start=backbone}
	 * @param progress told if the usual space is made smaller
	 * @return the search, whose settings have only what counts
	 * @throws WrongUsage if a key that the user wants to vary means nothing in
	 *           any trial
	 */
	static Study.Search of(final Study.Search search, final StartChoice start,
		final String words, final Progress progress)
	{
		final boolean isUsual = search.space().dimensions().equals(TunedKeys.space(
			TunedKeys.AUTO).dimensions());
		final SearchSpace space = search.space().with(Map.of(SearchSpace.START,
			start.toString(), SearchSpace.UNFREEZE, start.unfreeze().label()));
		final List<String> without = space.withoutEffect();
		if (without.isEmpty()) return with(search, space);
		if (!isUsual) throw new WrongUsage(
			"Expected a search space of keys that change what is learned, found " +
				text(space, without) + " beside " + words + " unfreeze=" + start
					.unfreeze().label() +
				": there they mean nothing, and trials that differ only in them would " +
				"be the same training. Leave them out of the space, or change start " +
				"or unfreeze.");
		progress.message("Not varied, as they mean nothing beside " + words +
			" unfreeze=" + start.unfreeze().label() + ": " + String.join(", ",
				without) + ".");
		return with(search, space.without(without));
	}

	private static Study.Search with(final Study.Search search,
		final SearchSpace space)
	{
		return new Study.Search(space, search.strategy(), search.objective(), search
			.seed());
	}

	private static String text(final SearchSpace space,
		final List<String> names)
	{
		return space.dimensions().stream().filter(d -> names.contains(d.name()))
			.map(d -> d.name() + ": " + d.values()).collect(Collectors.joining("; "));
	}
}


package io.github.cnnclassifier.dataset.split;

import java.util.List;
import java.util.function.Function;

import io.github.cnnclassifier.dataset.source.Sample;

/**
 * Guesses from names which images belong together. A guess is only taken where
 * the names are clear: nearly all images fit, there are several images to a
 * group and several groups to a class. Coarse groups come first, as an animal
 * holds its slides.
 */
final class GroupGuess {

	private static final double LEAST_COVERAGE = 0.9;
	private static final double LEAST_MEAN_SIZE = 2;
	private static final double LEAST_SHARED = 0.6;

	private GroupGuess() {}

	/** @return a guess or no groups, with the reason in its statement */
	static Grouping of(final List<Sample> samples) {
		String doubt = null;
		for (final GroupIdea idea : GroupIdea.ALL) {
			if (!mayCover(samples, idea) || !mayBeCopies(samples, idea)) continue;
			final Function<Sample, String> names = Grouping.lookedUp(samples, idea
				.names());
			final GroupCounts counts = GroupCounts.of(samples, names);
			if (!isClear(idea, counts)) continue;
			final String objection = objection(idea, counts);
			if (objection == null) return new Grouping(idea.word(), counts.statement(
				idea.what()) + " groups=none turns this off.", names, idea.what());
			if (doubt == null) doubt = objection;
		}
		return doubt == null ? Grouping.none(
			"Not grouped: the names do not tell which images belong together. If " +
				"some come from one animal, slide, well or field, say so with groups.")
			: Grouping.doubtful(doubt);
	}

	/** Most ideas fit no name at all, which need not be seen from all names. */
	private static boolean mayCover(final List<Sample> samples,
		final GroupIdea idea)
	{
		int fitting = samples.size();
		for (final Sample sample : samples) {
			if (idea.names().apply(sample) == null && (double) --fitting / samples
				.size() < LEAST_COVERAGE) return false;
		}
		return true;
	}

	private static boolean mayBeCopies(final List<Sample> samples,
		final GroupIdea idea)
	{
		return idea.evidence() != GroupIdea.Evidence.COPIES || samples.stream()
			.anyMatch(sample -> AlteredName.is(sample.name()));
	}

	private static boolean isClear(final GroupIdea idea,
		final GroupCounts counts)
	{
		// most images may have no copy; those that have one share a group
		if (idea.evidence() == GroupIdea.Evidence.COPIES) return counts
			.shared() > 0;
		if (counts.coverage() < LEAST_COVERAGE || counts.shared() < LEAST_SHARED)
			return false;
		// the folder of all images is just where they were put
		if (idea.word().equals(GroupingRule.FOLDER) && counts.groups() == 1)
			return false;
		// crops of a parent may be scattered over many classes
		return idea.evidence() == GroupIdea.Evidence.NUMBERING ? counts
			.meanFiles() >= LEAST_MEAN_SIZE && counts.mostClassesAreDivided() : counts
				.meanSize() >= LEAST_MEAN_SIZE;
	}

	/** @return why a clear grouping is not taken; null if it is */
	private static String objection(final GroupIdea idea,
		final GroupCounts counts)
	{
		final String start = "Not grouped: the names look as if they told the " +
			idea.what() + ", for instance '";
		final String crossing = counts.groupOnTwoSides();
		if (crossing != null) return start + crossing + "', but the data set " +
			"itself declares images of it for several sides. If they do belong " +
			"together, the figures are too good; groups=" + idea.word() +
			" leaves such images out.";
		if (idea.evidence() == GroupIdea.Evidence.CERTAIN || idea
			.evidence() == GroupIdea.Evidence.COPIES) return null;
		final String scant = counts.scantClass();
		return scant == null ? null : start + counts.largest() +
			"', but the class '" + scant + "' has only " + counts.groupsOf(scant) +
			" of these. If they do belong together, the figures are too good; " +
			"groups=" + idea.word() + " keeps them together.";
	}
}

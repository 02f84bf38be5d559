
package io.github.cnnclassifier.dataset.split;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

	/** Two to learn from, one to validate, one to test. */
	private static final int LEAST_GROUPS = 4;

	/**
	 * @param what in words
	 * @param rule that finds the group again
	 * @param names finds the group
	 * @param certain whether images of one group are known to share pixels or
	 *          scenery, so that too few groups are no reason to let go
	 */
	private record Idea(String what, String rule, Function<Sample, String> names,
			boolean certain)
	{
	}

	private static final List<Idea> IDEAS = List.of(idea("animal or patient",
		word("patient|subject|donor|case|mouse|rat|rabbit|animal|fish|embryo"),
		false), idea("slide", word("slide|specimen|section"), false), new Idea(
			"folder", GroupingRule.FOLDER, ParentFolder::below, false), idea("well",
				"(?:^|[/_. -])([A-P](?:0[1-9]|1[0-9]|2[0-4]))(?=[/_. -])", false), idea(
					"field of view",
					"(?i)([^/]*?(?:field|fov|site|position|pos|scene|[_-][fs])[_ -]?[0-9]+)(?=[^0-9/][^/]*$)",
					false), idea("parent image",
						"(?i)([^/]+?)(?:[_-]+[tz][0-9]+)*[_-]+(?:x[0-9]+[_-]*y[0-9]+|(?:tile|patch|crop|roi)[_-]?[0-9]+)[^/]*$",
						true), idea("series",
							"(?i)([^/]+?)[_-]+(?:t|time|frame|z|slice)[_-]?[0-9]+(?:[.][^/]*)?$",
							false));

	private GroupGuess() {}

	/** @return a word for something and its number, such as mouse3 or slide_12 */
	private static String word(final String words) {
		return "(?i)(?:^|[/_. -])((?:" + words + ")[_ -]?[0-9]+)(?![0-9])";
	}

	private static Idea idea(final String what, final String regex,
		final boolean certain)
	{
		final Pattern pattern = Pattern.compile(regex);
		return new Idea(what, regex, sample -> {
			final Matcher matcher = pattern.matcher(sample.name());
			return matcher.find() ? matcher.group(1) : null;
		}, certain);
	}

	/** @return a guess or no groups, with the reason in its statement */
	static Grouping of(final List<Sample> samples) {
		String doubt = "Not grouped: the names do not tell which images belong " +
			"together. If some come from one animal, slide, well or field, say so " +
			"with groups.";
		boolean isDoubted = false;
		for (final Idea idea : IDEAS) {
			if (!mayCover(samples, idea)) continue;
			final Function<Sample, String> names = Grouping.lookedUp(samples, idea
				.names());
			final GroupCounts counts = GroupCounts.of(samples, names);
			if (!isClear(counts)) continue;
			final String objection = objection(idea, counts);
			if (objection == null) return new Grouping(idea.rule(), counts.statement(
				idea.what()) + " groups=none turns this off.", names, idea.what());
			if (!isDoubted) doubt = objection;
			isDoubted = true;
		}
		return Grouping.none(doubt);
	}

	/** Most ideas fit no name at all, which need not be seen from all names. */
	private static boolean mayCover(final List<Sample> samples, final Idea idea) {
		int fitting = samples.size();
		for (final Sample sample : samples) {
			if (idea.names().apply(sample) == null && (double) --fitting / samples
				.size() < LEAST_COVERAGE) return false;
		}
		return true;
	}

	private static boolean isClear(final GroupCounts counts) {
		return counts.coverage() >= LEAST_COVERAGE && counts
			.meanSize() >= LEAST_MEAN_SIZE && counts.shared() >= LEAST_SHARED;
	}

	/** @return why a clear grouping is not taken; null if it is */
	private static String objection(final Idea idea, final GroupCounts counts) {
		final String start = "Not grouped: the names look as if they told the " +
			idea.what() + ", for instance '";
		final String crossing = counts.groupOnTwoSides();
		if (crossing != null) return start + crossing + "', but the data set " +
			"itself declares images of it for several sides. If they do belong " +
			"together, the figures are too good; groups=" + idea.rule() +
			" leaves such images out.";
		final String poorest = counts.poorestClass();
		if (idea.certain() || counts.groupsOf(poorest) >= LEAST_GROUPS) return null;
		return start + counts.largest() + "', but the class '" + poorest +
			"' has only " + counts.groupsOf(poorest) +
			" of these. If they do belong together, the figures are too good; " +
			"groups=" + idea.rule() + " keeps them together.";
	}
}


package io.github.cnnclassifier.dataset.split;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.cnnclassifier.dataset.source.CodePointOrder;
import io.github.cnnclassifier.dataset.source.LabelRules;
import io.github.cnnclassifier.dataset.source.Side;

/** What a person should know about a split before trusting its figures. */
final class SplitWarnings {

	private static final int EXAMPLES = 5;

	private final List<ContentGroup> groups;

	SplitWarnings(final List<ContentGroup> groups) {
		this.groups = groups;
	}

	/**
	 * @param sides of the contents
	 * @param tests whether there should be a test side
	 */
	List<String> of(final Map<String, Side> sides, final boolean tests) {
		final List<String> warnings = new ArrayList<>(ofContents());
		if (tests && !sides.containsValue(Side.TEST)) warnings.add(
			"No images are left for the test side, so there are no figures on " +
				"unseen images. Add images, or evaluate on another folder.");
		warnings.addAll(ofMissing(sides));
		return warnings;
	}

	/** @return what is odd whatever the sides are, whole sentences */
	List<String> ofContents() {
		final List<String> warnings = new ArrayList<>();
		final List<ContentGroup> mislabeled = select(group -> group.labels()
			.size() > 1);
		if (!mislabeled.isEmpty()) warnings.add(count(mislabeled, "image occurs",
			"images occur") +
			" under different classes; one label is probably wrong: " + examples(
				mislabeled));
		final List<ContentGroup> contested = select(ContentGroup::isDeclaredTwice);
		if (!contested.isEmpty()) warnings.add(count(contested, "image is",
			"images are") + " declared for several sides of the split; copies " +
			"on the side nearer to training are left out: " + examples(contested));
		final List<ContentGroup> copied = select(group -> group.size() > 1);
		if (!copied.isEmpty()) warnings.add(count(copied, "image exists",
			"images exist") + " more than once; copies stay on one side: " + examples(
				copied));
		return warnings;
	}

	/** @return which classes have no image on a side, whole sentences */
	List<String> ofMissing(final Map<String, Side> sides) {
		final List<String> warnings = new ArrayList<>();
		for (final Side side : Side.values()) {
			final List<String> missing = missing(sides, side);
			if (!missing.isEmpty()) warnings.add((missing.size() == 1 ? "The class "
				: "The classes ") + LabelRules.quoted(missing) + (missing.size() == 1
					? " has" : " have") + " no image on the " + side.label() +
				" side, so " + consequence(side));
		}
		return warnings;
	}

	/** @return classes without an image on a side that has images of others */
	private List<String> missing(final Map<String, Side> sides, final Side side) {
		if (!sides.containsValue(side)) return List.of();
		final Set<String> all = new TreeSet<>(CodePointOrder.INSTANCE);
		final Set<String> here = new HashSet<>();
		for (final ContentGroup group : groups) {
			all.addAll(group.labels());
			if (sides.get(group.hash()) == side) here.addAll(group.labels());
		}
		all.removeAll(here);
		return List.copyOf(all);
	}

	private static String consequence(final Side side) {
		return switch (side) {
			case TRAINING -> "nothing of it can be learned.";
			case VALIDATION -> "the validation says nothing of it.";
			case TEST -> "the figures of a test say nothing of it. Add images, of " +
				"other groups where there are groups.";
		};
	}

	private List<ContentGroup> select(final Predicate<ContentGroup> condition) {
		return groups.stream().filter(condition).collect(Collectors.toList());
	}

	private static String count(final List<ContentGroup> groups, final String one,
		final String several)
	{
		return groups.size() + " " + (groups.size() == 1 ? one : several);
	}

	private static String examples(final List<ContentGroup> groups) {
		return examplesOf(groups.stream().map(ContentGroup::names).toList(), " = ");
	}

	/** @return some of the names, those of one entry joined by a sign */
	static String examplesOf(final List<List<String>> entries,
		final String sign)
	{
		final String examples = entries.stream().limit(EXAMPLES).map(names -> names
			.stream().limit(EXAMPLES).collect(Collectors.joining(sign))).collect(
				Collectors.joining("; "));
		return examples + (entries.size() > EXAMPLES ? "; ..." : ".");
	}
}

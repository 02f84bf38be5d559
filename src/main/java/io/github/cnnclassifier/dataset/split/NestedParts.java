
package io.github.cnnclassifier.dataset.split;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.cnnclassifier.random.SeedTree;

/**
 * Ever smaller parts of what is learned from: each about half of the one
 * before, within it, with all classes in nearly the same ratio, and units in
 * one piece.
 */
final class NestedParts {

	/** Fewer images of a class on average teach nothing about it. */
	private static final int FEWEST_OF_A_CLASS = 2;
	/** A part that is hardly smaller than the one before tells nothing new. */
	private static final double LARGEST_SHARE = 0.75;

	private NestedParts() {}

	/**
	 * @param whole at least one unit
	 * @param steps how many parts at most, with the whole
	 * @param seed decides which half
	 * @return from the smallest part to the whole; fewer where units are too few
	 */
	static List<List<SplitUnit>> of(final List<SplitUnit> whole, final int steps,
		final SeedTree seed)
	{
		final List<List<SplitUnit>> parts = new ArrayList<>(List.of(whole));
		final int least = FEWEST_OF_A_CLASS * labels(whole).size();
		while (parts.size() < steps) {
			final List<SplitUnit> half = half(parts.get(0), seed.child(parts.size()));
			if (contents(half) < least || contents(half) > LARGEST_SHARE * contents(
				parts.get(0))) break;
			parts.add(0, half);
		}
		return parts;
	}

	private static List<SplitUnit> half(final List<SplitUnit> units,
		final SeedTree seed)
	{
		final List<List<SplitUnit>> halves = new FoldAssignment<>(units, 2, seed)
			.run();
		if (halves.size() < 2) return units;
		final int chosen = seed.child("half").random().nextInt(2);
		final Set<SplitUnit> half = new HashSet<>(halves.get(chosen));
		addMissing(half, halves.get(1 - chosen));
		// in the order of the whole
		return units.stream().filter(half::contains).toList();
	}

	/** A class in one piece would else be missing from one of the halves. */
	private static void addMissing(final Set<SplitUnit> half,
		final List<SplitUnit> others)
	{
		final Set<String> there = labels(half);
		for (final SplitUnit unit : others.stream().sorted(Comparator.comparingInt(
			u -> u.contents().size())).toList())
		{
			if (there.containsAll(unit.counts().keySet())) continue;
			half.add(unit);
			there.addAll(unit.counts().keySet());
		}
	}

	private static Set<String> labels(final Iterable<SplitUnit> units) {
		final Set<String> labels = new HashSet<>();
		units.forEach(unit -> labels.addAll(unit.counts().keySet()));
		return labels;
	}

	private static int contents(final List<SplitUnit> units) {
		return units.stream().mapToInt(unit -> unit.contents().size()).sum();
	}
}


package io.github.cnnclassifier.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The best settings of the search and the default, trained again as a whole
 * with other seeds, the same for all: a setting that was chosen for its figure
 * has had luck, and its own figure says too much.
 */
final class Repeats {

	/** Which settings are repeated with which seed. */
	record Repeat(Setting setting, long seed) {
	}

	private static final int BEST = 3;
	/** Of each setting before any is repeated more often. */
	private static final int FIRST = 2;
	private static final int MOST = 5;

	private Repeats() {}

	/** @return the best settings of the search, best first; at most 3 */
	static List<Setting> finalists(final List<FinishedTrial> done,
		final Objective objective)
	{
		// longer trainings were earned, and tell more
		return done.stream().filter(t -> t.is(Trial.Purpose.SEARCH) && t
			.isFinished()).sorted(Comparator.comparingDouble((FinishedTrial t) -> -t
				.trial().share()).thenComparing(objective.better())).map(t -> t.trial()
					.setting()).distinct().limit(BEST).collect(Collectors.toList());
	}

	/**
	 * @param finalists best first
	 * @param seed of the search; repeats have the next ones
	 * @return all repeats, those that say most first
	 */
	static List<Repeat> of(final List<Setting> finalists, final long seed) {
		final List<Repeat> order = new ArrayList<>();
		if (finalists.isEmpty()) return order;
		for (int i = 1; i <= FIRST; i++) {
			order.add(new Repeat(finalists.get(0), seed + i));
			order.add(new Repeat(Setting.DEFAULT, seed + i));
		}
		for (final Setting other : finalists.subList(1, finalists.size()))
			for (int i = 1; i <= FIRST; i++)
				order.add(new Repeat(other, seed + i));
		for (int i = FIRST + 1; i <= MOST; i++) {
			order.add(new Repeat(finalists.get(0), seed + i));
			order.add(new Repeat(Setting.DEFAULT, seed + i));
			for (final Setting other : finalists.subList(1, finalists.size()))
				order.add(new Repeat(other, seed + i));
		}
		return order;
	}

	/** @return how many trainings it is good to have */
	static int wanted() {
		return (BEST + 1) * FIRST;
	}

	/** @return with how many something can be said */
	static int needed() {
		return FIRST + 1;
	}
}

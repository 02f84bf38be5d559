
package io.github.cnnclassifier.tuning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.random.SeedTree;

/**
 * Whole trainings with all settings of a grid, in a random order, so that a
 * budget that ends before the grid does has seen all of it.
 */
final class GridSearch implements Strategy {

	private static final int MOST = 10_000;

	private final List<Setting> order;

	/** @throws WrongUsage if the grid has more than 10,000 settings */
	GridSearch(final SearchSpace space, final SeedTree seed) {
		if (space.gridSize() > MOST) throw new WrongUsage(
			"Expected a grid of at most " + MOST + " settings, found " + Digits.text(
				space.gridSize()) + ". Give fewer values, or choose another strategy.");
		order = new ArrayList<>(space.grid());
		final SplittableRandom random = seed.random();
		for (int i = order.size() - 1; i > 0; i--)
			Collections.swap(order, i, random.nextInt(i + 1));
	}

	@Override
	public Stream<Proposal> proposals(final List<FinishedTrial> searched) {
		final Set<Setting> tried = FinishedTrial.settings(searched);
		return order.stream().filter(s -> !tried.contains(s)).map(s -> new Proposal(
			s, 0, 1));
	}

	@Override
	public double firstShare() {
		return 1;
	}
}


package io.github.cnnclassifier.tuning;

import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.random.SeedTree;

/** Whole trainings with random settings. */
final class RandomSearch implements Strategy {

	private final RandomSettings settings;

	RandomSearch(final SearchSpace space, final SeedTree seed) {
		settings = new RandomSettings(space, seed);
	}

	@Override
	public Optional<Proposal> next(final List<FinishedTrial> searched) {
		return settings.at(searched.size()).map(s -> new Proposal(s, 0, 1));
	}

	@Override
	public double firstShare() {
		return 1;
	}
}

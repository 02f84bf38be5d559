
package io.github.cnnclassifier.tuning;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.cnnclassifier.random.SeedTree;

/** Whole trainings with random settings. */
final class RandomSearch implements Strategy {

	private final RandomSettings settings;

	RandomSearch(final SearchSpace space, final SeedTree seed) {
		settings = new RandomSettings(space, seed);
	}

	@Override
	public Stream<Proposal> proposals(final List<FinishedTrial> searched) {
		final Set<Setting> tried = FinishedTrial.settings(searched);
		return settings.stream().filter(s -> !tried.contains(s)).map(
			s -> new Proposal(s, 0, 1));
	}

	@Override
	public double firstShare() {
		return 1;
	}
}

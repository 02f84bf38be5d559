
package io.github.cnnclassifier.tuning;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import io.github.cnnclassifier.random.SeedTree;

/** Random settings of a space in an order that its seed decides, each once. */
final class RandomSettings {

	/** A space whose last settings are that hard to find is all tried out. */
	private static final int DRAWS_OF_EACH = 100;

	private final SearchSpace space;
	private final SeedTree seed;

	RandomSettings(final SearchSpace space, final SeedTree seed) {
		this.space = space;
		this.seed = seed;
	}

	/** @return all of them, lazily; without an end where the space has none */
	Stream<Setting> stream() {
		final Set<Setting> drawn = new HashSet<>();
		return Stream.iterate(0, i -> drawn.size() < space.count() &&
			i < (long) DRAWS_OF_EACH * (drawn.size() + 1), i -> i + 1).map(i -> space
				.draw(seed.child(i).random())).filter(drawn::add);
	}
}

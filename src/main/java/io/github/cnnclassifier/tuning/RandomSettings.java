
package io.github.cnnclassifier.tuning;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

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

	/**
	 * @param index 0-based
	 * @return the setting there; empty if there are not as many
	 */
	Optional<Setting> at(final int index) {
		if (index >= space.count()) return Optional.empty();
		final Set<Setting> drawn = new LinkedHashSet<>();
		for (int i = 0; i < (long) DRAWS_OF_EACH * (index + 1); i++) {
			final Setting setting = space.draw(seed.child(i).random());
			if (drawn.add(setting) && drawn.size() == index + 1) return Optional.of(
				setting);
		}
		return Optional.empty();
	}
}

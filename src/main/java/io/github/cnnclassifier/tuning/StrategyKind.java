
package io.github.cnnclassifier.tuning;

import java.util.Arrays;
import java.util.stream.Collectors;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.random.SeedTree;

/** The ways to search. */
public enum StrategyKind {

		/** Short trainings for all, longer ones for the best. */
		HALVING("halving"),

		/** Whole trainings with random settings. */
		RANDOM("random"),

		/** Whole trainings with all settings of a grid. */
		GRID("grid");

	private final String label;

	StrategyKind(final String label) {
		this.label = label;
	}

	/** @return the name in macros and on the command line */
	public String label() {
		return label;
	}

	Strategy strategy(final SearchSpace space, final Objective objective,
		final SeedTree seed)
	{
		return switch (this) {
			case HALVING -> new SuccessiveHalving(space, objective, seed);
			case RANDOM -> new RandomSearch(space, seed);
			case GRID -> new GridSearch(space, seed);
		};
	}

	/**
	 * @param label a name
	 * @return the way of that name
	 * @throws WrongUsage if there is none
	 */
	public static StrategyKind parse(final String label) {
		return Arrays.stream(values()).filter(s -> s.label.equals(label))
			.findFirst().orElseThrow(() -> new WrongUsage(
				"Expected strategy to be one of " + Arrays.stream(values()).map(
					StrategyKind::label).collect(Collectors.joining(", ")) + ", found '" +
					Legible.quote(label) + "'."));
	}
}

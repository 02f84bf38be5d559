
package io.github.cnnclassifier.dataset.split;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.github.cnnclassifier.dataset.source.Side;

/**
 * Moves whole units from side to side as long as that brings the classes nearer
 * to their quotas. Where groups reach over several classes, dividing class by
 * class is not enough.
 */
final class Balancing {

	/** It ends by itself long before; a guard against rounding. */
	private static final int MOST_ROUNDS = 100;

	private final SideCounts counts;
	private final SplitQuotas quotas;
	private final List<Side> sides;

	/**
	 * @param counts of the classes; kept up to date by the mover
	 * @param quotas of the classes
	 * @param sides that units may be moved between
	 */
	Balancing(final SideCounts counts, final SplitQuotas quotas,
		final List<Side> sides)
	{
		this.counts = counts;
		this.quotas = quotas;
		this.sides = sides;
	}

	/**
	 * @param units that may be moved, in the order to try
	 * @param sideOf tells where a unit is
	 * @param mover moves a unit
	 */
	void run(final List<SplitUnit> units, final Function<SplitUnit, Side> sideOf,
		final BiConsumer<SplitUnit, Side> mover)
	{
		boolean moved = true;
		for (int round = 0; moved && round < MOST_ROUNDS; round++) {
			moved = false;
			for (final SplitUnit unit : units) {
				final Side from = sideOf.apply(unit);
				final Side to = better(unit, from);
				if (to == from) continue;
				mover.accept(unit, to);
				moved = true;
			}
		}
	}

	private Side better(final SplitUnit unit, final Side from) {
		if (!sides.contains(from) || emptiesAClass(unit, from)) return from;
		Side best = from;
		double least = -1e-9;
		for (final Side to : sides) {
			if (to == from) continue;
			final double change = change(unit, from, -1) + change(unit, to, 1);
			if (change >= least) continue;
			least = change;
			best = to;
		}
		return best;
	}

	private boolean emptiesAClass(final SplitUnit unit, final Side from) {
		return unit.counts().entrySet().stream().anyMatch(e -> counts.of(from, e
			.getKey()) <= e.getValue());
	}

	/** @return how the squared relative distance from the quotas changes */
	private double change(final SplitUnit unit, final Side side, final int sign) {
		double change = 0;
		for (final Map.Entry<String, Integer> e : unit.counts().entrySet()) {
			final String label = e.getKey();
			final double missing = quotas.of(side, label) - counts.of(side, label);
			final double after = missing - sign * e.getValue();
			final double size = quotas.size(label);
			change += (after * after - missing * missing) / (size * size);
		}
		return change;
	}
}


package io.github.cnnclassifier.dataset.split;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.cnnclassifier.random.SeedTree;

/**
 * Divides units into folds that have nearly the same part of each class: the
 * largest first, each where its classes are rarest; then units are moved and
 * exchanged as long as that brings the folds nearer to each other. Used once.
 *
 * @param <U> what is divided
 */
public final class FoldAssignment<U extends FoldMember> {

	/** Every pair of more units would take too long. */
	private static final int MOST_EXCHANGED = 300;
	/** It ends by itself long before; a guard against rounding. */
	private static final int MOST_ROUNDS = 100;
	private static final double LEAST_GAIN = 1e-12;
	/** Of a class that is held out as a whole nothing would be learned. */
	private static final double WHOLE_CLASS = 10;
	/** Of the folds' sizes, where the classes do not care. */
	private static final double SIZE_WEIGHT = 1e-6;

	private final List<U> units;
	private final Map<String, Integer> sizes = new HashMap<>();
	private final double all;
	private final List<Integer> foldsInOrder;
	private final List<Map<String, Integer>> counts = new ArrayList<>();
	private final int[] totals;
	private final int[] unitsOf;
	private final int[] foldOf;

	/**
	 * @param units to divide, each with a key of its own
	 * @param folds how many, 2 or more
	 * @param seed decides where units do not
	 */
	public FoldAssignment(final List<U> units, final int folds,
		final SeedTree seed)
	{
		final Map<U, Long> places = new HashMap<>();
		units.forEach(unit -> places.put(unit, seed.child(unit.key()).seed()));
		this.units = units.stream().sorted(Comparator.<U> comparingInt(unit -> -unit
			.size()).thenComparingLong(places::get).thenComparing(FoldMember::key))
			.toList();
		final SeedTree order = seed.child("folds");
		foldsInOrder = IntStream.range(0, folds).boxed().sorted(Comparator
			.comparingLong(fold -> order.child(fold).seed())).toList();
		units.forEach(unit -> unit.counts().forEach((label, count) -> sizes.merge(
			label, count, Integer::sum)));
		all = units.stream().mapToInt(FoldMember::size).sum();
		for (int fold = 0; fold < folds; fold++)
			counts.add(new HashMap<>());
		totals = new int[folds];
		unitsOf = new int[folds];
		foldOf = new int[units.size()];
	}

	/** @return the units of each fold; none is empty if there are enough */
	public List<List<U>> run() {
		for (int i = 0; i < foldOf.length; i++) {
			foldOf[i] = rarest(units.get(i));
			put(i, foldOf[i], 1);
		}
		boolean better = true;
		for (int round = 0; better && round < MOST_ROUNDS; round++)
			better = move() | exchange();
		final List<List<U>> folds = new ArrayList<>();
		for (int fold = 0; fold < totals.length; fold++) {
			final int here = fold;
			final List<U> members = IntStream.range(0, foldOf.length).filter(
				i -> foldOf[i] == here).mapToObj(units::get).toList();
			if (!members.isEmpty()) folds.add(members);
		}
		return folds;
	}

	private int rarest(final U unit) {
		return foldsInOrder.stream().min(Comparator.comparingDouble(fold -> change(
			unit, fold, 1))).orElseThrow();
	}

	private boolean move() {
		boolean moved = false;
		for (int i = 0; i < foldOf.length; i++) {
			final int from = foldOf[i];
			if (unitsOf[from] == 1) continue;
			put(i, from, -1);
			final double stays = change(units.get(i), from, 1);
			final int to = rarest(units.get(i));
			foldOf[i] = change(units.get(i), to, 1) < stays - LEAST_GAIN ? to : from;
			put(i, foldOf[i], 1);
			moved |= foldOf[i] != from;
		}
		return moved;
	}

	private boolean exchange() {
		if (foldOf.length > MOST_EXCHANGED) return false;
		boolean exchanged = false;
		for (int i = 0; i < foldOf.length; i++) {
			for (int j = i + 1; j < foldOf.length; j++) {
				if (foldOf[i] == foldOf[j]) continue;
				if (exchange(i, j) < -LEAST_GAIN) exchanged = true;
				else exchange(i, j);
			}
		}
		return exchanged;
	}

	/** @return how the distance of the folds changes */
	private double exchange(final int i, final int j) {
		final int fold = foldOf[i];
		final double change = put(i, fold, -1) + put(j, foldOf[j], -1) + put(i,
			foldOf[j], 1) + put(j, fold, 1);
		foldOf[i] = foldOf[j];
		foldOf[j] = fold;
		return change;
	}

	/** @return how the distance of the folds changes */
	private double put(final int i, final int fold, final int sign) {
		final U unit = units.get(i);
		final double change = change(unit, fold, sign);
		unit.counts().forEach((label, count) -> counts.get(fold).merge(label, sign *
			count, Integer::sum));
		totals[fold] += sign * unit.size();
		unitsOf[fold] += sign;
		return change;
	}

	private double change(final U unit, final int fold, final int sign) {
		double change = SIZE_WEIGHT * (square((totals[fold] + sign * unit.size()) /
			all) - square(totals[fold] / all));
		for (final Map.Entry<String, Integer> e : unit.counts().entrySet()) {
			final int before = counts.get(fold).getOrDefault(e.getKey(), 0);
			change += cost(e.getKey(), before + sign * e.getValue()) - cost(e
				.getKey(), before);
		}
		return change;
	}

	/** Summed over the folds, it is least if all have as many. */
	private double cost(final String label, final int count) {
		final int size = sizes.get(label);
		return square((double) count / size) + (count == size ? WHOLE_CLASS : 0);
	}

	private static double square(final double value) {
		return value * value;
	}
}

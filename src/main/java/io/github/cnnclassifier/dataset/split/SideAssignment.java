
package io.github.cnnclassifier.dataset.split;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.cnnclassifier.dataset.source.CodePointOrder;
import io.github.cnnclassifier.dataset.source.LabelRules;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.failure.UnusableClass;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.random.SeedTree;

/**
 * Decides the side of each unit, class by class. Each unit has its own random
 * place in the order, so that adding a class does not move the others.
 */
final class SideAssignment {

	private final List<SplitUnit> units;
	private final Map<String, Side> stored;
	private final boolean declared;
	private final boolean validationDeclared;
	private final Map<String, Side> sides = new HashMap<>();
	private final List<SplitUnit> free = new ArrayList<>();
	/** The free units again, in the same order, by each class they have. */
	private final Map<String, List<SplitUnit>> freeOf = new HashMap<>();
	private final List<SplitUnit> torn = new ArrayList<>();
	private final SideCounts counts = new SideCounts();

	/**
	 * @param units every content once
	 * @param stored the sides that contents had before, and keep
	 */
	SideAssignment(final List<SplitUnit> units, final Map<String, Side> stored) {
		this.units = units;
		this.stored = stored;
		declared = units.stream().anyMatch(u -> u.declaredSide() != null);
		validationDeclared = units.stream().anyMatch(u -> u
			.declaredSide() == Side.VALIDATION);
	}

	/** @return the side of each content hash; without those left out */
	Map<String, Side> run(final SeedTree seed, final SplitFractions fractions) {
		requireClasses();
		return divide(seed, fractions);
	}

	/** @throws UserFailure if a class has too little to be divided */
	void requireClasses() {
		units.forEach(this::settle);
		if (!sides.containsValue(Side.TRAINING)) throw new UserFailure(
			"Expected training images, but the data set declares all of its images " +
				"for validation or test. Give the folder or file with the training " +
				"images.");
		byClass().forEach(this::requireEnough);
	}

	/** Of a part of the images, where a class may have one unit left. */
	Map<String, Side> runLeniently(final SeedTree seed,
		final SplitFractions fractions)
	{
		units.forEach(this::settle);
		return divide(seed, fractions);
	}

	private Map<String, Side> divide(final SeedTree seed,
		final SplitFractions fractions)
	{
		if (validationDeclared) return sides;
		final SeedTree own = seed.child("split");
		final Map<SplitUnit, Long> places = new HashMap<>();
		free.forEach(unit -> places.put(unit, own.child(unit.key()).seed()));
		free.sort(Comparator.<SplitUnit> comparingLong(places::get).thenComparing(
			SplitUnit::key));
		free.forEach(unit -> unit.counts().keySet().forEach(label -> freeOf
			.computeIfAbsent(label, unused -> new ArrayList<>()).add(unit)));
		final SplitQuotas quotas = SplitQuotas.of(units, declared, fractions);
		final boolean tests = !declared && fractions.test() > 0;
		for (final String label : byClass().keySet()) {
			fill(label, Side.VALIDATION, quotas, 1);
			if (tests) fill(label, Side.TEST, quotas, 2);
		}
		final List<Side> open = tests ? List.of(Side.values()) : List.of(
			Side.TRAINING, Side.VALIDATION);
		new Balancing(counts, quotas, open).run(free, this::sideOf, this::put);
		return sides;
	}

	/** @return units whose contents already were on several sides */
	List<SplitUnit> torn() {
		return torn;
	}

	/** Gives a unit the side that is declared or stored, else training. */
	private void settle(final SplitUnit unit) {
		final Side side = unit.declaredSide();
		if (side == Side.VALIDATION || side == Side.TEST) {
			put(unit, side);
			return;
		}
		final Set<Side> before = EnumSet.noneOf(Side.class);
		unit.contents().forEach(c -> {
			if (storedSide(c) != null) before.add(storedSide(c));
		});
		if (before.size() > 1) {
			torn.add(unit);
			unit.contents().stream().filter(c -> storedSide(c) != null).forEach(
				c -> put(c, storedSide(c)));
		}
		else if (before.size() == 1) put(unit, before.iterator().next());
		else {
			put(unit, Side.TRAINING);
			free.add(unit);
		}
	}

	/** Sides that are declared now count more than those stored before. */
	private Side storedSide(final ContentGroup content) {
		final Side side = stored.get(content.hash());
		if (declared && side == Side.TEST) return null;
		return validationDeclared && content.declaredSide() != null ? null : side;
	}

	private void put(final SplitUnit unit, final Side side) {
		unit.kept().forEach(content -> put(content, side));
	}

	private void put(final ContentGroup content, final Side side) {
		final Side before = sides.put(content.hash(), side);
		if (before != null) counts.add(before, content.label(), -1);
		counts.add(side, content.label(), 1);
	}

	/** Content under several labels counts for the first one only. */
	private Map<String, List<ContentGroup>> byClass() {
		final Map<String, List<ContentGroup>> classes = new TreeMap<>(
			CodePointOrder.INSTANCE);
		for (final SplitUnit unit : units) {
			for (final ContentGroup content : unit.contents()) {
				for (final String label : content.labels()) {
					classes.computeIfAbsent(label, unused -> new ArrayList<>());
				}
				classes.get(content.label()).add(content);
			}
		}
		return classes;
	}

	private Map<String, ImagesThatCount> counted() {
		return ImagesThatCount.ofContents(units.stream().flatMap(unit -> unit
			.contents().stream()).toList());
	}

	private void requireEnough(final String label,
		final List<ContentGroup> members)
	{
		final String advice = "Add images, or leave the class out: " + LabelRules
			.exclusion(label) + " trains without it.";
		final String listed = LabelRules.listed(label);
		if (members.isEmpty()) throw new UnusableClass(label, listed,
			"Every image of the class '" + label +
				"' is a copy of an image of another class.", advice);
		if (members.size() == 1) throw new UnusableClass(label, listed,
			"The class '" + label + "' has " + counted().get(label).oneInWords() +
				"; training needs one and validation another.", advice);
		if (counts.of(Side.TRAINING, label) == 0) throw new UnusableClass(label,
			listed, "The class '" + label +
				"' has no training image that is not also a " +
				"validation or test image, or of one group with such an image.",
			advice);
	}

	/** Moves units from training as long as that comes nearer to the quotas. */
	private void fill(final String label, final Side side,
		final SplitQuotas quotas, final int unitsLeft)
	{
		for (final SplitUnit unit : candidates(label)) {
			if (counts.of(side, label) >= quotas.of(side, label)) return;
			if (canLeave(unit) && quotas.gain(unit, side, counts) > 0) put(unit,
				side);
		}
		final List<SplitUnit> rest = candidates(label);
		if (counts.of(side, label) > 0 || quotas.of(side, label) == 0 ||
			trainingUnits(label) <= unitsLeft) return;
		// every unit is too large; one must go nevertheless
		rest.stream().filter(this::canLeave).min(Comparator.comparingInt(u -> u
			.contents().size())).ifPresent(unit -> put(unit, side));
	}

	private List<SplitUnit> candidates(final String label) {
		return freeOf.getOrDefault(label, List.of()).stream().filter(u -> sideOf(
			u) == Side.TRAINING).toList();
	}

	private long trainingUnits(final String label) {
		return units.stream().filter(u -> isTrainedOn(u, label)).count();
	}

	private boolean isTrainedOn(final SplitUnit unit, final String label) {
		return unit.count(label) > 0 && sideOf(unit) == Side.TRAINING;
	}

	/** @return null if its first content is left out */
	private Side sideOf(final SplitUnit unit) {
		return sides.get(unit.contents().get(0).hash());
	}

	/** Every class keeps something to learn from. */
	private boolean canLeave(final SplitUnit unit) {
		return unit.counts().entrySet().stream().allMatch(e -> counts.of(
			Side.TRAINING, e.getKey()) > e.getValue());
	}
}

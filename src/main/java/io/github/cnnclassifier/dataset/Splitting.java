
package io.github.cnnclassifier.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.random.SeedTree;

/**
 * Decides the side of each content, class by class: each class is shuffled by
 * its own seed, so that adding a class does not move the others.
 */
final class Splitting {

	private final List<ContentGroup> groups;
	private final boolean declared;
	private final Map<String, Side> sides = new HashMap<>();

	Splitting(final List<ContentGroup> groups) {
		this.groups = groups;
		declared = groups.stream().anyMatch(group -> group.declaredSide() != null);
	}

	/** @return the side of each content hash */
	Map<String, Side> run(final SeedTree seed, final SplitFractions fractions) {
		for (final ContentGroup group : groups) {
			sides.put(group.hash(), group.declaredSide() != null ? group
				.declaredSide() : Side.TRAINING);
		}
		if (!sides.containsValue(Side.TRAINING)) throw new UserFailure(
			"Expected training images, but the data set declares all of its images " +
				"for validation or test. Give the folder or file with the training " +
				"images.");
		final boolean toDivide = !sides.containsValue(Side.VALIDATION);
		byClass().forEach((label, members) -> {
			requireEnough(label, members);
			if (toDivide) divide(trainingOf(members), seed.child("split").child(label)
				.random(), fractions);
		});
		return sides;
	}

	/** Content under several labels counts for the first one only. */
	private Map<String, List<ContentGroup>> byClass() {
		final Map<String, List<ContentGroup>> classes = new TreeMap<>(
			CodePointOrder.INSTANCE);
		for (final ContentGroup group : groups) {
			for (final String label : group.labels()) {
				classes.computeIfAbsent(label, unused -> new ArrayList<>());
			}
			classes.get(group.labels().get(0)).add(group);
		}
		return classes;
	}

	private List<ContentGroup> trainingOf(final List<ContentGroup> members) {
		final List<ContentGroup> training = new ArrayList<>();
		for (final ContentGroup group : members) {
			if (sides.get(group.hash()) == Side.TRAINING) training.add(group);
		}
		return training;
	}

	private void requireEnough(final String label,
		final List<ContentGroup> members)
	{
		final String advice = " Add images, or leave the class out: " + LabelRules
			.exclusion(label) + " trains without it.";
		if (members.isEmpty()) throw new UserFailure("Every image of the class '" +
			label + "' is a copy of an image of another class." + advice);
		if (members.size() == 1) throw new UserFailure("The class '" + label +
			"' has only one image" + (members.get(0).size() > 1
				? " (the others are copies of it)" : "") +
			"; training needs one and validation another." + advice);
		if (trainingOf(members).isEmpty()) throw new UserFailure("The class '" +
			label + "' has no training image that is not also a validation or " +
			"test image." + advice);
	}

	private void divide(final List<ContentGroup> members,
		final SplittableRandom random, final SplitFractions fractions)
	{
		shuffle(members, random);
		final int size = members.size();
		if (size < 2) return;
		final int validation = Math.min(size - 1, Math.max(1, share(size, fractions
			.validation())));
		final int test = declared ? 0 : Math.min(size - 1 - validation, share(size,
			fractions.test()));
		for (int i = 0; i < validation + test; i++) {
			sides.put(members.get(i).hash(), i < validation ? Side.VALIDATION
				: Side.TEST);
		}
	}

	private static int share(final int size, final double fraction) {
		return (int) Math.round(size * fraction);
	}

	private static void shuffle(final List<ContentGroup> members,
		final SplittableRandom random)
	{
		for (int i = members.size() - 1; i > 0; i--) {
			final int other = random.nextInt(i + 1);
			members.set(i, members.set(other, members.get(i)));
		}
	}
}

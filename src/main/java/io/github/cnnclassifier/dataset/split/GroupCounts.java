
package io.github.cnnclassifier.dataset.split;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import io.github.cnnclassifier.dataset.source.CodePointOrder;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.Side;

/** What a way of grouping would put together, in figures. */
final class GroupCounts {

	/** Two to learn from, one to validate, one to test. */
	private static final int LEAST_GROUPS = 4;

	/** A group of more images of a class is nearly the class. */
	private static final double LARGEST_PART = 0.8;

	private final Map<String, Integer> sizes = new TreeMap<>(
		CodePointOrder.INSTANCE);
	/** How many images of each group, by class. */
	private final Map<String, Map<String, Integer>> groupsOfClass = new TreeMap<>(
		CodePointOrder.INSTANCE);
	private final Map<String, Set<String>> files = new HashMap<>();
	private final Map<String, Integer> aloneInClass = new HashMap<>();
	private final Map<String, Set<Side>> sides = new TreeMap<>(
		CodePointOrder.INSTANCE);
	private int alone;
	private int grouped;

	private GroupCounts() {}

	static GroupCounts of(final List<Sample> samples,
		final Function<Sample, String> names)
	{
		final GroupCounts counts = new GroupCounts();
		for (final Sample sample : samples) {
			counts.add(sample, names.apply(sample));
		}
		return counts;
	}

	private void add(final Sample sample, final String group) {
		final Map<String, Integer> ofClass = groupsOfClass.computeIfAbsent(sample
			.label(), unused -> new HashMap<>());
		if (group == null) {
			alone++;
			aloneInClass.merge(sample.label(), 1, Integer::sum);
			return;
		}
		grouped++;
		ofClass.merge(group, 1, Integer::sum);
		sizes.merge(group, 1, Integer::sum);
		files.computeIfAbsent(group, unused -> new HashSet<>()).add(sample.name()
			.substring(sample.name().lastIndexOf('/') + 1));
		final Set<Side> declared = sides.computeIfAbsent(group, unused -> EnumSet
			.noneOf(Side.class));
		if (sample.declaredSide() != null) declared.add(sample.declaredSide());
	}

	int groups() {
		return sizes.size();
	}

	/** @return the part of all images that has a group, 0 to 1 */
	double coverage() {
		return grouped == 0 ? 0 : (double) grouped / (grouped + alone);
	}

	/**
	 * @return the mean number of images of a group within a class; files that are
	 *         merely numbered alike in several classes do not count
	 */
	double meanSize() {
		final int groups = groupsOfClass.values().stream().mapToInt(Map::size)
			.sum();
		return groups == 0 ? 0 : (double) grouped / groups;
	}

	/**
	 * @return the mean number of file names of a group, be they in one class or
	 *         in several; the same name in several classes counts once
	 */
	double meanFiles() {
		return files.values().stream().mapToInt(Set::size).average().orElse(0);
	}

	/** @return the part of the grouped images that share their group, 0 to 1 */
	double shared() {
		final long single = sizes.values().stream().filter(n -> n == 1).count();
		return grouped == 0 ? 0 : (double) (grouped - single) / grouped;
	}

	/**
	 * @return whether most classes consist of several groups; one that holds
	 *         nearly the whole class is just how the class was numbered
	 */
	boolean mostClassesAreDivided() {
		final long divided = groupsOfClass.keySet().stream().filter(
			label -> groupsOfClass.get(label).values().stream().mapToInt(n -> n).max()
				.orElse(0) <= LARGEST_PART * images(label)).count();
		return 2 * divided > groupsOfClass.size();
	}

	/**
	 * @return a class that keeping groups together makes impossible to divide, or
	 *         one of the many that it leaves too little of; null if there is
	 *         neither
	 */
	String scantClass() {
		final Comparator<String> byParts = Comparator.comparingInt(this::parts);
		final List<String> scant = groupsOfClass.keySet().stream().filter(
			label -> parts(label) < Math.min(LEAST_GROUPS, images(label))).sorted(
				byParts).toList();
		return !scant.isEmpty() && (parts(scant.get(0)) == 1 || 2 * scant
			.size() > groupsOfClass.size()) ? scant.get(0) : null;
	}

	private int images(final String label) {
		return groupsOfClass.get(label).values().stream().mapToInt(n -> n).sum() +
			aloneInClass.getOrDefault(label, 0);
	}

	/** @return what may be divided: groups, and images that stand alone */
	private int parts(final String label) {
		return groupsOf(label) + aloneInClass.getOrDefault(label, 0);
	}

	int groupsOf(final String label) {
		return groupsOfClass.get(label).size();
	}

	/** @return a group that the data set declares for several sides, or null */
	String groupOnTwoSides() {
		return sides.entrySet().stream().filter(e -> e.getValue().size() > 1).map(
			Map.Entry::getKey).findFirst().orElse(null);
	}

	/** @return the name of the largest group */
	String largest() {
		String largest = null;
		for (final String group : sizes.keySet()) {
			if (largest == null || sizes.get(group) > sizes.get(largest)) largest =
				group;
		}
		return largest;
	}

	/** @return a sentence that says what was done */
	String statement(final String what) {
		final int size = sizes.get(largest());
		return "Grouped by " + what + ": " + sizes.size() + (sizes.size() == 1
			? " group" : " groups") + ", for instance '" + largest() + "' with " +
			size + (size == 1 ? " image" : " images") + (alone == 0 ? "" : "; " +
				alone + " images without a group count by themselves") + ".";
	}
}


package io.github.cnnclassifier.dataset.split;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import io.github.cnnclassifier.dataset.source.CodePointOrder;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.Side;

/** What a way of grouping would put together, in figures. */
final class GroupCounts {

	private final Map<String, Integer> sizes = new TreeMap<>(
		CodePointOrder.INSTANCE);
	private final Map<String, Set<String>> groupsOfClass = new TreeMap<>(
		CodePointOrder.INSTANCE);
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
		final Set<String> ofClass = groupsOfClass.computeIfAbsent(sample.label(),
			unused -> new TreeSet<>());
		if (group == null) {
			alone++;
			return;
		}
		grouped++;
		ofClass.add(group);
		sizes.merge(group, 1, Integer::sum);
		final Set<Side> declared = sides.computeIfAbsent(group, unused -> EnumSet
			.noneOf(Side.class));
		if (sample.declaredSide() != null) declared.add(sample.declaredSide());
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
		final int groups = groupsOfClass.values().stream().mapToInt(Set::size)
			.sum();
		return groups == 0 ? 0 : (double) grouped / groups;
	}

	/** @return the part of the grouped images that share their group, 0 to 1 */
	double shared() {
		final long single = sizes.values().stream().filter(n -> n == 1).count();
		return grouped == 0 ? 0 : (double) (grouped - single) / grouped;
	}

	/** @return the class with the fewest groups */
	String poorestClass() {
		String poorest = null;
		for (final String label : groupsOfClass.keySet()) {
			if (poorest == null || groupsOf(label) < groupsOf(poorest)) poorest =
				label;
		}
		return poorest;
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

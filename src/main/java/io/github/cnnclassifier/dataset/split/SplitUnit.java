
package io.github.cnnclassifier.dataset.split;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.cnnclassifier.dataset.source.CodePointOrder;
import io.github.cnnclassifier.dataset.source.Side;

/** Contents that must stay on one side of a split. */
final class SplitUnit implements FoldMember {

	private final String key;
	private final boolean grouped;
	private final String group;
	private final Side declaredSide;
	private final List<ContentGroup> contents;
	private final Map<String, Integer> counts;

	/**
	 * @param groups names of the groups that are in it; may be empty
	 * @param contents at least one, by hash
	 */
	SplitUnit(final List<String> groups, final List<ContentGroup> contents) {
		this.contents = contents;
		grouped = !groups.isEmpty();
		group = grouped ? groups.get(0) : "";
		key = grouped ? "group " + group : contents.get(0).hash();
		final Map<String, Integer> ordered = new TreeMap<>(CodePointOrder.INSTANCE);
		Side side = null;
		for (final ContentGroup content : contents) {
			ordered.merge(content.label(), 1, Integer::sum);
			side = ContentGroup.further(side, content.declaredSide());
		}
		// most units are of one class, and it is looked up very often
		counts = ordered.size() == 1 ? Map.copyOf(ordered) : ordered;
		declaredSide = side;
	}

	/** @return of the same group, with some of its contents, at least one */
	SplitUnit part(final Predicate<ContentGroup> some) {
		return new SplitUnit(grouped ? List.of(group) : List.of(), contents.stream()
			.filter(some).toList());
	}

	/** @return a name that does not change when images are added to a group */
	@Override
	public String key() {
		return key;
	}

	@Override
	public int size() {
		return contents.size();
	}

	/** @return the name of its first group; empty if it has none */
	String group() {
		return group;
	}

	/** @return whether it has a group with a name */
	boolean isGrouped() {
		return grouped;
	}

	List<ContentGroup> contents() {
		return contents;
	}

	/** @return how many contents each class has in it; only classes that have */
	@Override
	public Map<String, Integer> counts() {
		return counts;
	}

	/** @return how many contents of a class are in it */
	int count(final String label) {
		return counts.getOrDefault(label, 0);
	}

	/**
	 * @return the declared side; of several the one furthest from training; null
	 *         if none
	 */
	Side declaredSide() {
		return declaredSide;
	}

	/** @return the contents that may be on the declared side */
	List<ContentGroup> kept() {
		return contents.stream().filter(c -> !isLeftOut(c)).collect(Collectors
			.toList());
	}

	/** @return the contents that are declared for another side than the unit */
	List<ContentGroup> leftOut() {
		return contents.stream().filter(this::isLeftOut).collect(Collectors
			.toList());
	}

	private boolean isLeftOut(final ContentGroup content) {
		final Side side = content.declaredSide();
		return side != null && side != declaredSide;
	}
}

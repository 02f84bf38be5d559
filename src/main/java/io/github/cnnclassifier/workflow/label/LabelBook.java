
package io.github.cnnclassifier.workflow.label;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.dataset.source.SafeName;
import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.workflow.ClassKeys;

/**
 * The labels in memory: classes, which crop has which, and the steps that can
 * be taken back. A class is known by a number, so that it can be called
 * differently. Thread-safe.
 */
final class LabelBook {

	static final int NONE = -1;

	/**
	 * By crop: which class it had and got.
	 *
	 * @param putOff crops that were put off in this step and not before
	 */
	private record Step(Map<Integer, Integer> before, Map<Integer, Integer> after,
			Set<Integer> putOff)
	{

		Set<Integer> crops() {
			final Set<Integer> crops = new LinkedHashSet<>(after.keySet());
			crops.addAll(putOff);
			return crops;
		}
	}

	/**
	 * What came of a step, or of taking it back.
	 *
	 * @param labels by crop: what it has now that had another label, or none
	 * @param crops all that the step was about
	 */
	record Change(Map<Integer, Optional<String>> labels, Set<Integer> crops) {

		static final Change NOTHING = new Change(Map.of(), Set.of());
	}

	private final List<String> names = new ArrayList<>();
	/** Numbers of classes that somebody took away. */
	private final Set<Integer> hidden = new LinkedHashSet<>();
	private final int[] labels;
	private final BitSet putOff = new BitSet();
	private final Deque<Step> done = new ArrayDeque<>();
	private final Deque<Step> undone = new ArrayDeque<>();

	/** @param crops how many there are */
	LabelBook(final int crops) {
		labels = new int[crops];
		Arrays.fill(labels, NONE);
	}

	/**
	 * @throws UserFailure if the name cannot be one, or is too much like another
	 */
	synchronized LabelClass addClass(final String label) {
		final String name = label.strip();
		final int known = names.indexOf(name);
		if (known >= 0) hidden.remove(known);
		else {
			requireName(name, NONE);
			names.add(name);
		}
		return classes().stream().filter(c -> c.label().equals(name)).findFirst()
			.orElseThrow();
	}

	/** One that a file or folder has, whatever it is like. */
	synchronized void knowClass(final String label) {
		if (!label.isBlank() && !names.contains(label)) names.add(label);
	}

	/** @param except number of a class that may be like it */
	private void requireName(final String name, final int except) {
		if (name.isBlank() || !Legible.isLine(name)) throw new UserFailure(
			"Expected the name of a class in one line, found '" + Legible.quote(
				name) + "'. Type another one.");
		for (int k = 0; k < names.size(); k++) {
			if (k != except && SafeName.folded(names.get(k)).equals(SafeName.folded(
				name))) throw new UserFailure("The class '" + name +
					"' and the class '" + names.get(k) +
					"' can hardly be told apart. Use that one, or type " +
					"another name.");
		}
	}

	/** Renames it; labels go with it. */
	synchronized void rename(final String from, final String to) {
		final int number = number(from);
		final String name = to.strip();
		if (names.contains(name) && names.indexOf(name) != number)
			throw new UserFailure("There is a class '" + name +
				"' already. Type another name.");
		requireName(name, number);
		names.set(number, name);
	}

	synchronized void removeClass(final String label) {
		final int number = number(label);
		if (Arrays.stream(labels).anyMatch(l -> l == number)) throw new UserFailure(
			"The class '" + label + "' has crops. Give them another class first.");
		hidden.add(number);
	}

	private int number(final String label) {
		final int number = names.indexOf(label);
		if (number < 0) throw new UserFailure("Expected one of the classes " +
			String.join(", ", names) + ", found '" + Legible.quote(label) +
			"'. Add it first.");
		return number;
	}

	synchronized List<LabelClass> classes() {
		final List<LabelClass> classes = new ArrayList<>();
		for (final String name : visible())
			classes.add(new LabelClass(name, key(classes.size())));
		return classes;
	}

	private List<String> visible() {
		final Set<Integer> used = new LinkedHashSet<>();
		for (final int label : labels)
			used.add(label);
		final List<String> visible = new ArrayList<>();
		for (int k = 0; k < names.size(); k++)
			if (!hidden.contains(k) || used.contains(k)) visible.add(names.get(k));
		return visible;
	}

	private static char key(final int index) {
		final String key = ClassKeys.of(index);
		return key.isEmpty() ? 0 : key.charAt(0);
	}

	/** A label that was saved before; no step. */
	synchronized void restore(final int crop, final String label) {
		knowClass(label);
		labels[crop] = names.indexOf(label);
	}

	/**
	 * @param label empty to take labels away
	 * @return what the crops got that had another one before
	 */
	synchronized Map<Integer, Optional<String>> give(final int[] crops,
		final Optional<String> label)
	{
		final int number = label.isEmpty() ? NONE : number(label.get());
		final Map<Integer, Integer> before = new LinkedHashMap<>();
		final Map<Integer, Integer> after = new LinkedHashMap<>();
		for (final int crop : crops) {
			if (labels[crop] == number) continue;
			before.put(crop, labels[crop]);
			after.put(crop, number);
		}
		if (after.isEmpty()) return Map.of();
		done.push(new Step(before, after, Set.of()));
		undone.clear();
		return apply(after);
	}

	/** Takes a label away that could not be kept; no step. */
	synchronized void drop(final int crop) {
		labels[crop] = NONE;
	}

	private Map<Integer, Optional<String>> apply(
		final Map<Integer, Integer> changes)
	{
		final Map<Integer, Optional<String>> applied = new LinkedHashMap<>();
		changes.forEach((crop, number) -> {
			labels[crop] = number;
			applied.put(crop, number == NONE ? Optional.empty() : Optional.of(names
				.get(number)));
		});
		return applied;
	}

	/** Takes the last step back, if there is one. */
	synchronized Change undo() {
		if (done.isEmpty()) return Change.NOTHING;
		final Step step = done.pop();
		undone.push(step);
		step.putOff().forEach(putOff::clear);
		return new Change(apply(step.before()), step.crops());
	}

	/** Makes the step again that was taken back last, if there is one. */
	synchronized Change redo() {
		if (undone.isEmpty()) return Change.NOTHING;
		final Step step = undone.pop();
		done.push(step);
		step.putOff().forEach(putOff::set);
		return new Change(apply(step.after()), step.crops());
	}

	synchronized boolean canUndo() {
		return !done.isEmpty();
	}

	synchronized boolean canRedo() {
		return !undone.isEmpty();
	}

	/**
	 * Crops of which nobody can tell the class: they lose the label that they may
	 * have.
	 *
	 * @return what the crops have now that had a label
	 */
	synchronized Map<Integer, Optional<String>> putOff(final int[] crops) {
		final Map<Integer, Integer> before = new LinkedHashMap<>();
		final Map<Integer, Integer> after = new LinkedHashMap<>();
		final Set<Integer> added = new LinkedHashSet<>();
		for (final int crop : crops) {
			if (!putOff.get(crop)) added.add(crop);
			putOff.set(crop);
			if (labels[crop] == NONE) continue;
			before.put(crop, labels[crop]);
			after.put(crop, NONE);
		}
		if (added.isEmpty() && after.isEmpty()) return Map.of();
		done.push(new Step(before, after, added));
		undone.clear();
		return apply(after);
	}

	synchronized void putBack() {
		putOff.clear();
	}

	/** @return whether it has no label and was not put off */
	synchronized boolean isOpen(final int crop) {
		return labels[crop] == NONE && !putOff.get(crop);
	}

	synchronized Optional<String> label(final int crop) {
		return labels[crop] == NONE ? Optional.empty() : Optional.of(names.get(
			labels[crop]));
	}

	/** @return what the class of that number is called now */
	synchronized String nameOf(final int number) {
		return names.get(number);
	}

	/** @return number of the class of each crop, or {@link #NONE} */
	synchronized int[] labels() {
		return labels.clone();
	}
}

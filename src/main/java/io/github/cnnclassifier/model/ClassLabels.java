
package io.github.cnnclassifier.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.cnnclassifier.failure.Legible;

/**
 * The classes of a classifier in their stored order, which is never derived
 * again: label index i belongs to output i of the network.
 *
 * @param names at least two, unique, each one line and not blank; copied
 */
public record ClassLabels(List<String> names) {

	/** @throws IllegalArgumentException if the names are not as promised */
	public ClassLabels {
		names = List.copyOf(names);
		if (names.size() < 2) throw new IllegalArgumentException(
			"Expected at least two classes, got " + Legible.quote(names));
		if (new HashSet<>(names).size() != names.size())
			throw new IllegalArgumentException("Class names repeat: '" + Legible
				.quote(repeated(names)) + "'");
		for (final String name : names) {
			if (name.isBlank()) throw new IllegalArgumentException(
				"A class name is blank: '" + Legible.quote(name) + "'");
			if (!Legible.isLine(name)) throw new IllegalArgumentException(
				"A class name holds a line break or another control character: '" +
					Legible.quote(name) + "'");
		}
	}

	private static String repeated(final List<String> names) {
		final Set<String> seen = new HashSet<>();
		return names.stream().filter(name -> !seen.add(name)).findFirst()
			.orElseThrow();
	}

	/** @return the number of classes */
	public int size() {
		return names.size();
	}

	/**
	 * @param index 0-based label index
	 * @return its name
	 */
	public String name(final int index) {
		return names.get(index);
	}

	/**
	 * @param name of a class
	 * @return its 0-based label index, or -1 if there is no such class
	 */
	public int indexOf(final String name) {
		return names.indexOf(name);
	}
}


package io.github.cnnclassifier.ui.label;

import java.awt.Color;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.cnnclassifier.report.ClassColors;
import io.github.cnnclassifier.workflow.label.LabelClass;

/** The color and the key of each class. Immutable. */
final class ClassLooks {

	private final List<LabelClass> classes;
	private final Map<String, Integer> places = new HashMap<>();

	/** @param classes of a session, in order */
	ClassLooks(final List<LabelClass> classes) {
		this.classes = List.copyOf(classes);
		for (final LabelClass one : classes)
			places.put(one.label(), places.size());
	}

	List<LabelClass> classes() {
		return classes;
	}

	/** @return {@link ClassColors#UNKNOWN} for a class that is not there */
	Color color(final String label) {
		return ClassColors.of(places.getOrDefault(label, classes.size()), classes
			.size());
	}

	/** @return the key of a class; empty if it has none */
	String key(final String label) {
		final Integer place = places.get(label);
		return place == null ? "" : key(classes.get(place));
	}

	static String key(final LabelClass one) {
		return one.key() == 0 ? "" : String.valueOf(one.key());
	}

	/** @return the class with a key; empty if there is none */
	Optional<String> of(final char key) {
		return classes.stream().filter(one -> one.key() != 0 && one.key() == key)
			.map(LabelClass::label).findFirst();
	}
}

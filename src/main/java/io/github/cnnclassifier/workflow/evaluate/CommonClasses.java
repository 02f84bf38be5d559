
package io.github.cnnclassifier.workflow.evaluate;

import java.util.LinkedHashSet;
import java.util.Set;

import io.github.cnnclassifier.dataset.source.LabelRules;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassLabels;

/** The classes that two classifiers have in common. */
final class CommonClasses {

	private CommonClasses() {}

	/**
	 * @param first classes of one
	 * @param second classes of the other, in any order
	 * @return at least two, in the order of the first
	 * @throws UserFailure if there are fewer
	 */
	static Set<String> of(final ClassLabels first, final ClassLabels second) {
		final Set<String> common = new LinkedHashSet<>(first.names());
		common.retainAll(second.names());
		if (common.size() < 2) throw new UserFailure(
			"Expected two classifiers with " +
				"at least two classes in common, found the classes " + LabelRules
					.quoted(first.names()) + " and " + LabelRules.quoted(second.names()) +
				".");
		return common;
	}
}


package io.github.cnnclassifier.workflow;

import java.nio.file.Path;
import java.util.TreeSet;

import io.github.cnnclassifier.dataset.source.LabelRules;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassLabels;

/** A model beside a table of predictions that it is said to have made. */
public final class PredictingModel {

	private PredictingModel() {}

	/**
	 * @param model the model file or the name of a shipped model
	 * @param table of predictions
	 * @param found the classes of the table
	 * @return the classes of the model: the same ones, perhaps in another order
	 * @throws UserFailure if it knows other classes, or cannot be used
	 */
	public static ClassLabels requireClasses(final Path model, final Path table,
		final ClassLabels found)
	{
		final ClassLabels expected = OpenModel.describe(model).labels();
		if (!new TreeSet<>(expected.names()).equals(new TreeSet<>(found.names())))
			throw new UserFailure("Expected predictions of the model '" + model +
				"', which knows the classes " + LabelRules.quoted(expected.names()) +
				", found those of another one in '" + table + "': " + LabelRules.quoted(
					found.names()) +
				". Leave model out, or name the model that made the table.");
		return expected;
	}
}


package io.github.cnnclassifier.workflow;

import io.github.cnnclassifier.evaluation.UnlikeFit;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.SavedClassifier;

/** What a model file says of images unlike its training images. */
public final class UnlikeSetting {

	/** The setting that says how that is told, or why not. */
	public static final String NAME = "unlike";

	private static final String IMPOSSIBLE =
		"not told: there are too many features and classes";

	private UnlikeSetting() {}

	/**
	 * @param spec of a network
	 * @return whether it can be told how unlike an image is
	 */
	public static boolean isPossible(final NetworkSpec spec) {
		return UnlikeFit.isPossible(NetworkPlan.of(spec).featureCount(), spec
			.classes());
	}

	/**
	 * @param trained any
	 * @param result what was found for it
	 * @return the same, with what was found
	 */
	public static SavedClassifier with(final SavedClassifier trained,
		final UnlikeFit.Result result)
	{
		return new SavedClassifier(trained.description().withSetting(NAME, result
			.statement()), trained.weights(), result.score());
	}

	/**
	 * @param trained whose network has too many features and classes
	 * @return the same, which says so
	 */
	public static SavedClassifier impossible(final SavedClassifier trained) {
		return new SavedClassifier(trained.description().withSetting(NAME,
			IMPOSSIBLE), trained.weights());
	}
}

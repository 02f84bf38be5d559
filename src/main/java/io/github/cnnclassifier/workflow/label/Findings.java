
package io.github.cnnclassifier.workflow.label;

import java.util.stream.IntStream;

/**
 * What was found out of the labels at one moment. Immutable.
 *
 * @param space features; null as long as there are none
 * @param predicted of all crops; may be nothing
 * @param suggestions what to label next
 * @param forecast what more labels would bring, possibly of fewer labels
 */
record Findings(FeatureSpace space, Predicted predicted,
		Suggestions suggestions, LabelForecast forecast)
{

	static final Findings NOTHING = new Findings(null, Predicted.NOTHING,
		Suggestions.NONE, LabelForecasts.none(0));

	Findings with(final LabelForecast other) {
		return new Findings(space, predicted, suggestions, other);
	}

	/** @return all crops, alike ones beside each other as far as known */
	int[] alike(final int crops) {
		return space == null ? IntStream.range(0, crops).toArray() : space.alike();
	}
}


package io.github.cnnclassifier.tuning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How good a trial was on images that it has not learned from.
 *
 * @param accuracy 0 to 1
 * @param balancedAccuracy mean over the classes, 0 to 1
 * @param macroF1 mean over the classes, 0 to 1
 * @param loss mean cross-entropy in nats
 * @param right for each class with images a text with 1 for each image that was
 *          answered rightly and 0 for the others, in the same order in all
 *          trials of a study; copied, order kept
 */
public record Score(double accuracy, double balancedAccuracy, double macroF1,
		double loss, Map<String, String> right)
{

	/** Copies the map. */
	public Score {
		right = Collections.unmodifiableMap(new LinkedHashMap<>(right));
	}
}

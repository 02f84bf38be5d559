
package io.github.cnnclassifier.model;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.Preprocessing;

/**
 * Everything that is known of a classifier besides its weights: the content of
 * classifier.json. Immutable.
 *
 * @param name for people, any characters, not blank
 * @param labels the classes in the order of the network's outputs
 * @param architecture the layers
 * @param preprocessing the way from pixels to the network's input
 * @param planes what became of stacks in training; null in files older than
 *          plane policies, where a stack was an error
 * @param images what is known of the images that it learned from
 * @param training how it came about
 * @param metrics figures by name, for instance validation.accuracy (0 to 1);
 *          NaN for an undefined one; copied, order kept
 */
public record ClassifierDescription(String name, ClassLabels labels,
		Architecture architecture, Preprocessing preprocessing, PlanePolicy planes,
		TrainingImages images, TrainingRecord training, Map<String, Double> metrics)
{

	/** @throws IllegalArgumentException if the name is blank */
	public ClassifierDescription {
		if (name.isBlank()) throw new IllegalArgumentException("Blank name");
		metrics = Ordered.view(Ordered.copy(metrics));
	}

	/**
	 * @param setting a name, permanent
	 * @param value of it
	 * @return the same, with one more setting of the training
	 */
	public ClassifierDescription withSetting(final String setting,
		final String value)
	{
		final Map<String, String> settings = new LinkedHashMap<>(training
			.settings());
		settings.put(setting, value);
		return new ClassifierDescription(name, labels, architecture, preprocessing,
			planes, images, new TrainingRecord(training.seed(), settings, training
				.epochs(), training.history(), training.dataset(), training.versions(),
				training.date()), metrics);
	}

	/** @return what decides the shapes of the network */
	public NetworkSpec networkSpec() {
		return new NetworkSpec(architecture, new InputShape(preprocessing
			.channels(), preprocessing.height(), preprocessing.width()), labels
				.size());
	}
}

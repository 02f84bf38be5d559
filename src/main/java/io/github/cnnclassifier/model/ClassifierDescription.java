
package io.github.cnnclassifier.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

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
 * @param confidence what is known of its confidence
 */
public record ClassifierDescription(String name, ClassLabels labels,
		Architecture architecture, Preprocessing preprocessing, PlanePolicy planes,
		TrainingImages images, TrainingRecord training, Map<String, Double> metrics,
		ConfidenceRecord confidence)
{

	/** @throws IllegalArgumentException if the name is blank */
	public ClassifierDescription {
		if (name.isBlank()) throw new IllegalArgumentException("Blank name");
		metrics = Ordered.view(Ordered.copy(metrics));
		Objects.requireNonNull(confidence, "confidence");
	}

	/**
	 * Of whose confidence nothing is known.
	 *
	 * @param name for people, not blank
	 * @param labels the classes in the order of the network's outputs
	 * @param architecture the layers
	 * @param preprocessing the way from pixels to the network's input
	 * @param planes what became of stacks in training; may be null
	 * @param images what is known of the images that it learned from
	 * @param training how it came about
	 * @param metrics figures by name; copied
	 */
	public ClassifierDescription(final String name, final ClassLabels labels,
		final Architecture architecture, final Preprocessing preprocessing,
		final PlanePolicy planes, final TrainingImages images,
		final TrainingRecord training, final Map<String, Double> metrics)
	{
		this(name, labels, architecture, preprocessing, planes, images, training,
			metrics, ConfidenceRecord.NONE);
	}

	/**
	 * @param other how it came about
	 * @return the same classifier of another origin
	 */
	public ClassifierDescription with(final TrainingRecord other) {
		return new ClassifierDescription(name, labels, architecture, preprocessing,
			planes, images, other, metrics, confidence);
	}

	/**
	 * @param others figures by name; copied
	 * @return the same classifier with other figures
	 */
	public ClassifierDescription with(final Map<String, Double> others) {
		return new ClassifierDescription(name, labels, architecture, preprocessing,
			planes, images, training, others, confidence);
	}

	/**
	 * @param other what is known of its confidence
	 * @return the same classifier, of which that is known
	 */
	public ClassifierDescription with(final ConfidenceRecord other) {
		return new ClassifierDescription(name, labels, architecture, preprocessing,
			planes, images, training, metrics, other);
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
		return with(new TrainingRecord(training.seed(), settings, training.epochs(),
			training.history(), training.dataset(), training.versions(), training
				.date()));
	}

	/** @return what decides the shapes of the network */
	public NetworkSpec networkSpec() {
		return new NetworkSpec(architecture, new InputShape(preprocessing
			.channels(), preprocessing.height(), preprocessing.width()), labels
				.size());
	}
}


package io.github.cnnclassifier;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Threshold;

/**
 * What a classifier says of one image. Immutable and thread-safe.
 */
public final class Answer {

	private final ClassLabels labels;
	private final Prediction prediction;
	private final Threshold threshold;

	Answer(final ClassLabels labels, final Prediction prediction,
		final Threshold threshold)
	{
		this.labels = labels;
		this.prediction = prediction;
		this.threshold = threshold;
	}

	/**
	 * @return the best class, or "unknown" if its probability is below the
	 *         threshold or the image is unlike the training images
	 */
	public String className() {
		return threshold.name(labels, prediction);
	}

	/** @return the best class, however unsure; the first of equals */
	public String bestClass() {
		return labels.name(prediction.labelIndex());
	}

	/**
	 * @return whether no class is as probable as the threshold asks for, or the
	 *         image is unlike the training images and that counts
	 */
	public boolean isUnknown() {
		return !threshold.isMet(prediction);
	}

	/**
	 * @return how unlike the training images the image is: above 1 it is unlike;
	 *         NaN if the model does not tell
	 */
	public float unlike() {
		return prediction.unlike();
	}

	/** @return the probability of the best class, 0 to 1 */
	public float confidence() {
		return prediction.confidence();
	}

	/**
	 * @param name of a class
	 * @return its probability, 0 to 1
	 * @throws WrongUsage if the classifier has no such class
	 */
	public float probability(final String name) {
		final int index = labels.indexOf(name);
		if (index < 0) throw new WrongUsage("Expected one of the classes " + String
			.join(", ", labels.names()) + ", found '" + name + "'.");
		return prediction.probabilities()[index];
	}

	/**
	 * @return the probability of each class, 0 to 1, sum 1, in the order of the
	 *         classifier; cannot be changed
	 */
	public Map<String, Float> probabilities() {
		final Map<String, Float> byName = new LinkedHashMap<>();
		labels.names().forEach(name -> byName.put(name, probability(name)));
		return Collections.unmodifiableMap(byName);
	}

	/** @return for instance "class=mitotic confidence=0.9731" */
	@Override
	public String toString() {
		return threshold.line(labels, prediction);
	}
}


package io.github.cnnclassifier.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.cnnclassifier.failure.WrongUsage;

/**
 * How sure a classifier must be before its answer counts. Below that the answer
 * is {@link #UNKNOWN}; probabilities stay as they are.
 *
 * @param least confidence of an answer that counts, 0 to 1; at 0 every answer
 *          counts
 */
public record Threshold(double least) {

	/** What stands in the place of a class if no class is sure enough. */
	public static final String UNKNOWN = "unknown";

	/** Every answer counts. */
	public static final Threshold NONE = new Threshold(0);

	/** @throws WrongUsage if the number is not one from 0 to 1 */
	public Threshold {
		if (!(least >= 0 && least <= 1)) throw new WrongUsage(
			"Expected threshold to be a number from 0 to 1, found " + least + ".");
	}

	/**
	 * @param prediction of an image
	 * @return whether its answer counts; a confidence that equals the threshold
	 *         does
	 */
	public boolean isMet(final Prediction prediction) {
		return isMet(prediction.confidence());
	}

	/**
	 * @param confidence of an answer
	 * @return whether the answer counts; a confidence that equals the threshold
	 *         does
	 */
	public boolean isMet(final float confidence) {
		// as float: a threshold of 0.9 is met by a confidence of 0.9f
		return confidence >= (float) least;
	}

	/**
	 * @param labels of the classifier
	 * @param prediction of an image
	 * @return the name of the best class, or {@link #UNKNOWN}
	 */
	public String name(final ClassLabels labels, final Prediction prediction) {
		return isMet(prediction) ? labels.name(prediction.labelIndex()) : UNKNOWN;
	}

	/**
	 * @param labels of the classifier
	 * @param prediction of an image
	 * @return for scripts, for instance "class=mitotic confidence=0.9731"
	 */
	public String line(final ClassLabels labels, final Prediction prediction) {
		return String.format(Locale.ROOT, "class=%s confidence=%.4f", name(labels,
			prediction), prediction.confidence());
	}

	/**
	 * @param labels of the classifier
	 * @param prediction of an image
	 * @return the 0-based label index of the best class, or the number of classes
	 *         for unknown
	 */
	public int index(final ClassLabels labels, final Prediction prediction) {
		return isMet(prediction) ? prediction.labelIndex() : labels.size();
	}

	/**
	 * @param labels of the classifier
	 * @return what {@link #name} can answer, in the order of {@link #index}:
	 *         without {@link #UNKNOWN} if every answer counts
	 * @throws WrongUsage if one of the classes is itself called like the answer
	 *           for unsure images, so that nobody could tell them apart
	 */
	public ClassLabels answers(final ClassLabels labels) {
		if (least == 0) return labels;
		if (labels.indexOf(UNKNOWN) >= 0) throw new WrongUsage(
			"Expected a model without a class called '" + UNKNOWN +
				"' for a threshold above 0, found one. Leave threshold out.");
		final List<String> names = new ArrayList<>(labels.names());
		names.add(UNKNOWN);
		return new ClassLabels(names);
	}
}


package io.github.cnnclassifier.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.WrongUsage;

/**
 * How sure a classifier must be before its answer counts, and how like the
 * training images an image. Otherwise the answer is {@link #UNKNOWN};
 * probabilities stay as they are.
 *
 * @param least confidence of an answer that counts, 0 to 1; at 0 every answer
 *          is sure enough
 * @param unlike what becomes of images unlike the training images: a wish that
 *          {@link #forModel} settles
 */
public record Threshold(double least, UnlikeUse unlike) {

	/**
	 * What stands in the place of a class if no class is sure enough, or the
	 * image is unlike the training images.
	 */
	public static final String UNKNOWN = "unknown";

	/** Every answer counts. */
	public static final Threshold NONE = new Threshold(0);

	/** @throws WrongUsage if the number is not one from 0 to 1 */
	public Threshold {
		if (!(least >= 0 && least <= 1)) throw new WrongUsage(
			"Expected threshold to be a number from 0 to 1, found " + least + ".");
	}

	/**
	 * Every image is taken as like the training images.
	 *
	 * @param least confidence of an answer that counts, 0 to 1
	 */
	public Threshold(final double least) {
		this(least, UnlikeUse.OFF);
	}

	/**
	 * @param labels of the classifier that is asked
	 * @param hasScore whether it tells how unlike the training images an image is
	 * @return what this means for it: {@link UnlikeUse#AUTO} if answers may be
	 *         unknown for that reason
	 * @throws WrongUsage if images are to be marked and it has no score
	 */
	public Threshold forModel(final ClassLabels labels, final boolean hasScore) {
		if (hasScore) return unlike == UnlikeUse.AUTO && labels.indexOf(
			UNKNOWN) >= 0 ? new Threshold(least, UnlikeUse.MARK) : this;
		if (unlike == UnlikeUse.MARK) throw new WrongUsage(
			"Expected a model that tells how unlike its training images an image " +
				"is for unlike=mark, found one that does not. Train it anew, or " +
				"leave unlike out.", Mend.of("Leave it out", "unlike", "auto"));
		return new Threshold(least);
	}

	/**
	 * @return whether tables tell how unlike images are; not before
	 *         {@link #forModel}
	 */
	public boolean tellsUnlike() {
		return unlike != UnlikeUse.OFF;
	}

	/**
	 * @return whether the answer for an image unlike the training images is
	 *         unknown; not before {@link #forModel}
	 */
	public boolean refusesUnlike() {
		return unlike == UnlikeUse.AUTO;
	}

	/**
	 * @param prediction of an image
	 * @return whether its answer counts; a confidence that equals the threshold
	 *         does
	 */
	public boolean isMet(final Prediction prediction) {
		return isSure(prediction.confidence()) && !(refusesUnlike() && prediction
			.isUnlike());
	}

	/**
	 * @param confidence of an answer
	 * @return whether it is sure enough; one that equals the threshold is
	 */
	public boolean isSure(final float confidence) {
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
	 * @return for scripts, for instance "class=mitotic confidence=0.9731"; of an
	 *         image unlike the training images, unless nothing is to be said of
	 *         it, "class=unknown confidence=0.9731 unlike=1.8322"
	 */
	public String line(final ClassLabels labels, final Prediction prediction) {
		final String line = String.format(Locale.ROOT, "class=%s confidence=%.4f",
			name(labels, prediction), prediction.confidence());
		return tellsUnlike() && prediction.isUnlike() ? line + String.format(
			Locale.ROOT, " unlike=%.4f", prediction.unlike()) : line;
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
		if (least == 0 && !refusesUnlike()) return labels;
		if (labels.indexOf(UNKNOWN) >= 0) throw new WrongUsage(
			"Expected a model without a class called '" + UNKNOWN +
				"' for a threshold above 0, found one. Leave threshold out.", Mend.of(
					"Take all answers", "threshold", "0.0"));
		final List<String> names = new ArrayList<>(labels.names());
		names.add(UNKNOWN);
		return new ClassLabels(names);
	}
}

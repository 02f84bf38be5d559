
package io.github.cnnclassifier.model;

import java.util.List;

/**
 * What a classifier says of one image.
 *
 * @param probabilities one per class in the order of the labels, sum 1; treat
 *          as read-only
 * @param unlike how unlike the training images it is, as {@link UnlikeScore}
 *          tells; NaN if the classifier does not tell
 */
public record Prediction(float[] probabilities, float unlike) {

	/**
	 * The resolution of a 32-bit probability near 1, as in scikit-learn: keeps
	 * the loss finite where a class was given probability 0.
	 */
	private static final double SMALLEST_PROBABILITY = Math.ulp(1f);

	/**
	 * Of a classifier that does not tell how unlike the training images an image
	 * is.
	 *
	 * @param probabilities one per class in the order of the labels, sum 1
	 */
	public Prediction(final float[] probabilities) {
		this(probabilities, Float.NaN);
	}

	/** @return whether the classifier tells how unlike the image is */
	public boolean tellsUnlike() {
		return !Float.isNaN(unlike);
	}

	/** @return whether the image is known to be unlike the training images */
	public boolean isUnlike() {
		return unlike > UnlikeScore.LIMIT;
	}

	/** @return the 0-based index of the best class; the first of equals */
	public int labelIndex() {
		int best = 0;
		for (int i = 1; i < probabilities.length; i++) {
			if (probabilities[i] > probabilities[best]) best = i;
		}
		return best;
	}

	/** @return the best probability, 0 to 1 */
	public float confidence() {
		return probabilities[labelIndex()];
	}

	/**
	 * @param actual 0-based label index of the true class
	 * @return the cross-entropy in nats, at most 16; NaN if the probability is
	 */
	public double crossEntropy(final int actual) {
		return -Math.log(Math.max(SMALLEST_PROBABILITY, probabilities[actual]));
	}

	/**
	 * @param predictions of the planes of one stack, at least one, all of the
	 *          same classes
	 * @return the mean of their probabilities, class by class, and the median of
	 *         how unlike they are, the lower one of an even number: one blank
	 *         plane does not make a stack unlike
	 */
	public static Prediction mean(final List<Prediction> predictions) {
		final float[] means = new float[predictions.get(0).probabilities.length];
		for (int c = 0; c < means.length; c++) {
			double sum = 0;
			for (final Prediction prediction : predictions) {
				sum += prediction.probabilities[c];
			}
			means[c] = (float) (sum / predictions.size());
		}
		final double[] unlike = predictions.stream().mapToDouble(Prediction::unlike)
			.sorted().toArray();
		return new Prediction(means, (float) unlike[(unlike.length - 1) / 2]);
	}
}


package io.github.cnnclassifier.model;

/**
 * How the confidence of a classifier was fitted to how often it is right. The
 * weights of the classifier have it already; this only tells of it.
 *
 * @param temperature that the logits of the trained network were divided by
 * @param images of the validation side that it was fitted to, at least 1
 * @param lossBefore mean cross-entropy of these images in nats without it
 * @param lossAfter the same with it
 * @param errorBefore expected calibration error on these images without it, 0
 *          to 1
 * @param errorAfter the same with it
 */
public record Calibration(Temperature temperature, int images,
		double lossBefore, double lossAfter, double errorBefore, double errorAfter)
{

	/** @throws IllegalArgumentException if a number is impossible */
	public Calibration {
		if (images < 1) throw new IllegalArgumentException(
			"Expected a calibration on at least 1 image, got " + images);
		for (final double loss : new double[] { lossBefore, lossAfter }) {
			if (!(loss >= 0 && loss < Double.POSITIVE_INFINITY))
				throw new IllegalArgumentException(
					"Expected a loss of 0 or more, got " + loss);
		}
		for (final double error : new double[] { errorBefore, errorAfter }) {
			if (!(error >= 0 && error <= 1)) throw new IllegalArgumentException(
				"Expected a calibration error from 0 to 1, got " + error);
		}
	}
}

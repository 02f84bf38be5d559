
package io.github.cnnclassifier.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.random.SeedTree;

/**
 * Answers of a classifier whose confidence is wrong by a known factor: the true
 * class is drawn by the probabilities of some logits, and the classifier gives
 * those of the same logits times the factor.
 */
final class PlantedConfidence {

	private PlantedConfidence() {}

	/**
	 * @param factor of the logits: above 1 for too sure, 1 for right
	 * @param spread of the logits; the larger, the more often it is right
	 */
	static List<LabeledPrediction> predictions(final int count, final int classes,
		final double spread, final double factor, final long seed)
	{
		final SplittableRandom random = new SeedTree(seed).random();
		final List<LabeledPrediction> predictions = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			final double[] logits = new double[classes];
			for (int c = 0; c < classes; c++)
				logits[c] = spread * random.nextGaussian();
			predictions.add(new LabeledPrediction("image " + i, drawn(softmax(logits,
				1), random), new Prediction(softmax(logits, factor))));
		}
		return predictions;
	}

	private static float[] softmax(final double[] logits, final double factor) {
		double best = Double.NEGATIVE_INFINITY;
		for (final double logit : logits)
			best = Math.max(best, factor * logit);
		double sum = 0;
		for (final double logit : logits)
			sum += Math.exp(factor * logit - best);
		final float[] probabilities = new float[logits.length];
		for (int c = 0; c < probabilities.length; c++)
			probabilities[c] = (float) (Math.exp(factor * logits[c] - best) / sum);
		return probabilities;
	}

	private static int drawn(final float[] probabilities,
		final SplittableRandom random)
	{
		double rest = random.nextDouble();
		for (int c = 0; c < probabilities.length; c++) {
			rest -= probabilities[c];
			if (rest < 0) return c;
		}
		return probabilities.length - 1;
	}
}

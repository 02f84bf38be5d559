
package io.github.cnnclassifier.evaluation;

import java.util.Arrays;

/**
 * How labels of a data set go wrong, as far as predictions of images tell that
 * the networks were not trained on. Two things make such a network disagree
 * with a label: the image is hard, or the label is wrong. Hard images show in
 * probabilities that are too sure on the whole, and too sure of single classes;
 * wrong labels are as improbable as any other class, whatever the image. Both
 * are estimated together, by expectation and maximization:
 * <p>
 * The class is c with the probability q(c), which is softmax(scale · log p(c) +
 * offset(c)); the label is that class, but with the probability {@code rate} it
 * is any other one. Few images cannot tell the two apart: so offsets are drawn
 * to 0 and the scale to 1, as networks that say what they know have them, and
 * the rate to 3 %, as data sets usually have it; many images overrule that.
 */
final class LabelNoise {

	/**
	 * Tables have four decimals; no probability is less than half of the last.
	 */
	private static final double SMALLEST = 5e-5;

	private static final int MOST_STEPS = 300;
	private static final int FEWEST_STEPS = 30;
	/** Probabilities of all steps; more would take longer than a minute. */
	private static final long MOST_WORK = 1_000_000_000;
	private static final double SETTLED = 1e-5;

	/** Of parameters that are changed one by one, at the same time. */
	private static final double DAMPED = 1.0 / 3;

	private static final double SMALLEST_SCALE = 0.05;
	private static final double LARGEST_SCALE = 3;
	private static final double LARGEST_RATE = 0.5;

	/** As if so many images had spoken for it, with that rate. */
	private static final double USUAL_RATE = 0.03;
	private static final double IMAGES_OF_RATE = 100;

	/** How strongly the others are drawn: one by their variance. */
	private static final double OFFSET_PULL = 4;
	private static final double SCALE_PULL = 20;

	private final double[][] logs;
	private final int[] given;
	private final int classes;
	private final double[] offsets;
	private double scale = 1;
	private double rate = USUAL_RATE;

	private LabelNoise(final double[][] probabilities, final int[] given) {
		this.given = given;
		classes = probabilities[0].length;
		offsets = new double[classes];
		logs = new double[probabilities.length][classes];
		for (int i = 0; i < logs.length; i++)
			for (int c = 0; c < classes; c++)
				logs[i][c] = Math.log(Math.max(SMALLEST, probabilities[i][c]));
	}

	/**
	 * @param probabilities of each image, at least one, one per class
	 * @param given 0-based label of each image
	 * @return what fits them best
	 */
	static LabelNoise of(final double[][] probabilities, final int[] given) {
		final LabelNoise noise = new LabelNoise(probabilities, given);
		final long steps = Math.max(FEWEST_STEPS, Math.min(MOST_STEPS, MOST_WORK /
			((long) given.length * noise.classes)));
		for (long step = 0; step < steps; step++)
			if (noise.improve() < SETTLED) break;
		return noise;
	}

	/** @return how probable it is that a label is wrong, whatever the image */
	double rate() {
		return rate;
	}

	/**
	 * @param image 0-based
	 * @return how probable each class is
	 */
	double[] classes(final int image) {
		final double[] q = new double[classes];
		double greatest = Double.NEGATIVE_INFINITY;
		for (int c = 0; c < classes; c++) {
			q[c] = scale * logs[image][c] + offsets[c];
			greatest = Math.max(greatest, q[c]);
		}
		double sum = 0;
		for (int c = 0; c < classes; c++) {
			q[c] = Math.exp(q[c] - greatest);
			sum += q[c];
		}
		for (int c = 0; c < classes; c++)
			q[c] /= sum;
		return q;
	}

	/**
	 * @param image 0-based
	 * @return how probable it is that its label is wrong
	 */
	double wrong(final int image) {
		return wrong(classes(image)[given[image]]);
	}

	private double wrong(final double ofGiven) {
		final double chance = rate * (1 - ofGiven) / (classes - 1);
		return chance == 0 ? 0 : chance / (chance + (1 - rate) * ofGiven);
	}

	/** @return how much the parameters have changed */
	private double improve() {
		final double[] slopes = new double[classes];
		final double[] curvatures = new double[classes];
		double slope = 0;
		double curvature = 0;
		double wrong = 0;
		for (int i = 0; i < logs.length; i++) {
			final double[] q = classes(i);
			final double doubt = wrong(q[given[i]]);
			wrong += doubt;
			double mean = 0;
			double squares = 0;
			for (int c = 0; c < classes; c++) {
				mean += q[c] * logs[i][c];
				squares += q[c] * logs[i][c] * logs[i][c];
				slopes[c] += (1 - doubt) * (q[c] - (c == given[i] ? 1 : 0));
				curvatures[c] += (1 - doubt) * q[c] * (1 - q[c]);
			}
			slope += (1 - doubt) * (mean - logs[i][given[i]]);
			curvature += (1 - doubt) * (squares - mean * mean);
		}
		return change(slopes, curvatures, slope, curvature, (wrong + USUAL_RATE *
			IMAGES_OF_RATE) / (logs.length + IMAGES_OF_RATE));
	}

	private double change(final double[] slopes, final double[] curvatures,
		final double slope, final double curvature, final double share)
	{
		final double[] before = offsets.clone();
		final double scaleBefore = scale;
		final double rateBefore = rate;
		for (int c = 0; c < classes; c++)
			offsets[c] -= DAMPED * (slopes[c] + OFFSET_PULL * offsets[c]) /
				(curvatures[c] + OFFSET_PULL);
		scale = Math.max(SMALLEST_SCALE, Math.min(LARGEST_SCALE, scale - DAMPED *
			(slope + SCALE_PULL * (scale - 1)) / (curvature + SCALE_PULL)));
		rate = Math.min(LARGEST_RATE, share);
		for (int c = 0; c < classes; c++)
			before[c] = Math.abs(before[c] - offsets[c]);
		return Math.max(Arrays.stream(before).max().orElse(0), Math.max(Math.abs(
			scale - scaleBefore), Math.abs(rate - rateBefore)));
	}
}

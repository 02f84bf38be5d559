
package io.github.cnnclassifier.inference;

/**
 * The logarithm of the odds of a class, log(p / (1 - p)). Unlike a probability
 * it does not level off where a network is sure, and unlike the raw output of a
 * class it depends on nothing but the probabilities.
 */
final class LogOdds {

	/** Keeps it finite; what a network gives is this sure at most. */
	private static final double LEAST = Float.MIN_NORMAL;

	private LogOdds() {}

	/**
	 * @param probabilities N,classes
	 * @param row 0-based
	 * @param classes in a row
	 * @param label 0-based
	 * @return in nats
	 */
	static double of(final float[] probabilities, final int row,
		final int classes, final int label)
	{
		double others = 0;
		for (int c = 0; c < classes; c++) {
			// 1 - p has no digits left where p is almost 1
			if (c != label) others += probabilities[row * classes + c];
		}
		return Math.log(Math.max(LEAST, probabilities[row * classes + label])) -
			Math.log(Math.max(LEAST, others));
	}

	/**
	 * @param outputs of the last dense layer, before the softmax
	 * @param label 0-based
	 * @return in nats
	 */
	static double of(final double[] outputs, final int label) {
		final double highest = highestOther(outputs, label);
		double sum = 0;
		for (int c = 0; c < outputs.length; c++) {
			if (c != label) sum += Math.exp(outputs[c] - highest);
		}
		return outputs[label] - highest - Math.log(sum);
	}

	/**
	 * @param outputs of the last dense layer, before the softmax
	 * @param label 0-based
	 * @return how the log-odds change with each output
	 */
	static double[] gradient(final double[] outputs, final int label) {
		final double highest = highestOther(outputs, label);
		final double[] gradient = new double[outputs.length];
		double sum = 0;
		for (int c = 0; c < outputs.length; c++) {
			if (c == label) continue;
			gradient[c] = Math.exp(outputs[c] - highest);
			sum += gradient[c];
		}
		for (int c = 0; c < outputs.length; c++)
			gradient[c] /= -sum;
		gradient[label] = 1;
		return gradient;
	}

	private static double highestOther(final double[] outputs, final int label) {
		double highest = Double.NEGATIVE_INFINITY;
		for (int c = 0; c < outputs.length; c++) {
			if (c != label) highest = Math.max(highest, outputs[c]);
		}
		return highest;
	}
}

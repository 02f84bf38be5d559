
package io.github.cnnclassifier.engine.dl4j;

/**
 * Softmax of N,classes and its cross-entropy. The few numbers are handled in
 * Java, in double precision.
 */
final class SoftmaxLoss {

	private final Signal logits;
	private final int count;
	private final int classes;
	private final float[] values;
	private final double[] row;

	/** @param logits N,classes */
	SoftmaxLoss(final Signal logits) {
		this.logits = logits;
		count = (int) logits.size(0);
		classes = (int) logits.size(1);
		values = new float[count * classes];
		row = new double[classes];
	}

	/** @return N,classes: the probabilities; a new array */
	float[] probabilities() {
		final float[] all = new float[values.length];
		Memory.read(logits.value(), values, values.length);
		for (int n = 0; n < count; n++) {
			softmax(n);
			for (int c = 0; c < classes; c++)
				all[n * classes + c] = (float) row[c];
		}
		return all;
	}

	/**
	 * Sets the gradient of the logits: (probability - truth) * weight / sum of
	 * weights.
	 *
	 * @param weights of the samples; null for all 1
	 * @return sum(weight * loss) / sum(weight)
	 */
	double differentiate(final int[] labels, final float[] weights) {
		final double total = total(weights);
		Memory.read(logits.value(), values, values.length);
		double loss = 0;
		for (int n = 0; n < count; n++) {
			final double share = (weights == null ? 1 : weights[n]) / total;
			final double logit = values[n * classes + labels[n]];
			loss += share * (softmax(n) - logit);
			for (int c = 0; c < classes; c++)
				values[n * classes + c] = (float) (share * (row[c] - (c == labels[n] ? 1
					: 0)));
		}
		Memory.write(logits.gradient(), values);
		return loss;
	}

	/**
	 * The same with shares of the classes as the truth.
	 *
	 * @param targets N,classes with sum 1 in each row
	 * @param weights of the samples; null for all 1
	 * @return sum(weight * loss) / sum(weight)
	 */
	double differentiate(final float[] targets, final float[] weights) {
		final double total = total(weights);
		Memory.read(logits.value(), values, values.length);
		double loss = 0;
		for (int n = 0; n < count; n++) {
			final double share = (weights == null ? 1 : weights[n]) / total;
			final double logSum = softmax(n);
			for (int c = 0; c < classes; c++) {
				final int i = n * classes + c;
				if (targets[i] > 0) loss += share * targets[i] * (logSum - values[i]);
				values[i] = (float) (share * (row[c] - targets[i]));
			}
		}
		Memory.write(logits.gradient(), values);
		return loss;
	}

	private double total(final float[] weights) {
		double total = 0;
		for (int n = 0; n < count; n++)
			total += weights == null ? 1 : weights[n];
		return total;
	}

	/**
	 * Fills {@code row} with the probabilities of a sample.
	 *
	 * @return the logarithm of the sum of exponentials
	 */
	private double softmax(final int n) {
		double largest = Double.NEGATIVE_INFINITY;
		for (int c = 0; c < classes; c++)
			largest = Math.max(largest, values[n * classes + c]);
		double sum = 0;
		for (int c = 0; c < classes; c++) {
			row[c] = Math.exp(values[n * classes + c] - largest);
			sum += row[c];
		}
		for (int c = 0; c < classes; c++)
			row[c] /= sum;
		return largest + Math.log(sum);
	}
}

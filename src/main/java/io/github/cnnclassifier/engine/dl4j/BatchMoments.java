
package io.github.cnnclassifier.engine.dl4j;

import static io.github.cnnclassifier.engine.dl4j.NativeOp.arrays;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Mean and variance of each channel over a batch N,H,W,C. */
final class BatchMoments {

	/**
	 * Below this ratio of variance and squared mean, sum(x^2) - sum(x)^2 / n
	 * loses too many digits, and the squares are taken of centered values.
	 */
	private static final double CANCELLATION = 1e-2;

	private final double[] mean;
	private final double[] variance;
	private final double[] zeros;
	private final double[] ones;
	private final double count;
	private final ChannelSums sums;
	private final ChannelMap center;
	private final NativeOp square;
	private final NativeOp squareCentered;
	private final ChannelSums sumsOfSquares;
	private boolean centered;

	BatchMoments(final INDArray x, final Memory memory) {
		final int channels = (int) x.size(3);
		mean = new double[channels];
		variance = new double[channels];
		zeros = new double[channels];
		ones = new double[channels];
		Arrays.fill(ones, 1);
		count = (double) x.length() / channels;
		final INDArray squares = memory.scratch(x.shape());
		sums = new ChannelSums(x, memory);
		center = new ChannelMap(x, squares, memory);
		square = new NativeOp("multiply", arrays(x, x), arrays(squares));
		squareCentered = new NativeOp("multiply", arrays(squares, squares), arrays(
			squares));
		sumsOfSquares = new ChannelSums(squares, memory);
	}

	/** Works both out anew. */
	void compute() {
		final double[] sum = sums.compute();
		for (int c = 0; c < mean.length; c++)
			mean[c] = sum[c] / count;
		square.run();
		final double[] squared = sumsOfSquares.compute();
		centered = false;
		for (int c = 0; c < mean.length; c++) {
			variance[c] = squared[c] / count - mean[c] * mean[c];
			// also when one of them is not a number
			if (!(variance[c] >= CANCELLATION * mean[c] * mean[c])) centered = true;
		}
		if (centered) computeCentered();
	}

	private void computeCentered() {
		center.run(mean, ones, zeros);
		squareCentered.run();
		final double[] squared = sumsOfSquares.compute();
		for (int c = 0; c < mean.length; c++)
			variance[c] = squared[c] / count;
	}

	/** @return whether means dwarf deviations, so that products cancel out */
	boolean centered() {
		return centered;
	}

	double[] mean() {
		return mean;
	}

	/** @return sum of squared deviations divided by their number */
	double[] variance() {
		return variance;
	}
}

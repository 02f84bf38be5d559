
package io.github.cnnclassifier.engine.dl4j;

import static io.github.cnnclassifier.engine.dl4j.NativeOp.arrays;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.github.cnnclassifier.model.LayerSpec.BatchNorm;

/**
 * The way back through a batch-norm (Ioffe and Szegedy, 2015). With g the
 * gradient of the output and x^ = (x - mean) / deviation, the gradient of x is
 * scale / deviation * (g - mean(g) - x^ * mean(g x^)): a map of g plus a map of
 * x, each per channel.
 */
final class NormGradient {

	private final BatchMoments moments;
	private final NormParameters parameters;
	private final double count;
	private final ChannelSums sumsOfGradient;
	private final ChannelMap center;
	private final NativeOp productCentered;
	private final NativeOp product;
	private final ChannelSums sumsOfProduct;
	private final double[] zeros;
	private final double[] ones;
	private final double[] scaleGradient;
	private final double[] factors;
	private final double[] offsets;
	private ChannelMap ofGradient;
	private ChannelMap ofInput;
	private NativeOp add;

	/** @param moments of the last forward pass */
	NormGradient(final Signal input, final Signal output,
		final BatchMoments moments, final NormParameters parameters,
		final Memory memory)
	{
		this.moments = moments;
		this.parameters = parameters;
		final INDArray x = input.value();
		final INDArray g = output.gradient();
		final int channels = (int) x.size(3);
		count = (double) x.length() / channels;
		zeros = new double[channels];
		ones = new double[channels];
		Arrays.fill(ones, 1);
		scaleGradient = new double[channels];
		factors = new double[channels];
		offsets = new double[channels];
		final INDArray scratch = memory.scratch(x.shape());
		sumsOfGradient = new ChannelSums(g, memory);
		center = new ChannelMap(x, scratch, memory);
		product = new NativeOp("multiply", arrays(x, g), arrays(scratch));
		productCentered = new NativeOp("multiply", arrays(scratch, g), arrays(
			scratch));
		sumsOfProduct = new ChannelSums(scratch, memory);
		if (!input.hasGradient()) return;
		ofGradient = new ChannelMap(g, input.gradient(), memory);
		ofInput = new ChannelMap(x, scratch, memory);
		add = new NativeOp("add", arrays(input.gradient(), scratch), arrays(input
			.gradient()));
	}

	void compute() {
		final double[] mean = moments.mean();
		final double[] sum = sumsOfGradient.compute();
		if (moments.centered()) {
			center.run(mean, ones, zeros);
			productCentered.run();
		}
		else product.run();
		final double[] sumOfProduct = sumsOfProduct.compute();
		for (int c = 0; c < sum.length; c++) {
			final double centered = moments.centered() ? sumOfProduct[c]
				: sumOfProduct[c] - mean[c] * sum[c];
			scaleGradient[c] = centered / deviation(c);
		}
		parameters.shift().writeGradient(sum);
		parameters.scale().writeGradient(scaleGradient);
		if (ofGradient != null) ofInput(mean, sum);
	}

	private void ofInput(final double[] mean, final double[] sum) {
		final float[] scale = parameters.scale().values();
		for (int c = 0; c < sum.length; c++) {
			factors[c] = scale[c] / deviation(c);
			offsets[c] = -factors[c] * sum[c] / count;
		}
		ofGradient.run(zeros, factors, offsets);
		for (int c = 0; c < sum.length; c++)
			factors[c] *= -scaleGradient[c] / (count * deviation(c));
		ofInput.run(mean, factors, zeros);
		add.run();
	}

	private double deviation(final int c) {
		return Math.sqrt(moments.variance()[c] + BatchNorm.EPSILON);
	}
}

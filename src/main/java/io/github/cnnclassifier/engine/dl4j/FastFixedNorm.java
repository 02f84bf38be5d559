
package io.github.cnnclassifier.engine.dl4j;

import io.github.cnnclassifier.model.LayerSpec.BatchNorm;

/**
 * A frozen batch normalisation of N,H,W,C: a map per channel that does not
 * learn, with the stored mean and variance.
 */
final class FastFixedNorm implements FastLayer {

	private final Signal output;
	private final NormParameters parameters;
	private final ChannelMap map;
	private final double[] factors;
	private final double[] zeros;
	private ChannelMap gradient;

	FastFixedNorm(final Signal input, final Signal output,
		final NormParameters parameters, final Memory memory)
	{
		this.output = output;
		this.parameters = parameters;
		map = new ChannelMap(input.value(), output.value(), memory);
		factors = new double[(int) input.size(3)];
		zeros = new double[factors.length];
		if (input.hasGradient()) gradient = new ChannelMap(output.gradient(), input
			.gradient(), memory);
	}

	@Override
	public Signal output() {
		return output;
	}

	@Override
	public void forward(final boolean training) {
		final float[] mean = parameters.mean().values();
		final float[] variance = parameters.variance().values();
		final float[] scale = parameters.scale().values();
		final float[] shift = parameters.shift().values();
		final double[] means = new double[factors.length];
		final double[] shifts = new double[factors.length];
		for (int c = 0; c < factors.length; c++) {
			means[c] = mean[c];
			shifts[c] = shift[c];
			factors[c] = scale[c] / Math.sqrt(variance[c] + BatchNorm.EPSILON);
		}
		map.run(means, factors, shifts);
	}

	@Override
	public void backward() {
		if (gradient != null) gradient.run(zeros, factors, zeros);
	}
}

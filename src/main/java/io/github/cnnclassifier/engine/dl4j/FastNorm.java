
package io.github.cnnclassifier.engine.dl4j;

import io.github.cnnclassifier.model.LayerSpec.BatchNorm;

/**
 * Batch normalisation of N,H,W,C. Sums per channel are computed natively, the
 * few numbers that follow from them in Java and double precision; a map per
 * channel does the rest.
 */
final class FastNorm implements FastLayer {

	private final Signal output;
	private final NormParameters parameters;
	private final CurrentStep current;
	private final ChannelMap map;
	private final double[] factors;
	private BatchMoments moments;
	private NormGradient gradient;

	FastNorm(final Signal input, final Signal output,
		final NormParameters parameters, final CurrentStep current,
		final Memory memory)
	{
		this.output = output;
		this.parameters = parameters;
		this.current = current;
		map = new ChannelMap(input.value(), output.value(), memory);
		factors = new double[(int) input.size(3)];
		if (!memory.hasGradients()) return;
		moments = new BatchMoments(input.value(), memory);
		gradient = new NormGradient(input, output, moments, parameters, memory);
	}

	@Override
	public Signal output() {
		return output;
	}

	@Override
	public void forward(final boolean training) {
		if (training) {
			moments.compute();
			move(parameters.mean().values(), moments.mean());
			move(parameters.variance().values(), moments.variance());
			normalize(moments.mean(), moments.variance());
		}
		else normalize(doubles(parameters.mean().values()), doubles(parameters
			.variance().values()));
	}

	private void normalize(final double[] mean, final double[] variance) {
		final float[] scale = parameters.scale().values();
		for (int c = 0; c < factors.length; c++)
			factors[c] = scale[c] / Math.sqrt(variance[c] + BatchNorm.EPSILON);
		map.run(mean, factors, doubles(parameters.shift().values()));
	}

	private void move(final float[] running, final double[] batch) {
		final double share = 1 - current.keptShare();
		for (int c = 0; c < running.length; c++)
			running[c] += (float) (share * (batch[c] - running[c]));
	}

	private static double[] doubles(final float[] values) {
		final double[] doubles = new double[values.length];
		for (int c = 0; c < doubles.length; c++)
			doubles[c] = values[c];
		return doubles;
	}

	@Override
	public void backward() {
		gradient.compute();
	}
}

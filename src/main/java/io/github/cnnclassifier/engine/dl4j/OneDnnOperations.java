
package io.github.cnnclassifier.engine.dl4j;

import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;

/** Native operations of ND4J, the costly ones of which oneDNN computes. */
record OneDnnOperations(Memory memory) implements Operations {

	/**
	 * With few input channels, oneDNN spends most of the time on a gradient of
	 * the input, which the first layer does not need. Forward alone, it is the
	 * faster way.
	 */
	@Override
	public boolean takesPatches(final Conv conv, final int channels) {
		return memory.hasGradients() && conv.kernel() * conv.kernel() *
			channels <= conv.filters();
	}

	/** The gradients of a product take a third of the time. */
	@Override
	public boolean isProduct(final Conv conv) {
		return memory.hasGradients() && conv.kernel() == 1 && conv.stride() == 1;
	}

	@Override
	public FastLayer conv(final Conv conv, final Signal input,
		final Signal output, final Parameter weight, final Parameter bias)
	{
		return FastConv.of(conv, input, output, weight, bias, memory);
	}

	@Override
	public FastLayer depthwise(final DepthwiseConv conv, final Signal input,
		final Signal output, final Parameter weight, final Parameter bias)
	{
		return FastConv.depthwise(conv, input, output, weight, bias, memory);
	}

	@Override
	public FastLayer dense(final Signal input, final Signal output,
		final Parameter weight, final Parameter bias)
	{
		return new FastDense(input, output, weight, bias, memory);
	}

	@Override
	public FastLayer norm(final Signal input, final Signal output,
		final NormParameters parameters, final CurrentStep current)
	{
		return new FastNorm(input, output, parameters, current, memory);
	}

	@Override
	public FastLayer fixedNorm(final Signal input, final Signal output,
		final NormParameters parameters)
	{
		return new FastFixedNorm(input, output, parameters, memory);
	}

	@Override
	public FastLayer maxPool(final Signal input, final Signal output,
		final int size, final int stride)
	{
		return new FastPool("max", input, output, size, size, stride);
	}

	@Override
	public FastLayer averagePool(final Signal input, final Signal output,
		final int height, final int width, final int stride)
	{
		return new FastPool("avg", input, output, height, width, stride);
	}

	@Override
	public FastLayer relu(final Signal signal) {
		return new FastRelu(signal, memory);
	}

	@Override
	public FastLayer leakyRelu(final Signal signal, final double slope) {
		return FastActivation.leakyRelu(signal, slope, memory);
	}

	@Override
	public FastLayer elu(final Signal input, final Signal output) {
		return FastActivation.elu(input, output, memory);
	}

	@Override
	public FastLayer silu(final Signal input, final Signal output) {
		return FastActivation.silu(input, output, memory);
	}

	@Override
	public FastLayer gelu(final Signal input, final Signal output) {
		return FastActivation.gelu(input, output, memory);
	}
}

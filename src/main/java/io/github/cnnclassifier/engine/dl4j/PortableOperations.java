
package io.github.cnnclassifier.engine.dl4j;

import io.github.cnnclassifier.engine.dl4j.PortableActivation.Curve;
import io.github.cnnclassifier.engine.dl4j.PortableActivation.EluCurve;
import io.github.cnnclassifier.engine.dl4j.PortableActivation.GeluCurve;
import io.github.cnnclassifier.engine.dl4j.PortableActivation.LeakyCurve;
import io.github.cnnclassifier.engine.dl4j.PortableActivation.ReluCurve;
import io.github.cnnclassifier.engine.dl4j.PortableActivation.SiluCurve;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;

/**
 * Products of matrices by a library, all else in plain Java, on threads of
 * Java.
 */
final class PortableOperations implements Operations {

	/** Below, the 36 products of Winograd's convolution are too small to pay. */
	private static final int FEW_CHANNELS = 8;
	private static final int FEW_TILES = 16;

	private final Memory memory;
	private final Team team;
	private final MatrixProduct product;

	/** @param threads at least 1 */
	PortableOperations(final Memory memory, final int threads) {
		this.memory = memory;
		team = new Team(threads);
		product = MatrixProducts.best();
	}

	/** One product of many columns is faster than many of few. */
	@Override
	public boolean takesPatches(final Conv conv, final int channels) {
		return takesPatches(channels);
	}

	/** Whether a first convolution of that many channels does. */
	static boolean takesPatches(final int channels) {
		return channels < FEW_CHANNELS;
	}

	@Override
	public boolean isProduct(final Conv conv) {
		return conv.kernel() == 1 && conv.stride() == 1 && conv.padding() == 0;
	}

	@Override
	public FastLayer conv(final Conv conv, final Signal input,
		final Signal output, final Parameter weight, final Parameter bias)
	{
		if (winogradPays(conv, input, output)) return new WinogradConv(conv
			.padding(), input, output, weight, bias, team, product, memory);
		return new PortableConv(windows(input, output, conv.kernel(), conv.stride(),
			conv.padding()), input, output, weight, bias, team, product, memory);
	}

	private static boolean winogradPays(final Conv conv, final Signal input,
		final Signal output)
	{
		final long tiles = input.size(0) * WinogradConv.tilesAlong((int) output
			.size(1)) * WinogradConv.tilesAlong((int) output.size(2));
		return conv.kernel() == 3 && conv.stride() == 1 && input.size(
			3) >= FEW_CHANNELS && conv.filters() >= FEW_CHANNELS &&
			tiles >= FEW_TILES;
	}

	private static Windows windows(final Signal input, final Signal output,
		final int kernel, final int stride, final int padding)
	{
		return Windows.of(input, output, kernel, kernel, stride, padding);
	}

	@Override
	public FastLayer depthwise(final DepthwiseConv conv, final Signal input,
		final Signal output, final Parameter weight, final Parameter bias)
	{
		return new PortableDepthwise(windows(input, output, conv.kernel(), conv
			.stride(), conv.padding()), input, output, weight, bias, team);
	}

	@Override
	public FastLayer dense(final Signal input, final Signal output,
		final Parameter weight, final Parameter bias)
	{
		return new PortableDense(input, output, weight, bias, team, product,
			memory);
	}

	@Override
	public FastLayer norm(final Signal input, final Signal output,
		final NormParameters parameters, final CurrentStep current)
	{
		return new PortableNorm(input, output, parameters, current, false, team);
	}

	@Override
	public FastLayer fixedNorm(final Signal input, final Signal output,
		final NormParameters parameters)
	{
		return new PortableNorm(input, output, parameters, CurrentStep.NONE, true,
			team);
	}

	@Override
	public FastLayer maxPool(final Signal input, final Signal output,
		final int size, final int stride)
	{
		return new PortablePool(true, windows(input, output, size, stride, 0),
			input, output, team);
	}

	@Override
	public FastLayer averagePool(final Signal input, final Signal output,
		final int height, final int width, final int stride)
	{
		return new PortablePool(false, Windows.of(input, output, height, width,
			stride, 0), input, output, team);
	}

	@Override
	public FastLayer relu(final Signal signal) {
		return activation(new ReluCurve(), signal, signal);
	}

	@Override
	public FastLayer leakyRelu(final Signal signal, final double slope) {
		return activation(new LeakyCurve((float) slope), signal, signal);
	}

	@Override
	public FastLayer elu(final Signal input, final Signal output) {
		return activation(new EluCurve(), input, output);
	}

	@Override
	public FastLayer silu(final Signal input, final Signal output) {
		return activation(new SiluCurve(), input, output);
	}

	@Override
	public FastLayer gelu(final Signal input, final Signal output) {
		return activation(new GeluCurve(), input, output);
	}

	private FastLayer activation(final Curve curve, final Signal input,
		final Signal output)
	{
		return new PortableActivation(curve, input, output, team);
	}
}

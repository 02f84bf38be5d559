
package io.github.cnnclassifier.engine.dl4j;

import static io.github.cnnclassifier.engine.dl4j.NativeOp.arrays;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Rows times weights plus bias: R,I times I,O. Also the convolution whose input
 * comes as patches, one row per output pixel.
 */
final class FastDense implements FastLayer {

	private static final double[] ALPHA_BETA = { 1, 0 };
	/**
	 * Output values from which {@code xw_plus_b} is faster than a product and a
	 * sum: it takes 50 microseconds more per call, but goes over them once.
	 */
	private static final long MANY_VALUES = 1 << 18;

	private final Signal output;
	private final Parameter bias;
	private final ChannelSums biasSums;
	private final NativeOp product;
	private NativeOp addBias;
	private NativeOp weightGradient;
	private NativeOp inputGradient;

	/**
	 * @param input R,I
	 * @param output of R times O values in any shape
	 * @param bias null for none
	 */
	FastDense(final Signal input, final Signal output, final Parameter weight,
		final Parameter bias, final Memory memory)
	{
		this.output = output;
		this.bias = bias;
		final long rows = input.size(0);
		final long in = input.size(1);
		final long out = output.value().length() / rows;
		final Signal y = output.reshaped(rows, out);
		final INDArray w = weight.array(in, out);
		if (bias != null && rows * out >= MANY_VALUES) product = new NativeOp(
			"xw_plus_b", arrays(input.value(), w, bias.array(out)), arrays(y
				.value()));
		else {
			product = new NativeOp("matmul", arrays(input.value(), w), arrays(y
				.value()));
			if (bias != null) addBias = new NativeOp("biasadd", arrays(y.value(), bias
				.array(out)), arrays(y.value()));
		}
		biasSums = bias == null || !y.hasGradient() ? null : new ChannelSums(output
			.gradient(), memory);
		if (!y.hasGradient()) return;
		weightGradient = new NativeOp("matmul", arrays(input.value(), y.gradient()),
			arrays(weight.gradient(in, out)), new long[] { 1, 0 }, ALPHA_BETA);
		if (input.hasGradient()) inputGradient = new NativeOp("matmul", arrays(y
			.gradient(), w), arrays(input.gradient()), new long[] { 0, 1 },
			ALPHA_BETA);
	}

	@Override
	public Signal output() {
		return output;
	}

	@Override
	public void forward(final boolean training) {
		product.run();
		if (addBias != null) addBias.run();
	}

	@Override
	public void backward() {
		weightGradient.run();
		if (biasSums != null) bias.writeGradient(biasSums.compute());
		if (inputGradient != null) inputGradient.run();
	}
}


package io.github.cnnclassifier.engine.dl4j;

import static io.github.cnnclassifier.engine.dl4j.NativeOp.arrays;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;

/**
 * A convolution of each channel by itself, N,H,W,C to N,H',W',C; kernel Y,X,C.
 * Forward by oneDNN, at half the speed of memory; back by
 * {@link DepthwiseGradient}.
 */
final class FastDepthwise implements FastLayer {

	private final Signal output;
	private final Parameter bias;
	private final NativeOp forward;
	private DepthwiseGradient gradient;
	private ChannelSums biasSums;

	/** @param bias null for none */
	FastDepthwise(final DepthwiseConv conv, final Signal input,
		final Signal output, final Parameter weight, final Parameter bias,
		final Memory memory)
	{
		this.output = output;
		this.bias = bias;
		final INDArray x = input.value();
		final long channels = input.size(3);
		final INDArray w = weight.array(conv.kernel(), conv.kernel(), channels, 1);
		forward = convolution(bias == null ? arrays(x, w) : arrays(x, w, bias.array(
			channels)), output.value(), conv.kernel(), conv.stride(), conv.padding());
		if (!output.hasGradient()) return;
		gradient = new DepthwiseGradient(conv, input, output, weight, memory);
		if (bias != null) biasSums = new ChannelSums(output.gradient(), memory);
	}

	static NativeOp convolution(final INDArray[] in, final INDArray out,
		final long kernel, final long stride, final long padding)
	{
		// kernel, stride, padding, dilation, padding as given, N,H,W,C, Y,X,C,1
		return new NativeOp("depthwise_conv2d", in, arrays(out), kernel, kernel,
			stride, stride, padding, padding, 1, 1, 0, 1, 0);
	}

	@Override
	public Signal output() {
		return output;
	}

	@Override
	public void forward(final boolean training) {
		forward.run();
	}

	@Override
	public void backward() {
		if (biasSums != null) bias.writeGradient(biasSums.compute());
		gradient.compute();
	}
}

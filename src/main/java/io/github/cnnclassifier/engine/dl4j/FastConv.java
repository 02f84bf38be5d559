
package io.github.cnnclassifier.engine.dl4j;

import static io.github.cnnclassifier.engine.dl4j.NativeOp.arrays;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;

/**
 * A convolution by oneDNN, N,H,W,C to N,H',W',O; kernel Y,X,I,O, or for each
 * channel by itself Y,X,C,1.
 */
final class FastConv implements FastLayer {

	private final Signal output;
	private final NativeOp forward;
	private final NativeOp backward;

	private FastConv(final String operation, final long[] settings,
		final long[] shape, final Signal input, final Signal output,
		final Parameter weight, final Parameter bias, final Memory memory)
	{
		this.output = output;
		final long out = output.size(3);
		final INDArray x = input.value();
		final INDArray w = weight.array(shape);
		final INDArray[] in = bias == null ? arrays(x, w) : arrays(x, w, bias.array(
			out));
		forward = new NativeOp(operation, in, arrays(output.value()), settings);
		backward = output.hasGradient() ? backward(operation, settings, in, input,
			output, weight.gradient(shape), bias, memory) : null;
	}

	/** @param bias null for none */
	static FastConv of(final Conv conv, final Signal input, final Signal output,
		final Parameter weight, final Parameter bias, final Memory memory)
	{
		final long k = conv.kernel();
		return new FastConv("conv2d", settings(k, conv.stride(), conv.padding()),
			new long[] { k, k, input.size(3), conv.filters() }, input, output, weight,
			bias, memory);
	}

	/** @param bias null for none */
	static FastConv depthwise(final DepthwiseConv conv, final Signal input,
		final Signal output, final Parameter weight, final Parameter bias,
		final Memory memory)
	{
		final long k = conv.kernel();
		return new FastConv("depthwise_conv2d", settings(k, conv.stride(), conv
			.padding()), new long[] { k, k, input.size(3), 1 }, input, output, weight,
			bias, memory);
	}

	private static long[] settings(final long kernel, final long stride,
		final long padding)
	{
		// kernel, stride, padding, dilation, padding as given, N,H,W,C, Y,X,I,O
		return new long[] { kernel, kernel, stride, stride, padding, padding, 1, 1,
			0, 1, 0 };
	}

	private static NativeOp backward(final String operation,
		final long[] settings, final INDArray[] in, final Signal input,
		final Signal output, final INDArray weightGradient, final Parameter bias,
		final Memory memory)
	{
		final INDArray[] known = Arrays.copyOf(in, in.length + 1);
		known[in.length] = output.gradient();
		// The operation always computes the gradient of the input.
		final INDArray ofInput = input.hasGradient() ? input.gradient() : memory
			.scratch(input.value().shape());
		return new NativeOp(operation + "_bp", known, bias == null ? arrays(ofInput,
			weightGradient) : arrays(ofInput, weightGradient, bias.gradient(bias
				.values().length)), settings);
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
		backward.run();
	}
}

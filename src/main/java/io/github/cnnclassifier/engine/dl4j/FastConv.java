
package io.github.cnnclassifier.engine.dl4j;

import static io.github.cnnclassifier.engine.dl4j.NativeOp.arrays;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.github.cnnclassifier.model.LayerSpec.Conv;

/** A convolution by oneDNN, N,H,W,C to N,H',W',O; kernel Y,X,I,O. */
final class FastConv implements FastLayer {

	private final Signal output;
	private final NativeOp forward;
	private final NativeOp backward;

	/** @param bias null for none */
	FastConv(final Conv conv, final Signal input, final Signal output,
		final Parameter weight, final Parameter bias, final Memory memory)
	{
		this.output = output;
		final long k = conv.kernel();
		final long s = conv.stride();
		final long p = conv.padding();
		// kernel, stride, padding, dilation, padding as given, N,H,W,C, Y,X,I,O
		final long[] settings = { k, k, s, s, p, p, 1, 1, 0, 1, 0 };
		final long out = conv.filters();
		final long[] shape = { k, k, input.size(3), out };
		final INDArray x = input.value();
		final INDArray w = weight.array(shape);
		final INDArray[] in = bias == null ? arrays(x, w) : arrays(x, w, bias.array(
			out));
		forward = new NativeOp("conv2d", in, arrays(output.value()), settings);
		backward = output.hasGradient() ? backward(settings, in, input, output,
			weight.gradient(shape), bias, memory) : null;
	}

	private static NativeOp backward(final long[] settings, final INDArray[] in,
		final Signal input, final Signal output, final INDArray weightGradient,
		final Parameter bias, final Memory memory)
	{
		final INDArray[] known = Arrays.copyOf(in, in.length + 1);
		known[in.length] = output.gradient();
		// The operation always computes the gradient of the input.
		final INDArray ofInput = input.hasGradient() ? input.gradient() : memory
			.scratch(input.value().shape());
		return new NativeOp("conv2d_bp", known, bias == null ? arrays(ofInput,
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

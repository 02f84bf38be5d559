
package io.github.cnnclassifier.engine.dl4j;

import static io.github.cnnclassifier.engine.dl4j.NativeOp.arrays;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Maximum or mean over square windows, N,H,W,C to N,H',W',C. */
final class FastPool implements FastLayer {

	private static final long NHWC = 1;

	private final Signal output;
	private final NativeOp forward;
	private final NativeOp backward;

	/**
	 * @param kind {@code max} or {@code avg}
	 * @param output of the size that follows from window and stride
	 */
	FastPool(final String kind, final Signal input, final Signal output,
		final long height, final long width, final long stride)
	{
		this.output = output;
		final long[] windows = windows(height, width, stride);
		forward = new NativeOp(kind + "pool2d", arrays(input.value()), arrays(output
			.value()), windows);
		backward = input.hasGradient() ? new NativeOp(kind + "pool2d_bp", arrays(
			input.value(), output.gradient()), arrays(input.gradient()), windows)
			: null;
	}

	/** The mean over windows that do not overlap. */
	static NativeOp average(final INDArray in, final INDArray out,
		final long height, final long width)
	{
		return new NativeOp("avgpool2d", arrays(in), arrays(out), windows(height,
			width, height));
	}

	/** Kernel, stride, padding, dilation, no padding mode, divisor, layout. */
	private static long[] windows(final long height, final long width,
		final long stride)
	{
		return new long[] { height, width, stride, stride, 0, 0, 1, 1, 0, 0, NHWC };
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
		if (backward != null) backward.run();
	}
}

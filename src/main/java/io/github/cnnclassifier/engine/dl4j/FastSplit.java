
package io.github.cnnclassifier.engine.dl4j;

import static io.github.cnnclassifier.engine.dl4j.NativeOp.arrays;

/**
 * Each channel becomes an image of its own: N,H,W,C to N*C,H,W,1, which turns
 * the pixels of each sample from H W,C to C,H W.
 */
final class FastSplit implements FastLayer {

	private static final long[] TURNED = { 0, 2, 1 };

	private final Signal output;
	private final NativeOp forward;
	private NativeOp backward;

	FastSplit(final Signal input, final Signal output) {
		this.output = output;
		final long samples = input.size(0);
		final long area = input.size(1) * input.size(2);
		final long channels = input.size(3);
		final Signal pixels = input.reshaped(samples, area, channels);
		final Signal planes = output.reshaped(samples, channels, area);
		forward = new NativeOp("permute", arrays(pixels.value()), arrays(planes
			.value()), TURNED);
		if (input.hasGradient()) backward = new NativeOp("permute", arrays(planes
			.gradient()), arrays(pixels.gradient()), TURNED);
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

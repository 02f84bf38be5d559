
package io.github.cnnclassifier.engine.dl4j;

import static io.github.cnnclassifier.engine.dl4j.NativeOp.arrays;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * out = (in - center) * factor + offset, each of the three one number per
 * channel. It is ND4J's batch-norm with a variance of 1: no other operation
 * does this as fast.
 */
final class ChannelMap {

	private static final double EPSILON = 1e-5;

	private final INDArray center;
	private final INDArray factor;
	private final INDArray offset;
	private final float[] floats;
	private final NativeOp op;

	/** @param in N,H,W,C, as {@code out} */
	ChannelMap(final INDArray in, final INDArray out, final Memory memory) {
		final long channels = in.size(3);
		center = memory.array(channels);
		factor = memory.array(channels);
		offset = memory.array(channels);
		floats = new float[(int) channels];
		final INDArray variance = memory.array(channels);
		Arrays.fill(floats, (float) (1 - EPSILON));
		Memory.write(variance, floats);
		// with factor, with offset, channels on axis 3
		op = new NativeOp("batchnorm", arrays(in, center, variance, factor, offset),
			arrays(out), new long[] { 1, 1, 3 }, new double[] { EPSILON });
	}

	void run(final double[] centers, final double[] factors,
		final double[] offsets)
	{
		write(center, centers);
		write(factor, factors);
		write(offset, offsets);
		op.run();
	}

	private void write(final INDArray array, final double[] values) {
		for (int c = 0; c < floats.length; c++)
			floats[c] = (float) values[c];
		Memory.write(array, floats);
	}
}


package io.github.cnnclassifier.engine.dl4j;

import java.util.Arrays;
import java.util.Map;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastAddOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.factory.Nd4j;

import io.github.cnnclassifier.model.LayerSpec.BatchNorm;

/**
 * A frozen batch normalisation as an activation function of N,C,H,W, one map
 * per channel. Deeplearning4j's own frozen layers either end the way back or
 * compute the gradient of the batch's statistics.
 */
final class FixedNorm extends BaseActivationFunction {

	private static final long serialVersionUID = 1L;

	private final transient Map<String, float[]> values;
	private final transient INDArray factors;
	private final transient INDArray offsets;

	/** The identity, until values are set. */
	FixedNorm(final int channels) {
		final float[] ones = new float[channels];
		Arrays.fill(ones, 1);
		values = Map.of("scale", ones, "shift", new float[channels], "mean",
			new float[channels], "variance", ones.clone());
		factors = Nd4j.create(DataType.FLOAT, channels);
		offsets = Nd4j.create(DataType.FLOAT, channels);
		prepare();
	}

	/** @return a copy of {@code scale}, {@code shift} and so on */
	float[] get(final String kind) {
		return values.get(kind).clone();
	}

	/** Copies the values of {@code scale}, {@code shift} and so on. */
	void set(final String kind, final float[] from) {
		System.arraycopy(from, 0, values.get(kind), 0, from.length);
		prepare();
	}

	private void prepare() {
		final float[] factor = get("scale");
		final float[] offset = get("shift");
		for (int c = 0; c < factor.length; c++) {
			final double f = factor[c] / Math.sqrt(values.get("variance")[c] +
				BatchNorm.EPSILON);
			factor[c] = (float) f;
			offset[c] = (float) (offset[c] - values.get("mean")[c] * f);
		}
		Memory.write(factors, factor);
		Memory.write(offsets, offset);
	}

	/** Overwrites {@code in}, which the caller has copied for this. */
	@Override
	public INDArray getActivation(final INDArray in, final boolean training) {
		Nd4j.getExecutioner().exec(new BroadcastMulOp(in, factors, in, 1));
		Nd4j.getExecutioner().exec(new BroadcastAddOp(in, offsets, in, 1));
		return in;
	}

	/** Overwrites {@code in}, which the caller has copied for this. */
	@Override
	public Pair<INDArray, INDArray> backprop(final INDArray in,
		final INDArray epsilon)
	{
		Nd4j.getExecutioner().exec(new BroadcastMulOp(epsilon, factors, in, 1));
		return new Pair<>(in, null);
	}

	@Override
	public boolean equals(final Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	@Override
	public String toString() {
		return "fixed batch-norm";
	}
}

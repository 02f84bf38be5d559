
package io.github.cnnclassifier.engine.dl4j;

import static io.github.cnnclassifier.engine.dl4j.NativeOp.arrays;

import java.util.SplittableRandom;
import java.util.function.Supplier;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Inverted dropout in place, any shape; nothing when predicting. */
final class FastDropout implements FastLayer {

	private final Signal signal;
	private final double rate;
	private final Supplier<SplittableRandom> random;
	private INDArray mask;
	private float[] factors;
	private NativeOp forward;
	private NativeOp backward;

	/**
	 * @param rate the share that is set to 0
	 * @param random asked once in each step for the generator of that step
	 */
	FastDropout(final Signal signal, final double rate,
		final Supplier<SplittableRandom> random, final Memory memory)
	{
		this.signal = signal;
		this.rate = rate;
		this.random = random;
		if (!memory.hasGradients()) return;
		final INDArray value = signal.value();
		mask = memory.array(value.shape());
		factors = new float[(int) value.length()];
		forward = new NativeOp("multiply", arrays(value, mask), arrays(value));
		if (signal.hasGradient()) backward = new NativeOp("multiply", arrays(signal
			.gradient(), mask), arrays(signal.gradient()));
	}

	@Override
	public Signal output() {
		return signal;
	}

	@Override
	public void forward(final boolean training) {
		if (!training) return;
		final SplittableRandom r = random.get();
		final float kept = (float) (1 / (1 - rate));
		for (int i = 0; i < factors.length; i++)
			factors[i] = r.nextDouble() < rate ? 0 : kept;
		Memory.write(mask, factors);
		forward.run();
	}

	@Override
	public void backward() {
		if (backward != null) backward.run();
	}
}

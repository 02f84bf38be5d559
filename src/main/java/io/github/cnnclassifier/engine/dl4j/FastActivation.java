
package io.github.cnnclassifier.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.github.cnnclassifier.model.LayerSpec.Gelu;

/**
 * The activations beside ReLU, any shape. Leaky ReLU works in place, for its
 * gradient needs the sign alone, which nothing that follows in place changes;
 * ELU, SiLU and GELU need their input for it. An exponential is taken by tanh,
 * the only such function that oneDNN computes for ND4J. No gradient of an
 * output is spoiled.
 */
final class FastActivation implements FastLayer {

	private final Signal output;
	private final Passes forward;
	private final Passes backward;

	private FastActivation(final Signal output, final Passes forward,
		final Passes backward)
	{
		this.output = output;
		this.forward = forward;
		this.backward = backward;
	}

	/** max(x, slope x). */
	static FastActivation leakyRelu(final Signal signal, final double slope,
		final Memory memory)
	{
		final INDArray v = signal.value();
		final INDArray g = signal.gradient();
		final INDArray s = memory.scratch(v.shape());
		return new FastActivation(signal, new Passes().scale(v, slope, s).larger(v,
			s, v), signal.hasGradient() ? new Passes().sign(v, s).atLeast(s, slope, s)
				.multiply(g, s, g) : null);
	}

	/** max(x, 0) + exp(min(x, 0)) - 1. */
	static FastActivation elu(final Signal input, final Signal output,
		final Memory memory)
	{
		final INDArray x = input.value();
		final INDArray s = memory.scratch(x.shape());
		final INDArray other = memory.otherScratch(x.shape());
		final Passes forward = belowZero(x, s, other).atLeast(x, 0, output.value())
			.add(output.value(), s, output.value());
		return new FastActivation(output, forward, input.hasGradient() ? belowZero(
			x, s, other).shift(s, 1, s).multiply(output.gradient(), s, input
				.gradient()) : null);
	}

	/** s = exp(min(x, 0)) - 1; with t = tanh(x / 2), 2 t / (1 - t). */
	private static Passes belowZero(final INDArray x, final INDArray s,
		final INDArray other)
	{
		return new Passes().atMost(x, 0, s).scale(s, 0.5, s).tanh(s, s).scale(s, -1,
			other).shift(other, 1, other).scale(s, 2, s).divide(s, other, s);
	}

	/** x / 2 (1 + t) with t = tanh(x / 2). */
	static FastActivation silu(final Signal input, final Signal output,
		final Memory memory)
	{
		final INDArray x = input.value();
		final INDArray y = output.value();
		final INDArray s = memory.scratch(x.shape());
		final Passes forward = new Passes().scale(x, 0.5, s).tanh(s, y).multiply(y,
			s, y).add(y, s, y);
		if (!input.hasGradient()) return new FastActivation(output, forward, null);
		final INDArray g = input.gradient();
		// p (1 + x (1 - p)) with p = (1 + t) / 2
		return new FastActivation(output, forward, new Passes().scale(x, 0.5, s)
			.tanh(s, s).scale(s, -0.5, g).shift(g, 0.5, g).multiply(g, x, g).shift(g,
				1, g).scale(s, 0.5, s).shift(s, 0.5, s).multiply(g, s, g).multiply(g,
					output.gradient(), g));
	}

	/** x / 2 (1 + t) with t = tanh(A x + A B x^3). */
	static FastActivation gelu(final Signal input, final Signal output,
		final Memory memory)
	{
		final INDArray x = input.value();
		final INDArray y = output.value();
		final INDArray s = memory.scratch(x.shape());
		final Passes forward = cubic(1, x, s).tanh(s, y).scale(x, 0.5, s).multiply(
			y, s, y).add(y, s, y);
		if (!input.hasGradient()) return new FastActivation(output, forward, null);
		final INDArray g = input.gradient();
		final INDArray other = memory.otherScratch(x.shape());
		// p (1 + v (1 - t)) with p = (1 + t) / 2 and v = A x + 3 A B x^3
		final Passes backward = cubic(1, x, s).tanh(s, s);
		cubic(3, x, g, backward).scale(s, -1, other).shift(other, 1, other)
			.multiply(g, other, g).shift(g, 1, g).scale(s, 0.5, s).shift(s, 0.5, s)
			.multiply(g, s, g).multiply(g, output.gradient(), g);
		return new FastActivation(output, forward, backward);
	}

	private static Passes cubic(final int times, final INDArray x,
		final INDArray out)
	{
		return cubic(times, x, out, new Passes());
	}

	/** Adds out = x (A + times A B x^2). */
	private static Passes cubic(final int times, final INDArray x,
		final INDArray out, final Passes passes)
	{
		return passes.multiply(x, x, out).scale(out, times * Gelu.A * Gelu.B, out)
			.shift(out, Gelu.A, out).multiply(out, x, out);
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

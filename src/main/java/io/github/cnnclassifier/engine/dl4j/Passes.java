
package io.github.cnnclassifier.engine.dl4j;

import static io.github.cnnclassifier.engine.dl4j.NativeOp.arrays;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMax;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMin;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Passes over arrays of one shape, value by value and one pass after the other.
 * These are the cheap ones, each at about the speed of memory; ND4J's own
 * operations for activations and their gradients take 10 to 60 times as long.
 * Results may go where an operand is.
 */
final class Passes {

	private final List<Runnable> passes = new ArrayList<>();

	/** out = in * factor. */
	Passes scale(final INDArray in, final double factor, final INDArray out) {
		return scalar(new ScalarMultiplication(in, null, out, factor));
	}

	/** out = in + number. */
	Passes shift(final INDArray in, final double number, final INDArray out) {
		return scalar(new ScalarAdd(in, null, out, number));
	}

	/** out = max(in, bound). */
	Passes atLeast(final INDArray in, final double bound, final INDArray out) {
		return scalar(new ScalarMax(in, null, out, bound));
	}

	/** out = min(in, bound). */
	Passes atMost(final INDArray in, final double bound, final INDArray out) {
		return scalar(new ScalarMin(in, null, out, bound));
	}

	/** out = 1 where in is above 0, else 0. */
	Passes sign(final INDArray in, final INDArray out) {
		return scalar(new Step(in, out, 0.0));
	}

	/** out = a + b. */
	Passes add(final INDArray a, final INDArray b, final INDArray out) {
		return pairs("add", a, b, out);
	}

	/** out = a * b. */
	Passes multiply(final INDArray a, final INDArray b, final INDArray out) {
		return pairs("multiply", a, b, out);
	}

	/** out = a / b. */
	Passes divide(final INDArray a, final INDArray b, final INDArray out) {
		return pairs("divide", a, b, out);
	}

	/** out = max(a, b). */
	Passes larger(final INDArray a, final INDArray b, final INDArray out) {
		return pairs("maximum", a, b, out);
	}

	/** out = tanh(in), by oneDNN. */
	Passes tanh(final INDArray in, final INDArray out) {
		passes.add(new NativeOp("tanh", arrays(in), arrays(out))::run);
		return this;
	}

	private Passes pairs(final String name, final INDArray a, final INDArray b,
		final INDArray out)
	{
		passes.add(new NativeOp(name, arrays(a, b), arrays(out))::run);
		return this;
	}

	private Passes scalar(final ScalarOp op) {
		passes.add(() -> Nd4j.getExecutioner().exec(op));
		return this;
	}

	void run() {
		passes.forEach(Runnable::run);
	}
}

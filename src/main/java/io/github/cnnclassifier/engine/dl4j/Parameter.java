
package io.github.cnnclassifier.engine.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.github.cnnclassifier.model.ParameterShape;
import io.github.cnnclassifier.model.Tensor;

/**
 * A weight tensor. The values on the Java heap are the truth; the native array
 * is a copy for computing.
 */
final class Parameter {

	private final ParameterShape shape;
	private final Layout layout;
	private final boolean frozen;
	private final float[] values;
	private final INDArray array;
	private final INDArray gradient;
	private final Memory memory;
	private long changes;
	private WinogradKernel winograd;

	/**
	 * @param memory for the native arrays, which are vectors
	 * @param differentiated whether there is a gradient
	 * @param frozen whether it keeps its values nevertheless
	 */
	Parameter(final ParameterShape shape, final Layout layout,
		final Memory memory, final boolean differentiated, final boolean frozen)
	{
		int size = 1;
		for (final int length : shape.shape())
			size *= length;
		this.memory = memory;
		this.shape = shape;
		this.layout = layout;
		this.frozen = frozen;
		values = new float[size];
		array = memory.array(size);
		gradient = differentiated ? memory.array(size) : null;
	}

	/** @return in native order; after a change {@link #publish()} is due */
	float[] values() {
		return values;
	}

	/** Copies the values to the native array. */
	void publish() {
		Memory.write(array, values);
		changes++;
	}

	/** @return the native values of a kernel of 3 x 3, transformed */
	Floats winograd() {
		synchronized (memory) {
			if (winograd == null) winograd = new WinogradKernel(values.length /
				Winograd.TAPS, memory);
		}
		return winograd.matrices(values, changes);
	}

	/** @return the native values as an array of that shape */
	INDArray array(final long... as) {
		return array.reshape('c', as);
	}

	/** @return the native gradient as an array of that shape */
	INDArray gradient(final long... as) {
		return gradient.reshape('c', as);
	}

	/** Fills the begin of {@code into}, in native order. */
	void readGradient(final float[] into) {
		Memory.read(gradient, into, values.length);
	}

	/** For layers that work a gradient out in Java. */
	void writeGradient(final double[] from) {
		final float[] floats = new float[from.length];
		for (int i = 0; i < floats.length; i++)
			floats[i] = (float) from[i];
		Memory.write(gradient, floats);
	}

	boolean frozen() {
		return frozen;
	}

	boolean learned() {
		return gradient != null && !frozen;
	}

	/** Whether weight decay applies, which spares biases, scales and shifts. */
	boolean decays() {
		return shape.name().endsWith(".weight");
	}

	String name() {
		return shape.name();
	}

	ParameterShape shape() {
		return shape;
	}

	/** @return a copy of the values as they are stored */
	Tensor stored() {
		return stored(values);
	}

	/** @return a copy of the gradient, ordered as the values are stored */
	Tensor storedGradient() {
		final float[] copy = new float[values.length];
		readGradient(copy);
		return stored(copy);
	}

	/** @return a copy, ordered as the values are stored */
	Tensor stored(final float[] inNativeOrder) {
		return new Tensor(shape.name(), shape.shape().clone(), layout.toStored(
			inNativeOrder));
	}

	/** @return a copy in native order of a tensor of the stored shape */
	float[] inNativeOrder(final Tensor tensor) {
		return layout.toNative(tensor.data());
	}

	/** @param tensor of the stored shape */
	void set(final Tensor tensor) {
		System.arraycopy(inNativeOrder(tensor), 0, values, 0, values.length);
		publish();
	}
}

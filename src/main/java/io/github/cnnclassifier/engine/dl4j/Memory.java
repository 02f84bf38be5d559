
package io.github.cnnclassifier.engine.dl4j;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Native arrays that live and die together. */
final class Memory implements AutoCloseable {

	private final boolean gradients;
	private final List<INDArray> arrays = new ArrayList<>();
	private final INDArray[] turns = new INDArray[2];
	private final INDArray[] scratches = new INDArray[2];
	private int turn;

	/** @param gradients whether signals get one */
	Memory(final boolean gradients) {
		this.gradients = gradients;
	}

	/** @return whether this is for training */
	boolean hasGradients() {
		return gradients;
	}

	/** @return row-major, filled with zeros */
	INDArray array(final long... shape) {
		final INDArray array = Nd4j.create(DataType.FLOAT, shape);
		arrays.add(array);
		return array;
	}

	/** @return with a gradient of its own */
	Signal signal(final long... shape) {
		return new Signal(array(shape), gradients ? array(shape) : null);
	}

	/**
	 * For layers in a row, each of which is done with the gradient of its output
	 * as soon as it has written that of its input: two arrays in turns hold all
	 * gradients, which saves memory and processor cache.
	 */
	Signal signalInARow(final long... shape) {
		if (!gradients) return signal(shape);
		turn = 1 - turn;
		turns[turn] = atLeast(turns[turn], shape);
		return new Signal(array(shape), view(turns[turn], shape));
	}

	/** @return an array for a value that is used up within one call */
	INDArray scratch(final long... shape) {
		return scratch(0, shape);
	}

	/** @return another one */
	INDArray otherScratch(final long... shape) {
		return scratch(1, shape);
	}

	private INDArray scratch(final int which, final long... shape) {
		scratches[which] = atLeast(scratches[which], shape);
		return view(scratches[which], shape);
	}

	private INDArray atLeast(final INDArray present, final long... shape) {
		long length = 1;
		for (final long l : shape)
			length *= l;
		return present == null || present.length() < length ? array(length)
			: present;
	}

	private static INDArray view(final INDArray memory, final long... shape) {
		return Nd4j.create(memory.data(), shape);
	}

	static FloatPointer pointer(final INDArray array) {
		return ((FloatPointer) array.data().pointer()).position(0);
	}

	static void write(final INDArray array, final float[] values) {
		pointer(array).put(values, 0, values.length);
	}

	static void read(final INDArray array, final float[] into, final int count) {
		pointer(array).get(into, 0, count);
	}

	@Override
	public void close() {
		arrays.forEach(INDArray::close);
		arrays.clear();
	}
}

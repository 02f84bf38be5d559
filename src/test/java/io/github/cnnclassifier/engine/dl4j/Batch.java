
package io.github.cnnclassifier.engine.dl4j;

import java.util.Arrays;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A native array that is filled again for each batch, so that a run does not
 * leave thousands of them to the garbage collector.
 */
final class Batch implements AutoCloseable {

	private final long[] shape;
	private final int sampleSize;
	private INDArray array;

	/** @param sampleShape of one sample, without the batch axis */
	Batch(final int... sampleShape) {
		shape = new long[sampleShape.length + 1];
		int size = 1;
		for (int i = 0; i < sampleShape.length; i++) {
			shape[i + 1] = sampleShape[i];
			size = Math.multiplyExact(size, sampleShape[i]);
		}
		sampleSize = size;
	}

	/**
	 * @param values at least {@code count} samples, row-major
	 * @return the array, valid until the next call
	 * @throws IllegalArgumentException if there are fewer values
	 */
	INDArray fill(final float[] values, final int count) {
		if (count < 1) throw new IllegalArgumentException(
			"Expected at least 1 sample, got " + count);
		final int length = Math.multiplyExact(count, sampleSize);
		if (values.length < length) throw new IllegalArgumentException("Expected " +
			length + " values for " + count + " samples, got " + values.length);
		if (array == null || array.size(0) != count) {
			close();
			shape[0] = count;
			array = Nd4j.createUninitialized(DataType.FLOAT, Arrays.copyOf(shape,
				shape.length), 'c');
		}
		((FloatPointer) array.data().pointer()).position(0).put(values, 0, length);
		return array;
	}

	/** @return whether this is the array that was filled last */
	boolean holds(final INDArray other) {
		return other == array;
	}

	@Override
	public void close() {
		if (array != null) array.close();
		array = null;
	}
}

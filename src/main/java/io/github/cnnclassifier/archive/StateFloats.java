
package io.github.cnnclassifier.archive;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.image.FreeHeap;
import io.github.cnnclassifier.model.ParameterShape;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.training.TrainingState;

/** The numbers of a state, behind what is said of them as JSON. */
final class StateFloats {

	private static final int BUFFERED = 1 << 14;

	private final DataInputStream in;
	private final long bytes;

	/** @param bytes that there are */
	StateFloats(final DataInputStream in, final long bytes) {
		this.in = in;
		this.bytes = bytes;
	}

	static void write(final OutputStream out, final TrainingState state)
		throws IOException
	{
		write(out, state.network().weights());
		for (final Weights moments : state.network().moments().values())
			write(out, moments);
		write(out, state.mean());
		if (state.best().weights().isPresent()) write(out, state.best().weights()
			.get());
	}

	private static void write(final OutputStream out, final Weights weights)
		throws IOException
	{
		final ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * BUFFERED);
		for (final Tensor tensor : weights.tensors()) {
			for (int i = 0; i < tensor.data().length; i += BUFFERED) {
				final int count = Math.min(BUFFERED, tensor.data().length - i);
				buffer.asFloatBuffer().put(tensor.data(), i, count);
				out.write(buffer.array(), 0, Float.BYTES * count);
			}
		}
	}

	/**
	 * @param parts what is to be read, in order
	 * @throws InvalidModel if there is not exactly as much
	 */
	List<Weights> read(final List<List<ParameterShape>> parts) throws IOException,
		InvalidModel
	{
		long expected = 0;
		for (final List<ParameterShape> shapes : parts) {
			for (final ParameterShape shape : shapes)
				expected += Float.BYTES * size(shape);
		}
		if (expected != bytes) throw new InvalidModel("It is damaged: " + bytes +
			" bytes of weights where " + expected + " are expected.");
		// as read, and on their way into the network
		if (!FreeHeap.has(2 * expected)) throw ModelZip.tooLittleMemory();
		final List<Weights> weights = new ArrayList<>();
		for (final List<ParameterShape> shapes : parts) {
			final List<Tensor> tensors = new ArrayList<>();
			for (final ParameterShape shape : shapes)
				tensors.add(new Tensor(shape.name(), shape.shape(), floats(size(
					shape))));
			weights.add(new Weights(tensors));
		}
		return weights;
	}

	/** Of a network within the limits, so that nothing wraps around. */
	private static long size(final ParameterShape shape) {
		long size = 1;
		for (final int length : shape.shape())
			size *= length;
		return size;
	}

	private float[] floats(final long size) throws IOException {
		final float[] data = new float[Math.toIntExact(size)];
		final ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * Math.min(
			BUFFERED, data.length));
		for (int i = 0; i < data.length; i += BUFFERED) {
			final int count = Math.min(BUFFERED, data.length - i);
			in.readFully(buffer.array(), 0, Float.BYTES * count);
			buffer.asFloatBuffer().get(data, i, count);
		}
		return data;
	}
}

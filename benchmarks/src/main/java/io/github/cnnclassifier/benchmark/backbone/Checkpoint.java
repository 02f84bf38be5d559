
package io.github.cnnclassifier.benchmark.backbone;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.engine.NetworkState;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;

/** Keeps the state of a long run, so that it can be interrupted. */
final class Checkpoint {

	private Checkpoint() {}

	static void write(final Path file, final NetworkState state)
		throws IOException
	{
		final Path part = file.resolveSibling(file.getFileName() + ".part");
		try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
			Files.newOutputStream(part), 1 << 20)))
		{
			out.writeLong(state.steps());
			out.writeLong(state.dropoutSeed());
			write(out, state.weights());
			out.writeInt(state.moments().size());
			for (final Map.Entry<String, Weights> moment : state.moments()
				.entrySet())
			{
				out.writeUTF(moment.getKey());
				write(out, moment.getValue());
			}
		}
		Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
	}

	static NetworkState read(final Path file) throws IOException {
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files
			.newInputStream(file), 1 << 20)))
		{
			final long steps = in.readLong();
			final long dropoutSeed = in.readLong();
			final Weights weights = weights(in);
			final Map<String, Weights> moments = new LinkedHashMap<>();
			for (int i = in.readInt(); i > 0; i--) {
				final String name = in.readUTF();
				moments.put(name, weights(in));
			}
			return new NetworkState(weights, moments, steps, dropoutSeed);
		}
	}

	private static void write(final DataOutputStream out, final Weights weights)
		throws IOException
	{
		out.writeInt(weights.tensors().size());
		for (final Tensor tensor : weights.tensors()) {
			out.writeUTF(tensor.name());
			out.writeInt(tensor.shape().length);
			for (final int length : tensor.shape())
				out.writeInt(length);
			for (final float value : tensor.data())
				out.writeFloat(value);
		}
	}

	private static Weights weights(final DataInputStream in) throws IOException {
		final List<Tensor> tensors = new ArrayList<>();
		for (int i = in.readInt(); i > 0; i--) {
			final String name = in.readUTF();
			final int[] shape = new int[in.readInt()];
			int size = 1;
			for (int axis = 0; axis < shape.length; axis++) {
				shape[axis] = in.readInt();
				size *= shape[axis];
			}
			final float[] data = new float[size];
			for (int v = 0; v < size; v++)
				data[v] = in.readFloat();
			tensors.add(new Tensor(name, shape, data));
		}
		return new Weights(tensors);
	}
}


package io.github.cnnclassifier.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.ParameterShape;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;

/**
 * What every process needs of one network: its weights, as floats and as ONNX,
 * what it predicts for the first batch and how it learns at first.
 */
record ModelFiles(Path folder, String network) {

	/** @return the plugin's model file */
	Path model() {
		return folder.resolve(network + ".zip");
	}

	Path onnx() {
		return folder.resolve(network + ".onnx");
	}

	void writeWeights(final Weights weights) throws IOException {
		final int size = weights.tensors().stream().mapToInt(t -> t.data().length)
			.sum();
		final FloatBuffer all = FloatBuffer.allocate(size);
		weights.tensors().forEach(t -> all.put(t.data()));
		write(weightsFile(), all.array());
	}

	Weights readWeights(final NetworkPlan plan) throws IOException {
		final FloatBuffer all = FloatBuffer.wrap(read(weightsFile()));
		final List<Tensor> tensors = new ArrayList<>();
		for (final ParameterShape p : plan.parameters()) {
			int size = 1;
			for (final int length : p.shape())
				size *= length;
			final float[] data = new float[size];
			all.get(data);
			tensors.add(new Tensor(p.name(), p.shape(), data));
		}
		return new Weights(tensors);
	}

	/** @param probabilities N,classes for the first batch */
	void writeExpected(final float[] probabilities) throws IOException {
		write(expectedFile(), probabilities);
	}

	float[] readExpected() throws IOException {
		return read(expectedFile());
	}

	/** @param losses of the first steps of training from these weights */
	void writeLosses(final float[] losses) throws IOException {
		write(lossesFile(), losses);
	}

	float[] readLosses() throws IOException {
		return read(lossesFile());
	}

	private Path weightsFile() {
		return folder.resolve(network + ".weights");
	}

	private Path expectedFile() {
		return folder.resolve(network + ".expected");
	}

	private Path lossesFile() {
		return folder.resolve(network + ".losses");
	}

	private static void write(final Path file, final float[] values)
		throws IOException
	{
		final ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
		bytes.asFloatBuffer().put(values);
		Files.write(file, bytes.array());
	}

	private static float[] read(final Path file) throws IOException {
		final FloatBuffer buffer = ByteBuffer.wrap(Files.readAllBytes(file))
			.asFloatBuffer();
		final float[] values = new float[buffer.remaining()];
		buffer.get(values);
		return values;
	}
}

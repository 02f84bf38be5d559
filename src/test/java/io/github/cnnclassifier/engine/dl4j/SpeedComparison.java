
package io.github.cnnclassifier.engine.dl4j;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Presets;
import io.github.cnnclassifier.progress.Progress;

/**
 * Measures training of six-conv on 28 x 28 images, batch 64, in images per
 * second: this engine beside Deeplearning4j as it comes, once with OpenMP's
 * default of spinning threads, once with sleeping ones. Each system runs in a
 * Java process of its own, in turns, five rounds; the medians are compared, so
 * that a busy machine troubles all alike. Not a test: run its main method with
 * the test class path; the one optional argument is the number of threads.
 */
final class SpeedComparison {

	private static final int ROUNDS = 5;
	private static final int COUNT = 64;
	private static final NetworkSpec SPEC = new NetworkSpec(Presets.named(
		"six-conv"), new InputShape(1, 28, 28), 10);

	private SpeedComparison() {}

	public static void main(final String[] args) throws IOException,
		InterruptedException
	{
		final String threads = args.length > 0 ? args[0] : "2";
		if (args.length > 1) {
			final double speed = args[1].equals("ours") ? ours(Integer.parseInt(
				threads)) : stock();
			System.out.printf(Locale.ROOT, "%n%.1f", speed);
			return;
		}
		final Map<String, List<Double>> speeds = new LinkedHashMap<>();
		for (int round = 0; round < ROUNDS; round++) {
			for (final String system : List.of("ours", "stock", "stock asleep"))
				speeds.computeIfAbsent(system, s -> new ArrayList<>()).add(inNewProcess(
					threads, system));
		}
		speeds.forEach((system, all) -> System.out.printf(Locale.ROOT,
			"%-13s %7.1f images/s (median of %s)%n", system, median(all), all));
		for (final String stock : List.of("stock", "stock asleep"))
			System.out.printf(Locale.ROOT, "ours / %-13s %.1f%n", stock, median(speeds
				.get("ours")) / median(speeds.get(stock)));
	}

	private static double inNewProcess(final String threads, final String system)
		throws IOException, InterruptedException
	{
		final ProcessBuilder builder = new ProcessBuilder(java(), "-Xmx2g",
			"-Dorg.nd4j.log.initialization=false", "-cp", System.getProperty(
				"java.class.path"), SpeedComparison.class.getName(), threads, system);
		builder.environment().put("OMP_NUM_THREADS", threads);
		if (system.equals("stock asleep")) builder.environment().put(
			"OMP_WAIT_POLICY", "PASSIVE");
		final Process process = builder.redirectError(
			ProcessBuilder.Redirect.INHERIT).start();
		final String output = new String(process.getInputStream().readAllBytes(),
			StandardCharsets.UTF_8);
		if (process.waitFor() != 0) throw new IOException(system + " failed: " +
			output);
		return Double.parseDouble(output.substring(output.lastIndexOf('\n') + 1)
			.trim());
	}

	private static double ours(final int threads) {
		final float[] inputs = Batches.inputs(SPEC, COUNT, 1);
		final int[] labels = Batches.labels(SPEC, COUNT);
		try (TrainableNetwork network = new Dl4jEngine(threads, Progress.none())
			.create(SPEC, Batches.OPTIONS))
		{
			return speed(() -> network.trainOnBatch(inputs, labels, null, COUNT,
				1e-3));
		}
	}

	/** As one would write it after Deeplearning4j's own examples. */
	private static double stock() {
		final NeuralNetConfiguration.ListBuilder layers =
			new NeuralNetConfiguration.Builder().seed(42).updater(new Adam(1e-3))
				.list();
		for (final int filters : new int[] { 32, 64, 128 }) {
			for (int i = 0; i < 2; i++) {
				layers.layer(new ConvolutionLayer.Builder(3, 3).padding(1, 1).nOut(
					filters).hasBias(false).activation(Activation.IDENTITY).build());
				layers.layer(new BatchNormalization());
				layers.layer(new ActivationLayer(Activation.RELU));
			}
			if (filters < 128) layers.layer(new SubsamplingLayer.Builder(
				PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build());
		}
		layers.layer(new GlobalPoolingLayer(PoolingType.AVG));
		layers.layer(new DropoutLayer(0.8));
		layers.layer(new OutputLayer.Builder(LossFunction.MCXENT).nOut(10)
			.activation(Activation.SOFTMAX).build());
		final MultiLayerNetwork network = new MultiLayerNetwork(layers.setInputType(
			InputType.convolutional(28, 28, 1)).build());
		network.init();
		final INDArray inputs = Nd4j.create(Batches.inputs(SPEC, COUNT, 1),
			new long[] { COUNT, 1, 28, 28 }, 'c');
		final INDArray labels = Nd4j.zeros(COUNT, 10);
		for (int i = 0; i < COUNT; i++)
			labels.putScalar(i, i * 7 % 10, 1);
		final DataSet batch = new DataSet(inputs, labels);
		return speed(() -> network.fit(batch));
	}

	/** Two steps to warm up, then as many as fit into some seconds. */
	private static double speed(final Runnable step) {
		step.run();
		step.run();
		final long start = System.nanoTime();
		int steps = 0;
		double seconds = 0;
		while (seconds < 4) {
			step.run();
			steps++;
			seconds = (System.nanoTime() - start) * 1e-9;
		}
		return steps * COUNT / seconds;
	}

	private static double median(final List<Double> values) {
		return values.stream().sorted().toList().get(values.size() / 2);
	}

	private static String java() {
		return System.getProperty("java.home") + File.separator + "bin" +
			File.separator + "java";
	}
}

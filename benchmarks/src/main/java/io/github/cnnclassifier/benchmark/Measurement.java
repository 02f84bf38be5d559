
package io.github.cnnclassifier.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

import io.github.cnnclassifier.benchmark.Contender.Inference;
import io.github.cnnclassifier.benchmark.Contender.Training;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.Weights;

/**
 * One system on one network with one number of threads, in a process of its
 * own: training, inference of batches and, with one thread, of single images.
 */
final class Measurement {

	static final int BATCH_SIZE = 64;

	private static final double WORST_DIFFERENCE = 2e-3;

	private final NetworkPlan plan;
	private final ModelFiles files;
	private final Weights weights;
	private final Contender contender;
	private final double warmUpSeconds;
	private final double windowSeconds;
	private final List<String> found = new ArrayList<>();

	private Measurement(final String network, final String system,
		final int threads, final Path models, final double warmUpSeconds,
		final double windowSeconds) throws IOException
	{
		plan = NetworkPlan.of(MeasuredNetwork.named(network).spec());
		files = new ModelFiles(models, network);
		weights = files.readWeights(plan);
		contender = Contender.of(system, threads);
		this.warmUpSeconds = warmUpSeconds;
		this.windowSeconds = windowSeconds;
	}

	/**
	 * @param args network, system, threads, folder of the models, file for what
	 *          is found, seconds of warm-up, seconds of measuring
	 */
	public static void main(final String[] args) throws IOException {
		final int threads = Integer.parseInt(args[2]);
		final Measurement m = new Measurement(args[0], args[1], threads, Path.of(
			args[3]), Double.parseDouble(args[5]), Double.parseDouble(args[6]));
		if (m.contender.trains()) m.train();
		m.infer(BATCH_SIZE);
		if (threads == 1) m.infer(1);
		Files.write(Path.of(args[4]), m.found);
		// Native thread pools would keep some of the processes alive.
		System.exit(0);
	}

	private void train() {
		final List<Batch> batches = batches(BATCH_SIZE);
		final List<Double> losses = new ArrayList<>();
		try (Training training = contender.training(plan, weights, batches)) {
			if (training.parameterCount() != plan.parameterCount())
				throw new IllegalStateException("Expected " + plan.parameterCount() +
					" parameters, found " + training.parameterCount());
			measure("train", batches, i -> losses.add(training.step(i)));
		}
		found.add("losses," + losses.stream().limit(20).map(l -> String.format(
			"%.4f", l)).reduce((a, b) -> a + ' ' + b).orElse(""));
		final double last = losses.get(losses.size() - 1);
		if (losses.size() > 2 * batches.size() && !(last < losses.get(0)))
			throw new IllegalStateException("The loss does not fall: " + losses);
	}

	private void infer(final int size) throws IOException {
		final List<Batch> batches = batches(size);
		try (Inference inference = contender.inference(plan, weights, files.onnx(),
			batches))
		{
			if (size == BATCH_SIZE) check(inference.predict(0));
			measure("infer", batches, inference::predict);
		}
	}

	private List<Batch> batches(final int size) {
		return Batch.several(plan.spec().input(), size);
	}

	private void check(final float[] probabilities) throws IOException {
		final float[] expected = files.readExpected();
		double worst = 0;
		for (int i = 0; i < expected.length; i++)
			worst = Math.max(worst, Math.abs(expected[i] - probabilities[i]));
		if (!(worst <= WORST_DIFFERENCE) ||
			probabilities.length != expected.length) throw new IllegalStateException(
				"The predictions differ from the plugin's by " + worst);
		found.add("difference," + worst);
	}

	private void measure(final String task, final List<Batch> batches,
		final IntConsumer step)
	{
		final int size = batches.get(0).size();
		int next = 0;
		final long warm = System.nanoTime() + (long) (warmUpSeconds * 1e9);
		do
			step.accept(next++ % batches.size());
		while (System.nanoTime() < warm);
		final long start = System.nanoTime();
		final long end = start + (long) (windowSeconds * 1e9);
		long images = 0;
		long now;
		do {
			step.accept(next++ % batches.size());
			images += size;
			now = System.nanoTime();
		}
		while (now < end);
		found.add(task + ',' + size + ',' + images / ((now - start) / 1e9));
	}
}

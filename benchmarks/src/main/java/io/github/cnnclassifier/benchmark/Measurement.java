
package io.github.cnnclassifier.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

import io.github.cnnclassifier.benchmark.Contender.Inference;
import io.github.cnnclassifier.benchmark.Contender.Training;
import io.github.cnnclassifier.model.LayerSpec.Dropout;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.Weights;

/**
 * One system on one network with one number of threads, in a process of its
 * own: training, inference of batches and, with one thread, of single images.
 */
final class Measurement {

	static final int BATCH_SIZE = 64;

	private static final double WORST_DIFFERENCE = 2e-3;
	private static final double WORST_LOSS_DIFFERENCE = 0.05;

	private final NetworkPlan plan;
	private final ModelFiles files;
	private final Weights weights;
	private final Contender contender;
	private final double warmUpSeconds;
	private final double windowSeconds;
	private final Clock clock;
	private final List<String> found = new ArrayList<>();

	private Measurement(final String[] args) throws IOException {
		plan = NetworkPlan.of(MeasuredNetwork.named(args[0]).spec());
		contender = Contender.of(args[1], Integer.parseInt(args[2]));
		files = new ModelFiles(Path.of(args[3]), args[0]);
		weights = files.readWeights(plan);
		warmUpSeconds = Double.parseDouble(args[5]);
		windowSeconds = Double.parseDouble(args[6]);
		clock = Clock.named(args[7]);
	}

	/**
	 * @param args network, system, threads, folder of the models, file for what
	 *          is found, seconds of warm-up, seconds of measuring, clock
	 */
	public static void main(final String[] args) throws IOException {
		final Measurement m = new Measurement(args);
		if (m.contender.trains()) m.train();
		m.infer(BATCH_SIZE);
		if (Integer.parseInt(args[2]) == 1) m.infer(1);
		Files.write(Path.of(args[4]), m.found);
		// Leaving the tidy way, native thread pools hang or crash in some of them.
		Runtime.getRuntime().halt(0);
	}

	private void train() throws IOException {
		final List<Batch> batches = batches(BATCH_SIZE);
		final List<Double> losses = new ArrayList<>();
		try (Training training = contender.training(plan, weights, batches)) {
			if (training.parameterCount() != plan.parameterCount())
				throw new IllegalStateException("Expected " + plan.parameterCount() +
					" parameters, found " + training.parameterCount());
			measure("train", batches, i -> losses.add(training.step(i)));
		}
		checkLosses(losses);
	}

	/** Equal steps give equal losses, unless dropout draws for itself. */
	private void checkLosses(final List<Double> losses) throws IOException {
		final float[] expected = files.readLosses();
		double worst = 0;
		for (int i = 0; i < Math.min(expected.length, losses.size()); i++)
			worst = Math.max(worst, Math.abs(expected[i] - losses.get(i)));
		final boolean draws = plan.steps().stream().anyMatch(s -> s
			.layer() instanceof Dropout);
		if (!draws && !(worst <= WORST_LOSS_DIFFERENCE))
			throw new IllegalStateException("Expected the losses " + Arrays.toString(
				expected) + ", found " + losses);
		found.add("loss difference," + worst);
		final double last = losses.get(losses.size() - 1);
		if (losses.size() > 2 * expected.length && !(last < losses.get(0)))
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
		if (!(worst <= WORST_DIFFERENCE) || probabilities.length != expected.length)
			throw new IllegalStateException(
				"The predictions differ from the plugin's by " + worst);
		found.add("prediction difference," + worst);
	}

	private void measure(final String task, final List<Batch> batches,
		final IntConsumer step)
	{
		final int size = batches.get(0).size();
		int next = 0;
		final double warm = clock.seconds() + warmUpSeconds;
		do
			step.accept(next++ % batches.size());
		while (clock.seconds() < warm);
		final double start = clock.seconds();
		long images = 0;
		double passed;
		do {
			step.accept(next++ % batches.size());
			images += size;
			passed = clock.seconds() - start;
		}
		while (passed < windowSeconds);
		found.add(task + ',' + size + ',' + images / passed);
	}
}
